package dev.leadkit.json;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something to read a model, a plan, a mapping or an event from: JSON text, or a plain map that the host's own parser made
 * (of YAML, say). Immutable.
 *
 * <p>Limits, each a fault when passed: a text of 16,777,216 characters, 2,000,000 names, values and brackets, objects and
 * lists nested 500 deep, a name of 50,000 characters, a number of 1,000 characters. A byte order mark before the text is skipped. A member that occurs more than once is a fault.
 */
public final class JsonDocument {

    private final @Nullable Object tree;
    private final List<Fault> faults;

    private JsonDocument(@Nullable Object tree, List<Fault> faults) {
        this.tree = tree;
        this.faults = faults;
    }

    /**
     * Reads JSON text. What is wrong with the text is reported by {@link #as}, together with what is wrong with the content.
     *
     * @param text the text; read to its end
     * @return the document
     * @throws java.io.UncheckedIOException if the reader fails
     */
    public static JsonDocument of(Reader text) {
        Faults faults = new Faults();
        Object tree = JsonText.read(text, faults);
        return new JsonDocument(tree, faults.list());
    }

    /**
     * Reads JSON text.
     *
     * @param text the text
     * @return the document
     */
    public static JsonDocument of(String text) {
        return of(new StringReader(text));
    }

    /**
     * Reads a JSON file in UTF-8. Other bytes are reported by {@link #as}.
     *
     * @param file the file
     * @return the document
     * @throws IOException if the file cannot be read
     */
    public static JsonDocument of(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return broken(new Fault("$", "text in UTF-8", "other bytes", "Save the file in the encoding UTF-8."));
        }
    }

    /**
     * Takes a tree that something else has read.
     *
     * @param tree maps with text keys, lists, texts, numbers, booleans and nulls, which are copied; the map's order of
     *     members is kept
     * @return the document
     */
    public static JsonDocument of(Map<String, ?> tree) {
        try {
            return new JsonDocument(new HostTree().copy(tree, 1), List.of());
        } catch (HostTree.TooLarge e) {
            return broken(e.fault());
        }
    }

    private static JsonDocument broken(Fault fault) {
        return new JsonDocument(null, List.of(fault));
    }

    /**
     * Reads the document as something.
     *
     * @param what the thing's name in a refusal, such as {@code scoring model}
     * @param shape how to read it: walks the cursor, which collects faults, and gives the thing, or empty if faults
     *     prevent it
     * @param <T> its type
     * @return the thing
     * @throws dev.leadkit.fault.RefusedException if anything is wrong with the text or the content: every fault at once,
     *     each of them once
     */
    public <T> T as(String what, Function<JsonCursor, Optional<T>> shape) {
        Faults all = new Faults();
        faults.forEach(all);
        if (tree == null) {
            all.refuseIfAny(what);
        }
        Set<Fault> told = new HashSet<>(faults);
        Optional<T> thing = shape.apply(JsonCursor.root(tree, fault -> {
            if (told.add(fault)) {
                all.accept(fault);
            }
        }));
        all.refuseIfAny(what);
        return thing.orElseThrow(() -> new IllegalStateException(what + " was not read, yet nothing is wrong with it"));
    }
}
