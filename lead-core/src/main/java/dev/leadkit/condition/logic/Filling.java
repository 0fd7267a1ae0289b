package dev.leadkit.condition.logic;

import dev.leadkit.condition.AgeCondition;
import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.FieldTest.Bound;
import dev.leadkit.lead.FieldType;
import java.time.Duration;

/**
 * What a field may be: missing, or one of some values of some age. Immutable.
 *
 * @param missing whether it may be missing
 * @param present whether it may have a value
 * @param values which values it may have, if any
 * @param ages which ages such a value may have; ahead is below zero
 */
record Filling(boolean missing, boolean present, Values values, Spans ages) {

    static Filling any(FieldType<?> type) {
        return new Filling(true, true, Values.of(type), Spans.ALL);
    }

    boolean isImpossible() {
        return !missing && !present;
    }

    Filling with(FieldTest test, Sign sign) {
        if (test instanceof FieldTest.Present || test instanceof FieldTest.Missing) {
            boolean filled = sign.holds() == test instanceof FieldTest.Present;
            return new Filling(missing && !filled, present && filled, values, ages);
        }
        return narrowed(sign, values.with(test, sign), ages);
    }

    Filling with(AgeCondition asked, Sign sign) {
        Spans range =
                Spans.of(asked.youngest().map(Filling::end), asked.oldest().map(Filling::end));
        return narrowed(sign, values, ages.and(sign.holds() ? range : range.complement()));
    }

    private static Bound end(Duration age) {
        return new Bound(age, true);
    }

    private Filling narrowed(Sign sign, Values left, Spans agesLeft) {
        boolean filled = present && !left.isEmpty() && !agesLeft.isEmpty();
        return new Filling(missing && sign.allowsUnknown(), filled, left, agesLeft);
    }
}
