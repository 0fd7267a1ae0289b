package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How an interaction loses its worth with age. A day is 24 hours.
 *
 * @param within the age after which it is worth nothing, that age included in what counts; empty for no such age
 * @param halfLife the span in which it loses half of what is left; empty for no loss
 */
public record Fading(Optional<Duration> within, Optional<Duration> halfLife) {

    /** The same worth at any age. */
    public static final Fading NEVER = new Fading(Optional.empty(), Optional.empty());

    /**
     * Makes a fading; the model that it becomes part of checks it.
     *
     * @param within the age after which nothing is left, or empty
     * @param halfLife the half-life, or empty
     */
    public Fading {
        requireNonNull(within, "within");
        requireNonNull(halfLife, "halfLife");
    }

    /** The fading in words, to stand behind points. */
    @Override
    public String toString() {
        return within.map(age -> " within " + words(age)).orElse("")
                + halfLife.map(age -> ", half-life " + words(age)).orElse("");
    }

    private static String words(Duration span) {
        long days = span.toDays();
        boolean whole = days > 0 && span.equals(Duration.ofDays(days));
        return whole ? days + (days == 1 ? " day" : " days") : span.toString();
    }
}
