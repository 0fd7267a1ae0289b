package dev.leadkit.metrics.response;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Resolution;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts what was answered in time, by an exact counter, and what is not answered, by the last instant at which an answer would be in
 * time: in steps of the resolution, rounded up.
 *
 * @param inTime the part that counts answers in time (1) and late (0)
 * @param deadlines the part that counts what is not answered
 * @param resolution the length of a step
 */
record Promise(int inTime, int deadlines, Resolution resolution) implements Serializable {

    /** Far beyond every instant: what is never late. */
    private static final long NEVER = 1L << 60;

    private static final String PENDING = "unanswered, still in time";
    /** Longer than any report looks ahead, so that instants stay in their range. */
    private static final Duration LONGEST = Duration.ofDays(36_525_000);

    static void check(Duration target) {
        if (target.isNegative() || target.isZero()) {
            throw new IllegalArgumentException("target must be above 0, was " + target);
        }
    }

    /** How a definition names the resolution: not at all, if it is the usual one. */
    String id() {
        return resolution.equals(Resolution.SECOND) ? "" : "&resolution=" + resolution;
    }

    void answered(Counts counts, boolean wasInTime, long times) {
        counts.add(inTime, wasInTime ? 1 : 0, times);
    }

    void unanswered(Counts counts, FactEvent start, Duration target, long times) {
        if (target.compareTo(LONGEST) > 0) {
            neverDue(counts, times);
        } else {
            unanswered(counts, start.at().plus(target), times);
        }
    }

    void unanswered(Counts counts, Instant lastInTime, long times) {
        counts.add(deadlines, resolution.up(lastInTime), times);
    }

    void neverDue(Counts counts, long times) {
        counts.add(deadlines, NEVER, times);
    }

    KpiResult share(Definition definition, Counts counts, Instant asOf, String whenEmpty) {
        long now = resolution.down(asOf);
        long overdue = counts.total(deadlines, deadline -> deadline < now);
        long pending = Math.subtractExact(counts.total(deadlines), overdue);
        long met = counts.count(inTime, 1);
        long due = Math.addExact(met, Math.addExact(counts.count(inTime, 0), overdue));
        return KpiResult.rate(definition, Basis.of(met, due, with(counts, PENDING, pending)), whenEmpty);
    }

    static SortedMap<String, Long> with(Counts counts, String reason, long times) {
        SortedMap<String, Long> all = new TreeMap<>(counts.excluded());
        if (times != 0) {
            all.put(reason, times);
        }
        return all;
    }
}
