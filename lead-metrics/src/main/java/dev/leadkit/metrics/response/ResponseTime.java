package dev.leadkit.metrics.response;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.DurationBuckets;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Quantile;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code lead.response}: how long it took from the capture to the first outbound interaction by a human, on the wall clock. Contacts
 * before the capture are no response to it. Undated leads are left out and counted.
 *
 * <p>The quantiles are those of the answered leads; how many are unanswered stands beside them. The share in time is exact
 * and counts unanswered leads: over the target by the as-of instant they are a breach, until then they are pending and left out.
 * What is answered is kept by its duration; what is not is kept by the last instant at which an answer would be in time, so that the
 * passing of time needs no new state: the state grows with the number of such instants.
 *
 * @param target how long a response may take to be in time, that length included; above 0
 * @param resolution to how much the last instants in time are rounded up, from 1 second: an unanswered lead is overdue when the
 *     as-of instant, rounded down to as much, is past it. A longer one keeps the state small
 */
public record ResponseTime(Duration target, Duration resolution) implements LeadKpi<ResponseTime.Times> {

    /** Five minutes, the usual target for leads from the web. */
    public static final Duration USUAL_TARGET = Duration.ofMinutes(5);

    private static final int ANSWERED = 0;
    private static final int IN_TIME = 1;
    private static final int DEADLINES = 2;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String UNANSWERED = "unanswered";
    private static final String PENDING = "unanswered, still in time";
    private static final String WHAT =
            "the time from capture to the first outbound interaction by a human, of answered leads";
    private static final String WHEN_EMPTY = "no dated lead was answered";
    private static final Quantile P50 = Quantile.ofSeconds(50, "lead.response", WHAT, WHEN_EMPTY);
    private static final Quantile P90 = Quantile.ofSeconds(90, "lead.response", WHAT, WHEN_EMPTY);

    /**
     * Checks the target.
     *
     * @param target how long a response may take
     * @param resolution to how much deadlines are rounded
     */
    public ResponseTime {
        if (target.isNegative() || target.isZero()) {
            throw new IllegalArgumentException("target must be above 0, was " + target);
        }
        if (resolution.compareTo(SECOND) < 0 || resolution.getNano() != 0) {
            throw new IllegalArgumentException("resolution must be whole seconds from 1, was " + resolution);
        }
    }

    /**
     * Response times to the second.
     *
     * @param target how long a response may take to be in time, that length included; above 0
     */
    public ResponseTime(Duration target) {
        this(target, SECOND);
    }

    /**
     * The result.
     *
     * @param p50 the median response time of answered leads, in seconds
     * @param p90 the 90th percentile of answered leads, in seconds
     * @param inTime answered within the target, over those and all breaches
     */
    public record Times(KpiResult p50, KpiResult p90, KpiResult inTime) {}

    @Override
    public Definition definition() {
        return new Definition(
                "lead.response.in-time/1?target=" + target
                        + (resolution.equals(SECOND) ? "" : "&resolution=" + resolution),
                TimeBasis.COHORT,
                "Leads answered by a human within the target, over those and all that were answered later or are unanswered"
                        + " past the target; undated leads and those still in time are left out.");
    }

    @Override
    public List<String> parts() {
        return List.of("answered after seconds", "in time (1) or late (0)", "unanswered, due by");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
            return;
        }
        FactEvent captured = facts.captured().get();
        if (facts.responded().isPresent()) {
            answered(counts, captured, facts.responded().get(), times);
        } else {
            counts.add(DEADLINES, deadline(captured), times);
        }
    }

    private void answered(Counts counts, FactEvent captured, FactEvent responded, long times) {
        counts.add(ANSWERED, DurationBuckets.of(captured.secondsTo(responded)), times);
        counts.add(IN_TIME, captured.within(responded, target) ? 1 : 0, times);
    }

    /** The number of the resolution's step at whose end an answer is late. */
    private long deadline(FactEvent captured) {
        long seconds = Math.min(target.getSeconds(), Long.MAX_VALUE / 4) + captured.second();
        boolean fraction = target.getNano() > 0 || captured.at().getNano() > 0;
        return Math.floorDiv(seconds + (fraction ? 1 : 0) + resolution.getSeconds() - 1, resolution.getSeconds());
    }

    @Override
    public Times result(Counts counts, Instant asOf) {
        SortedMap<String, Long> excluded = with(counts, UNANSWERED, counts.total(DEADLINES));
        return new Times(P50.of(counts, ANSWERED, excluded), P90.of(counts, ANSWERED, excluded), inTime(counts, asOf));
    }

    private KpiResult inTime(Counts counts, Instant asOf) {
        long now = Math.floorDiv(asOf.getEpochSecond(), resolution.getSeconds());
        long overdue = counts.total(DEADLINES, deadline -> deadline < now);
        long pending = Math.subtractExact(counts.total(DEADLINES), overdue);
        long met = counts.count(IN_TIME, 1);
        long due = Math.addExact(met, Math.addExact(counts.count(IN_TIME, 0), overdue));
        Basis basis = Basis.of(met, due, with(counts, PENDING, pending));
        return KpiResult.rate(definition(), basis, "no dated lead was answered or is overdue");
    }

    private static SortedMap<String, Long> with(Counts counts, String reason, long times) {
        SortedMap<String, Long> all = new TreeMap<>(counts.excluded());
        if (times != 0) {
            all.put(reason, times);
        }
        return all;
    }
}
