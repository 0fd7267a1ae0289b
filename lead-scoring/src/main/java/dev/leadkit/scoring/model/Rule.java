package dev.leadkit.scoring.model;

import dev.leadkit.condition.Facts;
import java.util.Map;

/**
 * A scoring rule that the host writes in Java. It must be thread-safe, give the same result for the same facts, and look
 * at nothing else: no clock, no random numbers, no remote calls; nor at the lead's own score or grade, which would feed on itself.
 *
 * <p>A rule that throws, returns null or returns more than {@value ScoringModel#MOST_POINTS} points in either direction
 * counts nothing; the score names it among its faults, and the other rules count as usual.
 */
@FunctionalInterface
public interface Rule {

    /**
     * What a lead earns.
     *
     * @param facts the lead and its interactions at a moment
     * @return the points and, if it likes, why; {@link RuleResult#NOTHING} where it does not apply
     */
    RuleResult apply(Facts facts);

    /** Makes a rule from the parameters that a model gives. */
    @FunctionalInterface
    interface Maker {

        /**
         * Makes the rule; called when a model is read and when it is compiled.
         *
         * @param with the parameters: {@link String}, {@link java.math.BigDecimal}, {@link Boolean}, and lists and maps
         *     of them; immutable, empty where the model gives none
         * @return the rule
         * @throws IllegalArgumentException if the parameters are wrong; the message tells the model's author how
         */
        Rule make(Map<String, Object> with);
    }
}
