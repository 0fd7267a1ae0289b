package dev.leadkit.examples.benchmarks.hand;

import dev.leadkit.examples.benchmarks.workload.AttributeRule;
import java.util.Map;
import java.util.TreeMap;

/** Points by group, added up before the code runs. */
final class Sums {

    private final Map<Integer, Long> ofGroup = new TreeMap<>();

    void add(AttributeRule rule) {
        ofGroup.merge(rule.group(), rule.points() * 1_000L, Long::sum);
    }

    String statements() {
        StringBuilder statements = new StringBuilder();
        ofGroup.forEach((group, units) -> statements.append(units == 0 ? "" : HandSource.add(group, units)));
        return statements.toString();
    }
}
