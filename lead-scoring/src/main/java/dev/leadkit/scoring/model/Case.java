package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Condition;
import dev.leadkit.lead.Points;

/**
 * One of the ways in which a rule can turn out: these points where this condition is true.
 *
 * @param when the condition
 * @param points the points; may be negative
 */
public record Case(Condition when, Points points) {

    /**
     * Makes a case.
     *
     * @param when the condition
     * @param points the points
     */
    public Case {
        requireNonNull(when, "when");
        requireNonNull(points, "points");
    }
}
