package dev.leadkit.json;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something to read a model, a plan or a mapping from: JSON text, or a plain map that the host's own parser made (of YAML,
 * say). Immutable once read.
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
     * @param text the text; read to its end and not closed
     * @return the document
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
     * Reads a JSON file in UTF-8.
     *
     * @param file the file
     * @return the document
     * @throws IOException if the file cannot be read
     */
    public static JsonDocument of(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return of(text);
        }
    }

    /**
     * Takes a tree that something else has read.
     *
     * @param tree maps with text keys, lists, texts, numbers, booleans and nulls; read when needed and not copied, so it
     *     must not change meanwhile
     * @return the document
     */
    public static JsonDocument of(Map<String, ?> tree) {
        return new JsonDocument(tree, List.of());
    }

    /**
     * Reads the document as something.
     *
     * @param what the thing's name in a refusal, such as {@code scoring model}
     * @param shape how to read it: walks the cursor, which collects faults, and gives the thing, or empty if faults
     *     prevent it
     * @param <T> its type
     * @return the thing
     * @throws dev.leadkit.fault.RefusedException if anything is wrong with the text or the content: every fault at once
     */
    public <T> T as(String what, Function<JsonCursor, Optional<T>> shape) {
        Faults all = new Faults();
        faults.forEach(all);
        if (tree == null) {
            all.refuseIfAny(what);
        }
        Optional<T> thing = shape.apply(JsonCursor.root(tree, all));
        all.refuseIfAny(what);
        return thing.orElseThrow(() -> new IllegalStateException(what + " was not read, yet nothing is wrong with it"));
    }
}
