package dev.leadkit.condition.logic;

import dev.leadkit.condition.Condition;
import java.util.List;

/**
 * Proves what holds of conditions for every lead at every moment. An answer of true is a proof; false means that there is
 * none, because it is not so or because it was not found. Stateless and thread-safe.
 *
 * <p>What is understood: the three values of conditions and how they combine; that a field is missing or has one value; values,
 * ranges, ages, beginnings and parts of texts against each other; how often interactions of one kind occurred, and that those
 * of a narrower kind or window are not more. Not understood, and taken to be free: what a regular expression can match
 * (beyond that it cannot both match and not match), how different fields depend on each other, and that counts of
 * different types add up. After {@value #MOST_STEPS} steps a proof is given up.
 *
 * <p>The method is that of analytic tableaux: to prove something, its opposite is taken apart until every branch contradicts
 * itself (Smullyan (1968), "First-Order Logic", chapter II), here with the four signs that three values need.
 */
public final class Logic {

    /** The most steps of one proof. A condition without nesting takes one step for each part. */
    public static final int MOST_STEPS = 20_000;

    private Logic() {}

    /**
     * Whether no lead can make a condition true.
     *
     * @param condition the condition
     * @return true if it is proved that it is false or unknown always
     */
    public static boolean isNever(Condition condition) {
        return isImpossible(new Goal(condition, Sign.TRUE));
    }

    /**
     * Whether every lead makes a condition true.
     *
     * @param condition the condition
     * @return true if it is proved that it is never false nor unknown
     */
    public static boolean isAlways(Condition condition) {
        return isImpossible(new Goal(condition, Sign.NOT_TRUE));
    }

    /**
     * Whether a condition is true wherever another one is.
     *
     * @param condition the narrower condition
     * @param other the wider one
     * @return true if it is proved that the other one is true for every lead that makes the condition true
     */
    public static boolean implies(Condition condition, Condition other) {
        return isImpossible(new Goal(condition, Sign.TRUE), new Goal(other, Sign.NOT_TRUE));
    }

    /**
     * Whether two conditions are never true together.
     *
     * @param condition the one
     * @param other the other
     * @return true if it is proved that no lead makes both true
     */
    public static boolean excludes(Condition condition, Condition other) {
        return isImpossible(new Goal(condition, Sign.TRUE), new Goal(other, Sign.TRUE));
    }

    private static boolean isImpossible(Goal... goals) {
        return !new Tableau(MOST_STEPS).canHold(List.of(goals));
    }
}
