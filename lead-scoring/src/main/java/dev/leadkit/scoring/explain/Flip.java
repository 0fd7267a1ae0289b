package dev.leadkit.scoring.explain;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Points;

/**
 * One rule that would have to turn out otherwise.
 *
 * @param dimension the rule's dimension; empty for a disqualifier, which would have to hold no longer
 * @param rule the rule, or the disqualifier
 * @param from the points that it adds now, within its own limits
 * @param to the points that it would have to add; zero both for a disqualifier
 * @param more how many more interactions that takes, happening at the moment of the score; zero for every other kind of rule
 */
public record Flip(String dimension, String rule, Points from, Points to, int more) {

    /**
     * Makes a flip.
     *
     * @param dimension the rule's dimension, or empty
     * @param rule the rule
     * @param from the points now
     * @param to the points then
     * @param more how many more interactions
     */
    public Flip {
        requireNonNull(dimension, "dimension");
        requireNonNull(rule, "rule");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    /**
     * How far the rule moves.
     *
     * @return to minus from; negative for a rule that loses because another one gains
     */
    public Points change() {
        return to.minus(from);
    }
}
