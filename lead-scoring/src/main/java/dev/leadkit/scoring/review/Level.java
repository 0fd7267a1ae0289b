package dev.leadkit.scoring.review;

import dev.leadkit.scoring.model.Limits;
import java.util.function.Function;

/**
 * A sum that has limits, and that a rule is part of.
 *
 * @param name what it is called in a sentence
 * @param limits its limits
 * @param whole the sum of any lead, before the limits
 * @param given the sum of a lead of which something is supposed, before the limits
 */
record Level(String name, Limits limits, Reach whole, Function<Supposed, Reach> given) {

    /** Whether the limits leave one number of whatever the rules give. */
    boolean isIdle() {
        return !whole.isOne() && whole.within(limits).isOne();
    }

    /** Whether the limits change the sum of some lead, as far as is known. */
    boolean isBinding() {
        return !whole.within(limits).equals(whole);
    }
}
