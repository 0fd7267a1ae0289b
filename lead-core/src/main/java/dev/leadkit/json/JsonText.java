package dev.leadkit.json;

import dev.leadkit.fault.Fault;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;

/**
 * JSON text from plain trees of {@link Map}, {@link List}, {@link String}, {@link BigDecimal}, {@link Boolean} and null;
 * {@link JsonDocument} goes the other way. Stateless and thread-safe; the same tree gives the same text everywhere.
 *
 * <p>A number is written digit by digit, or with an exponent where its scale is negative, so that reading it gives an equal
 * {@link BigDecimal}. Characters beyond U+D7FF (emoji among them) are escaped: half a surrogate pair then survives every
 * encoding.
 */
public final class JsonText {

    /** How deep objects and lists may be nested in one another. */
    static final int DEEPEST = 500;

    /** How long a document may be, in characters. */
    static final int LONGEST = 1 << 24;

    /** How many names, values and brackets a document may have. */
    static final int MOST_TOKENS = 2_000_000;

    private static final int LONGEST_NUMBER = 1_000;
    private static final int LAST_BEFORE_SURROGATES = 0xD7FF;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxDocumentLength(LONGEST)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
            .highestNonEscapedChar(LAST_BEFORE_SURROGATES)
            .build();

    private JsonText() {}

    /**
     * Writes a tree over several lines, indented by two spaces, with {@code \n} and without one at the end.
     *
     * @param tree maps with text keys (in their own order), iterables, texts, booleans, whole numbers, decimals, null;
     *     nested at most 500 deep
     * @return the text
     * @throws IllegalArgumentException if the tree holds anything else, or contains itself
     */
    public static String pretty(@Nullable Object tree) {
        return text(tree, new Indented());
    }

    /**
     * Writes a tree on one line.
     *
     * @param tree as for {@link #pretty}
     * @return the text
     * @throws IllegalArgumentException as for {@link #pretty}
     */
    public static String line(@Nullable Object tree) {
        return text(tree, ObjectWriteContext.empty());
    }

    private static String text(@Nullable Object tree, ObjectWriteContext context) {
        Writer text = new StringWriter();
        try (JsonGenerator to = FACTORY.createGenerator(context, text)) {
            write(to, tree);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("JSON tree must be nested at most " + DEEPEST + " deep, was deeper", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator to, @Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            to.writeStartObject();
            map.forEach((name, value) -> write(to.writeName(name(name)), value));
            to.writeEndObject();
        } else if (tree instanceof Iterable<?> items) {
            to.writeStartArray();
            items.forEach(item -> write(to, item));
            to.writeEndArray();
        } else {
            writeValue(to, tree);
        }
    }

    private static String name(@Nullable Object name) {
        if (name instanceof CharSequence text) {
            return text.toString();
        }
        throw new IllegalArgumentException("JSON name must be a text, was " + kind(name));
    }

    private static void writeValue(JsonGenerator to, @Nullable Object value) {
        if (value == null) {
            to.writeNull();
        } else if (value instanceof CharSequence text) {
            to.writeString(text.toString());
        } else if (value instanceof Boolean flag) {
            to.writeBoolean(flag);
        } else if (value instanceof BigDecimal number) {
            to.writeNumber(exact(number));
        } else if (value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger) {
            to.writeNumber(value.toString());
        } else {
            throw new IllegalArgumentException(
                    "JSON value must be a map, list, text, exact number, boolean or null, was " + kind(value));
        }
    }

    /** Digits alone where that is exact and short; zeros for a huge exponent would fill the memory. */
    private static String exact(BigDecimal number) {
        boolean plain = number.scale() >= 0 && number.scale() <= LONGEST_NUMBER;
        return plain ? number.toPlainString() : number.toString();
    }

    private static String kind(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getName();
    }

    /**
     * Reads a text. What is wrong with it goes to the faults; null if it says null, or nothing could be read.
     *
     * @throws UncheckedIOException if the reader fails
     */
    static @Nullable Object read(Reader text, Consumer<Fault> faults) {
        return read(text, Place.START, faults, from -> new TreeReader(from, faults).read());
    }

    /** Reads one value of a parser that stands on its first token. */
    @FunctionalInterface
    interface Shape {
        @Nullable Object read(JsonParser from);
    }

    /**
     * Reads a text that is one value and nothing else; it begins in its file where {@code start} says. What is wrong with
     * it goes to the faults. After a syntax error nothing is given: faults about a half-read value would mislead.
     *
     * @throws UncheckedIOException if the reader fails
     */
    static @Nullable Object read(Reader text, Place start, Consumer<Fault> faults, Shape shape) {
        try (JsonParser from = FACTORY.createParser(ObjectReadContext.empty(), unmarked(text))) {
            return read(from, start, faults, shape);
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object read(JsonParser from, Place start, Consumer<Fault> faults, Shape shape) {
        Object value;
        try {
            if (from.nextToken() == null) {
                faults.accept(new Fault("$", "a JSON value", "", "The text is empty."));
                return null;
            }
            value = shape.read(from);
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            faults.accept(SyntaxFault.of(e, from.currentLocation(), start));
            return null;
        }
        if (hasMore(from)) {
            String path = start.of(from.currentTokenLocation());
            faults.accept(new Fault(path, "the end of the text", "more text", "A document is one JSON value."));
        }
        return value;
    }

    /** More text is more text, whether it is JSON or not. */
    private static boolean hasMore(JsonParser from) {
        try {
            return from.nextToken() != null;
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            return true;
        }
    }

    /** Editors of one system put a mark before the text, which JSON does not know. */
    private static Reader unmarked(Reader text) throws IOException {
        PushbackReader unmarked = new PushbackReader(text, 1);
        int first = unmarked.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            unmarked.unread(first);
        }
        return unmarked;
    }

    /** Asks the generator for indented text with the same line ends on every system. */
    private static final class Indented extends ObjectWriteContext.Base {

        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            Separators separators = Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator("");
            return new DefaultPrettyPrinter(separators)
                    .withArrayIndenter(indenter)
                    .withObjectIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
