package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.index.ConditionIndex;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.fault.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.function.Consumer;

/** The condition rules of a model, found through an index. Immutable and thread-safe. */
final class ConditionRules {

    private final ConditionIndex<Entry> index;

    ConditionRules(Collection<Entry> entries) {
        this.index = ConditionIndex.of(entries, Entry::when);
    }

    ConditionIndex<Entry> index() {
        return index;
    }

    /** A rule that gives the units when the condition is true. */
    record Entry(int rule, String path, Condition when, long units) {

        /** Answers the condition without the index; problems are told as the index tells them, under the rule. */
        Truth evaluate(Facts facts, Consumer<Fault> problems) {
            Collection<Fault> faults = new ArrayList<>();
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
        for (Entry entry : index.find(facts, (rule, fault) -> problems.accept(rule.named(fault)))) {
            if (entry.units() != 0) {
                hits.add(entry.rule(), entry.units());
            }
        }
    }
}
