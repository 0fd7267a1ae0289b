package dev.leadkit.calendar;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time in which an SLA clock stands still. Immutable and thread-safe.
 *
 * @param from the first instant of it
 * @param until the first instant after it; empty while it lasts
 */
public record Pause(Instant from, Optional<Instant> until) {

    /**
     * Makes a pause.
     *
     * @param from its start
     * @param until its end, not included, or empty while it lasts
     * @throws IllegalArgumentException if it ends before it starts
     */
    public Pause {
        if (until.isPresent() && until.get().isBefore(from)) {
            throw new IllegalArgumentException("pause must end at " + from + " or later, was " + until.get());
        }
    }
}
