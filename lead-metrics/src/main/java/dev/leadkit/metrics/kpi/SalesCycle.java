package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.DurationBuckets;
import dev.leadkit.metrics.fold.Kpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.LeadFacts;
import dev.leadkit.metrics.fold.Quantile;
import dev.leadkit.metrics.fold.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;

/**
 * {@code lead.cycle}: how long it took from the capture to the first conversion, for the leads that were converted. Leads that are
 * undated, not converted, or converted before their capture (backfilled data) are left out and counted. Durations are kept in
 * {@link DurationBuckets}.
 */
public record SalesCycle() implements Kpi<Sample<Long>, SalesCycle.Lengths> {

    private static final String WHEN_EMPTY = "no dated lead was converted";
    private static final String WHAT = "the time from capture to first conversion of converted leads";
    private static final Quantile P50 = DurationQuantile.of(50, "lead.cycle", WHAT, WHEN_EMPTY);
    private static final Quantile P90 = DurationQuantile.of(90, "lead.cycle", WHAT, WHEN_EMPTY);

    /**
     * The result: quantiles of the length in seconds.
     *
     * @param p50 the median
     * @param p90 the 90th percentile
     */
    public record Lengths(KpiResult p50, KpiResult p90) {}

    @Override
    public Sample<Long> create() {
        return new Sample<>();
    }

    @Override
    public void add(Sample<Long> state, LeadFacts facts) {
        count(state, facts, 1);
    }

    @Override
    public void retract(Sample<Long> state, LeadFacts facts) {
        count(state, facts, -1);
    }

    private static void count(Sample<Long> state, LeadFacts facts, long times) {
        if (facts.capturedAt().isEmpty()) {
            state.excluded().add(LeadFacts.UNDATED, times);
        } else if (facts.convertedAt().isEmpty()) {
            state.excluded().add("not converted", times);
        } else {
            count(
                    state,
                    Duration.between(
                            facts.capturedAt().get(), facts.convertedAt().get()),
                    times);
        }
    }

    private static void count(Sample<Long> state, Duration length, long times) {
        if (length.isNegative()) {
            state.excluded().add("converted before the capture", times);
        } else {
            state.counted().add(DurationBuckets.of(length), times);
        }
    }

    @Override
    public void merge(Sample<Long> into, Sample<Long> from) {
        into.merge(from);
    }

    @Override
    public Lengths result(Sample<Long> state, Instant asOf) {
        SortedMap<String, Long> excluded = state.excluded().counts();
        return new Lengths(P50.of(state.counted(), excluded), P90.of(state.counted(), excluded));
    }
}
