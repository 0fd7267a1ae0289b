package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an interaction loses its worth with age. A day of a duration is 24 hours.
 *
 * @param within the age after which it is worth nothing, that age included in what counts; empty for no such age
 * @param halfLife the span in which it loses half of what is left; empty for no loss
 * @param days how many calendar days of the lead it counts on, the day of the score included: 1 is today; empty for any,
 *     and where there is an age {@code within}
 */
public record Fading(Optional<Duration> within, Optional<Duration> halfLife, OptionalInt days) {

    /** The same worth at any age. */
    public static final Fading NEVER = new Fading(Optional.empty(), Optional.empty(), OptionalInt.empty());

    /**
     * Makes a fading; the model that it becomes part of checks it.
     *
     * @param within the age after which nothing is left, or empty
     * @param halfLife the half-life, or empty
     * @param days how many calendar days, or empty
     */
    public Fading {
        requireNonNull(within, "within");
        requireNonNull(halfLife, "halfLife");
        requireNonNull(days, "days");
    }

    /**
     * Makes a fading that looks at no calendar.
     *
     * @param within the age after which nothing is left, or empty
     * @param halfLife the half-life, or empty
     */
    public Fading(Optional<Duration> within, Optional<Duration> halfLife) {
        this(within, halfLife, OptionalInt.empty());
    }

    /** The fading in words, to stand behind points. */
    @Override
    public String toString() {
        return within.map(age -> " within " + words(age)).orElse("")
                + (days.isPresent() ? " on the last " + days.getAsInt() + " calendar days" : "")
                + halfLife.map(age -> ", half-life " + words(age)).orElse("");
    }

    private static String words(Duration span) {
        long days = span.toDays();
        boolean whole = days > 0 && span.equals(Duration.ofDays(days));
        return whole ? days + (days == 1 ? " day" : " days") : span.toString();
    }
}
