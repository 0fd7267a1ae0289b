package dev.leadkit.json;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * JSON text from and to plain trees of {@link Map}, {@link List}, {@link String}, {@link BigDecimal}, {@link Boolean} and
 * null. Stateless and thread-safe; the same tree gives the same text everywhere.
 */
public final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /**
     * Writes a tree over several lines, indented by two spaces, with {@code \n} and without one at the end.
     *
     * @param tree maps with text keys (in their own order), iterables, texts, booleans, whole numbers, decimals, null
     * @return the text
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public static String pretty(@Nullable Object tree) {
        return text(tree, new Indented());
    }

    /**
     * Writes a tree on one line.
     *
     * @param tree as for {@link #pretty}
     * @return the text
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public static String line(@Nullable Object tree) {
        return text(tree, ObjectWriteContext.empty());
    }

    private static String text(@Nullable Object tree, ObjectWriteContext context) {
        Writer text = new StringWriter();
        try (JsonGenerator to = FACTORY.createGenerator(context, text)) {
            write(to, tree);
        }
        return text.toString();
    }

    private static void write(JsonGenerator to, @Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            to.writeStartObject();
            map.forEach((name, value) -> write(to.writeName(String.valueOf(name)), value));
            to.writeEndObject();
        } else if (tree instanceof Iterable<?> items) {
            to.writeStartArray();
            items.forEach(item -> write(to, item));
            to.writeEndArray();
        } else {
            writeValue(to, tree);
        }
    }

    private static void writeValue(JsonGenerator to, @Nullable Object value) {
        if (value == null) {
            to.writeNull();
        } else if (value instanceof CharSequence text) {
            to.writeString(text.toString());
        } else if (value instanceof Boolean flag) {
            to.writeBoolean(flag);
        } else if (value instanceof BigDecimal number) {
            to.writeNumber(number.toPlainString());
        } else if (value instanceof Integer || value instanceof Long) {
            to.writeNumber(((Number) value).longValue());
        } else {
            throw new IllegalArgumentException("JSON value must be a map, list, text, number, boolean or null, was "
                    + value.getClass().getName());
        }
    }

    /** Reads a text; what is wrong with it goes to the faults, and what could be read until then is returned. */
    static @Nullable Object read(Reader text, Faults faults) {
        try (JsonParser from = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            from.nextToken();
            Object tree = read(from, "$", faults);
            if (from.nextToken() != null) {
                faults.add("$", "one JSON value", "more text behind it");
            }
            return tree;
        } catch (JacksonException e) {
            String where = "line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr();
            faults.accept(new Fault(where, "valid JSON", "a syntax error", e.getOriginalMessage()));
            return null;
        }
    }

    private static @Nullable Object read(JsonParser from, String path, Faults faults) {
        JsonToken token = from.currentToken();
        if (token == null) {
            faults.add(path, "a JSON value", "");
            return null;
        }
        return switch (token) {
            case START_OBJECT -> readObject(from, path, faults);
            case START_ARRAY -> readArray(from, path, faults);
            case VALUE_STRING -> from.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> from.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> readObject(JsonParser from, String path, Faults faults) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (from.nextToken() != JsonToken.END_OBJECT) {
            String name = from.currentName();
            from.nextToken();
            boolean twice = members.containsKey(name);
            members.put(name, read(from, JsonCursor.member(path, name), faults));
            if (twice) {
                faults.add(JsonCursor.member(path, name), "there once", "there twice");
            }
        }
        return members;
    }

    private static List<@Nullable Object> readArray(JsonParser from, String path, Faults faults) {
        List<@Nullable Object> items = new ArrayList<>();
        while (from.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(from, path + "[" + items.size() + "]", faults));
        }
        return items;
    }

    /** Asks the generator for indented text with the same line ends on every system. */
    private static final class Indented extends ObjectWriteContext.Base {

        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter().withArrayIndenter(indenter).withObjectIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
