package dev.leadkit.metrics.fold;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * How finely a state keeps instants that a result compares with its as-of instant: in steps of equal length since
 * 1970-01-01T00:00:00Z, without any calendar. Coarse steps keep a state small; a result is exact where the as-of instant is on a step,
 * and each KPI says to which side it rounds elsewhere. Immutable and thread-safe.
 *
 * @param step how long a step is, in whole seconds from 1
 */
public record Resolution(Duration step) implements Serializable {

    /** To the second. */
    public static final Resolution SECOND = new Resolution(Duration.ofSeconds(1));
    /** Days of 24 hours, of UTC. */
    public static final Resolution DAY = new Resolution(Duration.ofDays(1));

    /**
     * Checks the step.
     *
     * @param step how long a step is
     */
    public Resolution {
        if (step.compareTo(Duration.ofSeconds(1)) < 0 || step.toNanosPart() != 0) {
            throw new IllegalArgumentException("resolution must be whole seconds from 1, was " + step);
        }
    }

    /**
     * The first step that begins at or after an instant.
     *
     * @param second seconds since 1970-01-01T00:00:00Z
     * @return the step's number
     */
    public long up(long second) {
        return -Math.floorDiv(-second, step.toSeconds());
    }

    /**
     * The first step that begins at or after an instant.
     *
     * @param at the instant
     * @return the step's number
     */
    public long up(Instant at) {
        return up(at.getEpochSecond() + (at.getNano() == 0 ? 0 : 1));
    }

    /**
     * The last step that begins at or before an instant.
     *
     * @param at the instant
     * @return the step's number
     */
    public long down(Instant at) {
        return down(at.getEpochSecond());
    }

    /**
     * The last step that begins at or before an instant.
     *
     * @param second seconds since 1970-01-01T00:00:00Z
     * @return the step's number
     */
    public long down(long second) {
        return Math.floorDiv(second, step.toSeconds());
    }

    @Override
    public String toString() {
        return step.toString();
    }
}
