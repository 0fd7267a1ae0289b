package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Points;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What each interaction of a rule is worth: {@code Worth.points(2).within(Duration.ofDays(30)).most(10)}. Immutable: every
 * step gives a new worth.
 *
 * @param points what a fresh one is worth; may be negative
 * @param fading how it loses its worth with age
 * @param most how many of them count, the newest first; empty for as many as a store keeps
 *     ({@value LeadHistory#MOST_EVENTS}), which is also the greatest number
 * @param limits how low and how high all of them together may go; must contain 0, so that a rule about nothing gives
 *     nothing
 */
public record Worth(Points points, Fading fading, OptionalInt most, Limits limits) {

    /**
     * Makes a worth; the model that it becomes part of checks it.
     *
     * @param points what a fresh one is worth
     * @param fading how it loses its worth with age
     * @param most how many of them count, or empty
     * @param limits how low and how high all together may go
     */
    public Worth {
        requireNonNull(points, "points");
        requireNonNull(fading, "fading");
        requireNonNull(most, "most");
        requireNonNull(limits, "limits");
    }

    /**
     * The same points at any age, for any number of interactions.
     *
     * @param points a whole number of points; may be negative
     * @return the worth
     */
    public static Worth points(long points) {
        return points(Points.of(points));
    }

    /**
     * The same points at any age, for any number of interactions.
     *
     * @param points the points; may be negative
     * @return the worth
     */
    public static Worth points(Points points) {
        return new Worth(points, Fading.NEVER, OptionalInt.empty(), Limits.NONE);
    }

    /**
     * Only interactions of late.
     *
     * @param window how far back, both ends included; from a second to 36,525 days
     * @return the new worth
     */
    public Worth within(Duration window) {
        return new Worth(points, new Fading(Optional.of(window), fading.halfLife(), fading.days()), most, limits);
    }

    /**
     * Only interactions of the lead's last calendar days, by the time zone that the model declares.
     *
     * @param count how many days, the day of the score included; from 1 to 36,525
     * @return the new worth
     */
    public Worth days(int count) {
        Fading calendar = new Fading(fading.within(), fading.halfLife(), OptionalInt.of(count));
        return new Worth(points, calendar, most, limits);
    }

    /**
     * Only the newest interaction, however many there were.
     *
     * @return the new worth
     */
    public Worth once() {
        return most(1);
    }

    /**
     * An interaction loses half of what it is worth in each such span.
     *
     * @param span the half-life; from a second to 36,525 days
     * @return the new worth
     */
    public Worth halfLife(Duration span) {
        return new Worth(points, new Fading(fading.within(), Optional.of(span), fading.days()), most, limits);
    }

    /**
     * Only the newest interactions.
     *
     * @param count how many
     * @return the new worth
     */
    public Worth most(int count) {
        return new Worth(points, fading, OptionalInt.of(count), limits);
    }

    /**
     * At most so many points for all together.
     *
     * @param greatest a whole number of points, not negative
     * @return the new worth
     */
    public Worth cap(long greatest) {
        return new Worth(points, fading, most, limits.withCap(Points.of(greatest)));
    }

    /**
     * At least so many points for all together.
     *
     * @param least a whole number of points, not positive
     * @return the new worth
     */
    public Worth floor(long least) {
        return new Worth(points, fading, most, limits.withFloor(Points.of(least)));
    }

    /** The worth in words: {@code 2 points within 30 days, half-life 7 days, the newest 10, at most 20 in all}. */
    @Override
    public String toString() {
        String all = limits.toString();
        return points + " points" + fading + (most.isPresent() ? ", the newest " + most.getAsInt() : "")
                + (all.isEmpty() ? "" : ", " + all + " in all");
    }
}
