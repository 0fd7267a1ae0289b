package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.fault.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * One condition of a rule, or that of a disqualifier.
 *
 * @param place the rule's place in the model; disqualifiers stand behind all rules
 * @param path what faults are told under
 * @param when the condition
 * @param units what it gives when it is true
 */
record ConditionEntry(int place, String path, Condition when, long units) {

    /** Answers the condition without the index; problems are told as the index tells them, under the rule. */
    Truth evaluate(Facts facts, Consumer<Fault> problems) {
        Collection<Fault> faults = new ArrayList<>();
        Truth truth = when.evaluate(facts, faults::add);
        if (truth != Truth.FALSE) {
            faults.forEach(fault -> problems.accept(named(fault)));
        }
        return truth;
    }

    Fault named(Fault fault) {
        return fault.under(path + ".");
    }
}
