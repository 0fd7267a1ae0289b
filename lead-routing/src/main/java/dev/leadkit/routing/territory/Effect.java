package dev.leadkit.routing.territory;

import dev.leadkit.condition.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked in all, of a territory or an entry, with what it inherits.
 *
 * @param values the numbers of the values that will do, by criterion; none for a criterion that is not asked
 * @param postal the postal codes, null if they are not asked
 * @param size the sizes
 * @param condition the condition, null if there is none
 */
record Effect(
        Choices values,
        @Nullable List<Piece> postal,
        SizeSpan size,
        @Nullable Condition condition) {

    static final Effect NOTHING_ASKED = new Effect(Choices.NOTHING_ASKED, null, Rule.Scope.ANY_SIZE, null);

    /** An interval of postal codes, and how it was written. */
    record Piece(PostalSpan span, long from, long to) {}
}
