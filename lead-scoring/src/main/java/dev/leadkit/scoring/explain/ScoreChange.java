package dev.leadkit.scoring.explain;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.Evidence;
import java.util.List;

/**
 * One part of the difference between two scores.
 *
 * @param dimension the dimension it counts in; empty for the total
 * @param rule the rule, group or disqualifier; empty for the limits of a dimension or of the total
 * @param cause why it changed
 * @param points how much; zero only for a disqualifier that forces no total
 * @param evidence what it rests on: what is new, gone or aged, or what a rule looks at now; may be empty
 */
public record ScoreChange(String dimension, String rule, Cause cause, Points points, List<Evidence> evidence) {

    /** Why a part of a score changed. */
    public enum Cause {
        /** A rule holds that did not, or an interaction counts that did not. */
        NEW,
        /** A rule no longer holds, or an interaction no longer counts: it is too old, or newer ones pushed it out. */
        GONE,
        /** What counts is older and worth less. */
        AGED,
        /** A number is in another band, or code of the host gives something else. */
        CHANGED,
        /** A cap or a floor takes or gives another amount. */
        LIMIT,
        /** Something disqualifies that did not, or no longer does, or does to another total. */
        DISQUALIFIED,
        /** The rule itself is another one: the model changed. */
        MODEL,
        /** A rule gives something else; two scores alone do not tell why. */
        RULE
    }

    /**
     * Makes a change.
     *
     * @param dimension the dimension, or empty
     * @param rule the rule, group or disqualifier, or empty
     * @param cause why it changed
     * @param points how much
     * @param evidence what it rests on
     */
    public ScoreChange {
        requireNonNull(dimension, "dimension");
        requireNonNull(rule, "rule");
        requireNonNull(cause, "cause");
        requireNonNull(points, "points");
        evidence = List.copyOf(evidence);
    }
}
