package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.FieldTest;
import dev.leadkit.lead.Points;

/**
 * Points for a number that lies in a range.
 *
 * @param range the range; its ends are numbers
 * @param points the points; may be negative
 */
public record NumberBand(FieldTest.Range range, Points points) {

    /**
     * Makes a band; the model that it becomes part of checks it.
     *
     * @param range the range
     * @param points the points
     */
    public NumberBand {
        requireNonNull(range, "range");
        requireNonNull(points, "points");
    }

    /** A range without the verb before it. */
    static String words(FieldTest.Range range) {
        return range.toString().substring("is ".length());
    }

    /** The band in words: {@code at least 50 and less than 500: 10}. */
    @Override
    public String toString() {
        return words(range) + ": " + points;
    }
}
