package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.fault.Fault;
import java.util.List;
import java.util.function.Consumer;

/** The condition rules of a model. Immutable and thread-safe. */
final class ConditionRules {

    private final List<Entry> entries;

    ConditionRules(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** A rule that gives the units when the condition is true. */
    record Entry(int rule, Condition when, long units) {}

    void apply(Facts facts, Hits hits, Consumer<Fault> problems) {
        for (Entry entry : entries) {
            if (entry.when().evaluate(facts, problems) == Truth.TRUE) {
                hits.add(entry.rule(), entry.units());
            }
        }
    }
}
