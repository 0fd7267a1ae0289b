package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.DurationBuckets;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.LeadFacts;
import dev.leadkit.metrics.fold.Quantile;
import dev.leadkit.metrics.fold.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code lead.response}: how long it took from the capture to the first outbound interaction by a human, on the wall clock. Contacts
 * before the capture are no response to it. Undated leads are left out and counted.
 *
 * <p>The quantiles are those of the answered leads; how many are unanswered stands beside them. The share in time is exact
 * and counts unanswered leads: over the target by the as-of instant they are a breach, until then they are pending and left out.
 * The state grows with the number of unanswered leads, by their instants.
 *
 * @param target how long a response may take to be in time, that length included; above 0
 */
public record ResponseTime(Duration target) implements Kpi<ResponseCounts, ResponseTime.Times> {

    /** Five minutes, the usual target for leads from the web. */
    public static final Duration USUAL_TARGET = Duration.ofMinutes(5);

    private static final String UNANSWERED = "unanswered";
    private static final String PENDING = "unanswered, still in time";
    private static final String WHAT =
            "the time from capture to the first outbound interaction by a human, of answered leads";
    private static final String WHEN_EMPTY = "no dated lead was answered";
    private static final Quantile P50 = DurationQuantile.of(50, "lead.response", WHAT, WHEN_EMPTY);
    private static final Quantile P90 = DurationQuantile.of(90, "lead.response", WHAT, WHEN_EMPTY);

    /**
     * Checks the target.
     *
     * @param target how long a response may take
     */
    public ResponseTime {
        if (target.isNegative() || target.isZero()) {
            throw new IllegalArgumentException("target must be above 0, was " + target);
        }
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
    public ResponseCounts create() {
        return new ResponseCounts();
    }

    @Override
    public void add(ResponseCounts state, LeadFacts facts) {
        count(state, facts, 1);
    }

    @Override
    public void retract(ResponseCounts state, LeadFacts facts) {
        count(state, facts, -1);
    }

    private void count(ResponseCounts state, LeadFacts facts, long times) {
        if (facts.capturedAt().isEmpty()) {
            state.excluded().add(LeadFacts.UNDATED, times);
            return;
        }
        Instant captured = facts.capturedAt().get();
        facts.respondedAt()
                .ifPresentOrElse(
                        responded -> answered(state, Duration.between(captured, responded), times),
                        () -> state.deadlines().add(deadline(captured), times));
    }

    private Instant deadline(Instant captured) {
        boolean never = target.compareTo(Duration.between(captured, Instant.MAX)) > 0;
        return never ? Instant.MAX : captured.plus(target);
    }

    private void answered(ResponseCounts state, Duration duration, long times) {
        if (duration.isNegative()) {
            state.excluded().add("answered before the capture", times);
            return;
        }
        state.answered().add(DurationBuckets.of(duration), times);
        state.inTime().add(duration.compareTo(target) <= 0, times);
    }

    @Override
    public void merge(ResponseCounts into, ResponseCounts from) {
        into.merge(from);
    }

    @Override
    public Times result(ResponseCounts state, Instant asOf) {
        SortedMap<String, Long> excluded =
                with(state.excluded(), UNANSWERED, state.deadlines().total());
        return new Times(P50.of(state.answered(), excluded), P90.of(state.answered(), excluded), inTime(state, asOf));
    }

    private KpiResult inTime(ResponseCounts state, Instant asOf) {
        long overdue = state.deadlines().total(deadline -> deadline.isBefore(asOf));
        long pending = Math.subtractExact(state.deadlines().total(), overdue);
        long met = state.inTime().count(true);
        long due = Math.addExact(met, Math.addExact(state.inTime().count(false), overdue));
        Basis basis = Basis.of(met, due, with(state.excluded(), PENDING, pending));
        return KpiResult.rate(definition(), basis, "no dated lead was answered or is overdue");
    }

    private static SortedMap<String, Long> with(Tally<String> excluded, String reason, long count) {
        Tally<String> all = new Tally<>();
        all.merge(excluded);
        all.add(reason, count);
        return new TreeMap<>(all.counts());
    }

    private Definition definition() {
        return new Definition(
                "lead.response.in-time/1?target=" + target,
                "Leads answered by a human within the target, over those and all that were answered later or are unanswered"
                        + " past the target; undated leads and those still in time are left out.");
    }
}
