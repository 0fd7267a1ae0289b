package dev.leadkit.condition;

import dev.leadkit.lead.FieldType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts conditions in words. */
final class Words {

    private Words() {}

    static String joined(List<Condition> parts, String word, String none) {
        if (parts.isEmpty()) {
            return none;
        }
        return parts.size() == 1
                ? parts.get(0).toString()
                : parts.stream().map(Words::bracketed).collect(Collectors.joining(word));
    }

    private static String bracketed(Condition part) {
        boolean compound = (part instanceof Condition.All all && all.parts().size() > 1)
                || (part instanceof Condition.Any any && any.parts().size() > 1);
        return compound ? "(" + part + ")" : part.toString();
    }

    /** A value as its writer would write it. */
    static String of(Object value) {
        return value instanceof BigDecimal number ? FieldType.NUMBER.format(number) : value.toString();
    }

    static String of(Duration duration) {
        if (duration.isZero() || duration.toNanosPart() != 0) {
            return duration.isZero() ? "0 days" : duration.toString();
        }
        List<String> parts = new ArrayList<>();
        add(parts, duration.toDays(), "day");
        add(parts, duration.toHoursPart(), "hour");
        add(parts, duration.toMinutesPart(), "minute");
        add(parts, duration.toSecondsPart(), "second");
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }

    /** The two ends of a span, as far as there are any. */
    static String span(String low, String high) {
        return low + (low.isEmpty() || high.isEmpty() ? "" : " and ") + high;
    }
}
