package dev.leadkit.examples.benchmarks.peers;

import dev.leadkit.examples.benchmarks.workload.Ask;
import java.util.stream.Collectors;

/**
 * What rules ask, in an expression language: the languages differ in few words only.
 *
 * @param and between two that must both hold
 * @param or between two of which one must hold
 * @param quote around texts
 * @param nulls whether a value may be null, which has to be asked for then
 */
record Phrases(String and, String or, String quote, boolean nulls) {

    String of(Ask ask) {
        if (ask instanceof Ask.OneOf oneOf) {
            String name = oneOf.attribute().name();
            return oneOf.values().stream()
                    .map(value -> name + " == " + quoted(value))
                    .collect(Collectors.joining(or, "(", ")"));
        } else if (ask instanceof Ask.Range range) {
            String name = range.attribute().name();
            String low = range.low()
                    .map(least -> and + name + " >= " + least.doubleValue())
                    .orElse("");
            String high = range.high()
                    .map(most -> and + name + " <= " + most.doubleValue())
                    .orElse("");
            return known(name, low + high);
        } else if (ask instanceof Ask.Contains contains) {
            String name = contains.attribute().name();
            return known(name, and + name + ".contains(" + quoted(contains.part()) + ")");
        } else if (ask instanceof Ask.Prefix prefix) {
            String name = prefix.attribute().name();
            return known(name, and + name + ".startsWith(" + quoted(prefix.start()) + ")");
        }
        return ((Ask.All) ask).parts().stream().map(this::of).collect(Collectors.joining(and));
    }

    /** What begins with "and", behind the question whether the value is known if one has to ask that. */
    private String known(String name, String rest) {
        return nulls ? name + " != null" + rest : rest.substring(and.length());
    }

    private String quoted(String text) {
        return quote + text + quote;
    }
}
