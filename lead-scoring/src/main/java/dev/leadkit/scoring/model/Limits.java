package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Points;
import java.util.Optional;

/**
 * How low and how high a sum of points may go. A model refuses limits whose floor is above their cap.
 *
 * @param floor the least; a smaller sum is raised to it; empty for none
 * @param cap the greatest; a greater sum is lowered to it; empty for none
 */
public record Limits(Optional<Points> floor, Optional<Points> cap) {

    /** No floor and no cap. */
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());

    /**
     * Makes limits.
     *
     * @param floor the least, or empty
     * @param cap the greatest, or empty
     */
    public Limits {
        requireNonNull(floor, "floor");
        requireNonNull(cap, "cap");
    }

    /**
     * The same limits with another floor.
     *
     * @param least the least
     * @return the new limits
     */
    public Limits withFloor(Points least) {
        return new Limits(Optional.of(least), cap);
    }

    /**
     * The same limits with another cap.
     *
     * @param most the greatest
     * @return the new limits
     */
    public Limits withCap(Points most) {
        return new Limits(floor, Optional.of(most));
    }

    /**
     * What the limits leave of a sum.
     *
     * @param units thousandths of a point
     * @return the nearest number within the limits, and never beyond {@value ScoringModel#MOST_POINTS} points in either
     *     direction: there every sum saturates
     */
    public long clamp(long units) {
        long most = Points.of(ScoringModel.MOST_POINTS).units();
        long capped = Math.min(cap.map(Points::units).orElse(most), units);
        return Math.max(floor.map(Points::units).orElse(-most), capped);
    }

    /** The limits in words: {@code from -20 to 60}, {@code at most 60}, or nothing. */
    @Override
    public String toString() {
        if (floor.isPresent() && cap.isPresent()) {
            return "from " + floor.get() + " to " + cap.get();
        }
        return floor.map(least -> "at least " + least)
                .or(() -> cap.map(most -> "at most " + most))
                .orElse("");
    }
}
