package dev.leadkit.json;

import dev.leadkit.fault.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/** Makes a plain tree of what a parser reads. The parser's limit of nesting bounds the recursion. For one document. */
final class TreeReader {

    private final JsonParser from;
    private final Consumer<Fault> faults;

    TreeReader(JsonParser from, Consumer<Fault> faults) {
        this.from = from;
        this.faults = faults;
    }

    /** After a syntax error nothing is given: faults about a half-read tree would mislead. */
    @Nullable Object document() {
        Object tree;
        try {
            JsonToken first = from.nextToken();
            if (first == null) {
                faults.accept(new Fault("$", "a JSON value", "", "The text is empty."));
                return null;
            }
            tree = read(first, "$");
        } catch (JacksonException e) {
            report(e);
            return null;
        }
        end();
        return tree;
    }

    private void end() {
        try {
            if (from.nextToken() == null) {
                return;
            }
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            // more text is more text, whether it is JSON or not
        }
        String where = "line " + from.currentTokenLocation().getLineNr() + ", column "
                + from.currentTokenLocation().getColumnNr();
        faults.accept(new Fault(where, "the end of the text", "more text", "A document is one JSON value."));
    }

    private void report(JacksonException e) {
        if (e instanceof JacksonIOException) {
            throw e;
        }
        faults.accept(SyntaxFault.of(e, from.currentLocation()));
    }

    private @Nullable Object read(JsonToken token, String path) {
        return switch (token) {
            case START_OBJECT -> object(path);
            case START_ARRAY -> list(path);
            case VALUE_STRING -> from.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** A number beyond what Java's decimals reach stays a number that no reader accepts. */
    private Object number() {
        try {
            return from.getDecimalValue();
        } catch (NumberFormatException e) {
            return new Beyond(from.getString());
        }
    }

    private Map<String, @Nullable Object> object(String path) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        while (from.nextToken() != JsonToken.END_OBJECT) {
            String name = from.currentName();
            if (members.containsKey(name) && twice.add(name)) {
                faults.accept(new Fault(Shown.member(path, name), "there once", "there more than once"));
            }
            members.put(name, read(from.nextToken(), Shown.member(path, name)));
        }
        return members;
    }

    private List<@Nullable Object> list(String path) {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonToken token = from.nextToken(); token != JsonToken.END_ARRAY; token = from.nextToken()) {
            items.add(read(token, path + "[" + items.size() + "]"));
        }
        return items;
    }

    /** A number whose exponent is out of every reach. */
    record Beyond(String text) {

        @Override
        public String toString() {
            return text;
        }
    }
}
