package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Points;
import java.util.Map;

/**
 * A scoring rule that the host writes in Java. It must be thread-safe, give the same result for the same facts, and look
 * at nothing else: no clock, no random numbers, no remote calls; nor at the lead's own score or grade, which would feed on itself.
 *
 * <p>A rule that throws, returns null or returns more than {@value ScoringModel#MOST_POINTS} points in either direction
 * counts nothing and passes for not judged; the score names it among its faults, and the other rules count as usual.
 */
@FunctionalInterface
public interface Rule {

    /**
     * What a lead earns.
     *
     * @param facts the lead and its interactions at a moment
     * @return the points and, if it likes, why; {@link RuleResult#NOTHING} where it does not apply, and
     *     {@link RuleResult#unknown} where it lacks the data to say
     */
    RuleResult apply(Facts facts);

    /**
     * How much hangs on the rule: the greatest magnitude of points that it gives. So much of the confidence goes where the
     * rule cannot be judged. Asked once whenever the registry makes the rule, which is when a model is read and when it is compiled.
     *
     * @return from 0 to {@value ScoringModel#MOST_POINTS} points; 0, unless it is overridden, says nothing: the rule then
     *     makes no difference to the confidence
     */
    default Points reach() {
        return Points.ZERO;
    }

    /**
     * A rule that says how much hangs on it.
     *
     * @param points a whole number of points, the greatest magnitude that the code gives; from 0 to
     *     {@value ScoringModel#MOST_POINTS}
     * @param code what it does
     * @return the rule with that reach
     * @throws IllegalArgumentException if the reach is out of its bounds
     */
    static Rule upTo(long points, Rule code) {
        return upTo(Points.of(points), code);
    }

    /**
     * A rule that says how much hangs on it.
     *
     * @param reach the greatest magnitude that the code gives; from 0 to {@value ScoringModel#MOST_POINTS} points
     * @param code what it does
     * @return the rule with that reach
     * @throws IllegalArgumentException if the reach is out of its bounds
     */
    static Rule upTo(Points reach, Rule code) {
        requireNonNull(code, "code");
        if (reach.compareTo(Points.ZERO) < 0 || reach.compareTo(Points.of(ScoringModel.MOST_POINTS)) > 0) {
            throw new IllegalArgumentException(
                    "reach must be from 0 to " + ScoringModel.MOST_POINTS + " points, was " + reach);
        }
        return new Rule() {
            @Override
            public RuleResult apply(Facts facts) {
                return code.apply(facts);
            }

            @Override
            public Points reach() {
                return reach;
            }
        };
    }

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
