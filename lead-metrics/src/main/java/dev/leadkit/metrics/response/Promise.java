package dev.leadkit.metrics.response;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
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
record Promise(int inTime, int deadlines, Duration resolution) implements Serializable {

    /** Far beyond every instant: what is never late. */
    private static final long NEVER = 1L << 60;

    private static final String PENDING = "unanswered, still in time";
    private static final Duration SECOND = Duration.ofSeconds(1);

    static void check(Duration target, Duration resolution) {
        if (resolution.compareTo(SECOND) < 0 || resolution.getNano() != 0) {
            throw new IllegalArgumentException("resolution must be whole seconds from 1, was " + resolution);
        }
        if (target.isNegative() || target.isZero()) {
            throw new IllegalArgumentException("target must be above 0, was " + target);
        }
    }

    /** How a definition names the resolution: not at all, if it is the usual one. */
    String id() {
        return resolution.equals(SECOND) ? "" : "&resolution=" + resolution;
    }

    void answered(Counts counts, boolean wasInTime, long times) {
        counts.add(inTime, wasInTime ? 1 : 0, times);
    }

    void unanswered(Counts counts, FactEvent start, Duration target, long times) {
        long second = Math.min(target.getSeconds(), Long.MAX_VALUE / 4) + start.second();
        due(counts, second, target.getNano() > 0 || start.at().getNano() > 0, times);
    }

    void unanswered(Counts counts, Instant lastInTime, long times) {
        due(counts, lastInTime.getEpochSecond(), lastInTime.getNano() > 0, times);
    }

    void neverDue(Counts counts, long times) {
        counts.add(deadlines, NEVER, times);
    }

    private void due(Counts counts, long second, boolean fraction, long times) {
        long whole = second + (fraction ? 1 : 0);
        counts.add(deadlines, -Math.floorDiv(-whole, resolution.getSeconds()), times);
    }

    KpiResult share(Definition definition, Counts counts, Instant asOf, String whenEmpty) {
        long now = Math.floorDiv(asOf.getEpochSecond(), resolution.getSeconds());
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
