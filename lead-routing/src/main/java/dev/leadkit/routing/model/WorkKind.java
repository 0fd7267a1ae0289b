package dev.leadkit.routing.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Condition;

/**
 * A kind of work that some leads are. A lead is of the first kind of the plan whose condition is true (unknown is not true), and
 * of the kind {@link #USUAL} with one unit if none is. Loads and capacities are counted for each kind apart.
 *
 * @param name the kind's name, 1 to 255 characters; several entries may share one
 * @param when which leads are of it
 * @param units how many units of the capacity such a lead takes up, 1 to {@link Rep#MOST_CAPACITY}
 */
public record WorkKind(String name, Condition when, int units) {

    /** The kind of a lead that is of no other. */
    public static final String USUAL = "lead";

    private static final int LONGEST = 255;

    /**
     * Makes a kind.
     *
     * @param name its name
     * @param when which leads are of it
     * @param units how much such a lead is
     * @throws IllegalArgumentException if the name is blank or too long, or the units are out of their bounds
     */
    public WorkKind {
        requireNonNull(when, "when");
        if (name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException("kind of work must be a text of 1 to " + LONGEST + " characters");
        }
        if (units < 1 || units > Rep.MOST_CAPACITY) {
            throw new IllegalArgumentException("units must be from 1 to " + Rep.MOST_CAPACITY + ", was " + units);
        }
    }
}
