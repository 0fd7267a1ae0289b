package dev.leadkit.condition;

import java.time.Duration;
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

    static String of(Duration duration) {
        long days = duration.toDays();
        if (days > 0 && duration.equals(Duration.ofDays(days))) {
            return days + (days == 1 ? " day" : " days");
        }
        return duration.toString();
    }
}
