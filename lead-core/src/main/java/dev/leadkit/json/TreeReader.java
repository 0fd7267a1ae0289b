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
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/** Makes a plain tree of what a parser reads. The parser's limit of nesting bounds the recursion. For one document. */
final class TreeReader {

    private final JsonParser from;
    private final Consumer<Fault> faults;

    TreeReader(JsonParser from, Consumer<Fault> faults) {
        this.from = from;
        this.faults = faults;
    }

    /** The value that the parser stands on. */
    @Nullable Object read() {
        return read(from.currentToken());
    }

    private @Nullable Object read(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
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

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        while (from.nextToken() != JsonToken.END_OBJECT) {
            String name = from.currentName();
            if (members.containsKey(name) && twice.add(name)) {
                faults.accept(new Fault(path(from.streamReadContext()), "there once", "there more than once"));
            }
            members.put(name, read(from.nextToken()));
        }
        return members;
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonToken token = from.nextToken(); token != JsonToken.END_ARRAY; token = from.nextToken()) {
            items.add(read(token));
        }
        return items;
    }

    /** Where the parser stands: asked for in faults only, since long names of many levels make long paths. */
    private static String path(@Nullable TokenStreamContext here) {
        if (here == null || here.inRoot()) {
            return "$";
        }
        String above = path(here.getParent());
        return here.inObject() ? Shown.member(above, here.currentName()) : above + "[" + here.getCurrentIndex() + "]";
    }

    /** A number whose exponent is out of every reach. */
    record Beyond(String text) {

        @Override
        public String toString() {
            return text;
        }
    }
}
