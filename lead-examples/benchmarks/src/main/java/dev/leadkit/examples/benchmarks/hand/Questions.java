package dev.leadkit.examples.benchmarks.hand;

import dev.leadkit.examples.benchmarks.workload.Ask;
import dev.leadkit.examples.benchmarks.workload.Attribute;
import java.util.Locale;
import java.util.stream.Collectors;

/** Questions as Java expressions about a bean {@code p}. */
final class Questions {

    private Questions() {}

    static String of(Ask ask) {
        if (ask instanceof Ask.OneOf oneOf) {
            String get = get(oneOf.attribute());
            return oneOf.values().stream()
                    .map(value -> quoted(value) + ".equals(" + get + ")")
                    .collect(Collectors.joining(" || ", "(", ")"));
        } else if (ask instanceof Ask.Range range) {
            String get = get(range.attribute());
            String low = range.low()
                    .map(least -> get + " >= " + number(least.doubleValue()))
                    .orElse("");
            String high = range.high()
                    .map(most -> get + " <= " + number(most.doubleValue()))
                    .orElse("");
            return low + (low.isEmpty() || high.isEmpty() ? "" : " && ") + high;
        } else if (ask instanceof Ask.Contains contains) {
            return textual(contains.attribute(), "contains", contains.part());
        } else if (ask instanceof Ask.Prefix prefix) {
            return textual(prefix.attribute(), "startsWith", prefix.start());
        }
        return ((Ask.All) ask).parts().stream().map(Questions::of).collect(Collectors.joining(" && "));
    }

    private static String textual(Attribute attribute, String method, String text) {
        String get = get(attribute);
        return get + " != null && " + get + "." + method + "(" + quoted(text) + ")";
    }

    static String get(Attribute attribute) {
        String name = attribute.name();
        return "p.get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "()";
    }

    /** The made-up texts have no character that needs escaping. */
    static String quoted(String text) {
        return '"' + text + '"';
    }

    /** A double as it is written in source. */
    static String number(double number) {
        return Double.toString(number);
    }
}
