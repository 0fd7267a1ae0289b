package dev.leadkit.json;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a copy of what a host's own parser made, in the types that reading JSON text gives. */
final class HostTree {

    private int values;

    /** Counts the values of one tree. */
    HostTree() {}

    /**
     * What is no JSON (NaN, a date of a YAML parser) stays as it is: no reader accepts it, and the fault then says what was
     * asked for.
     *
     * @throws TooLarge if it is nested too deep, as a map that contains itself is, or has too many values, as a list of a
     *     list of a list has that each hold one and the same list a hundred times
     */
    @Nullable Object copy(@Nullable Object value, int depth) {
        if (depth > JsonText.DEEPEST) {
            throw new TooLarge(new Fault("$", "nested at most " + JsonText.DEEPEST + " deep", "deeper"));
        }
        values++;
        if (values > JsonText.MOST_TOKENS) {
            throw new TooLarge(new Fault("$", "a document of at most " + JsonText.MOST_TOKENS + " values", "larger"));
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put(String.valueOf(name), copy(member, depth + 1)));
            return members;
        }
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(copy(item, depth + 1)));
            return items;
        }
        return value instanceof CharSequence text ? text.toString() : number(value);
    }

    private static @Nullable Object number(@Nullable Object value) {
        if (value instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return Decimals.shortest(number);
        }
        if (!(value instanceof Number) || value instanceof BigDecimal) {
            return value;
        }
        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            return value;
        }
    }

    /** It is larger than any document may be. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Fault fault;

        private TooLarge(Fault fault) {
            super("tree is too large", null, false, false);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }
}
