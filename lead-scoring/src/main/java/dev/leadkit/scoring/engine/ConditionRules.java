package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The condition rules of a model. Immutable and thread-safe. */
final class ConditionRules {

    private final List<Entry> entries;

    ConditionRules(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** A rule that gives the units when the condition is true. */
    record Entry(int rule, String path, Condition when, long units) {

        /** Answers the condition; what kept it from being answered is told under the rule, unless it is false anyway. */
        Truth evaluate(Facts facts, Consumer<Fault> problems) {
            List<Fault> faults = new ArrayList<>();
            Truth truth = when.evaluate(facts, faults::add);
            if (truth != Truth.FALSE) {
                faults.forEach(fault -> problems.accept(named(fault)));
            }
            return truth;
        }

        private Fault named(Fault fault) {
            return fault.under(path + ".");
        }
    }

    void apply(Facts facts, Hits hits, Consumer<Fault> problems) {
        for (Entry entry : entries) {
            if (entry.evaluate(facts, problems) == Truth.TRUE && entry.units() != 0) {
                hits.add(entry.rule(), entry.units());
            }
        }
    }
}
