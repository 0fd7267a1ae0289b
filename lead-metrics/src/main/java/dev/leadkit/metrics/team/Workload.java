package dev.leadkit.metrics.team;

import dev.leadkit.metrics.segment.InGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One rep in one period, as the period ends.
 *
 * @param group the period or the team, so that reps are compared with others of the same
 * @param available how long the rep could have worked, by the calendar of capacity; 0 or more
 * @param handled how long the rep worked on leads; 0 or more
 * @param waiting since when each lead waits that the rep has open; one entry for each
 */
public record Workload(String group, Duration available, Duration handled, List<Instant> waiting) implements InGroup {

    /**
     * Checks the times.
     *
     * @param group the period or the team
     * @param available how long the rep could have worked
     * @param handled how long the rep worked
     * @param waiting since when each open lead waits
     */
    public Workload {
        waiting = List.copyOf(waiting);
        if (available.isNegative()) {
            throw new IllegalArgumentException("available must be 0 or more, was " + available);
        }
        if (handled.isNegative()) {
            throw new IllegalArgumentException("handled must be 0 or more, was " + handled);
        }
    }
}
