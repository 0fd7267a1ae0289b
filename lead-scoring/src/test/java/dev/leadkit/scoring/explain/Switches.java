package dev.leadkit.scoring.explain;

import static dev.leadkit.condition.Conditions.field;

import dev.leadkit.condition.Condition;
import dev.leadkit.lead.Field;

/** Conditions about fields of their own, of which a lead without values meets the one and not the other. */
final class Switches {

    private Switches() {}

    static Condition on(String name) {
        return field(Field.flag(name)).isMissing();
    }

    static Condition off(String name) {
        return field(Field.flag(name)).isPresent();
    }
}
