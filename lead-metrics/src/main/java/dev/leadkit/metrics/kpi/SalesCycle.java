package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.DurationBuckets;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Quantile;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * {@code lead.cycle}: how long it took from the capture to the first conversion, for the leads that were converted. Leads that are
 * undated, not converted, or converted before their capture (backfilled data) are left out and counted. Durations are kept in
 * {@link DurationBuckets}.
 */
public record SalesCycle() implements LeadKpi<SalesCycle.Lengths> {

    private static final String WHEN_EMPTY = "no dated lead was converted";
    private static final String WHAT = "the time from capture to first conversion of converted leads";
    private static final Quantile P50 = Quantile.ofSeconds(50, "lead.cycle", WHAT, WHEN_EMPTY);
    private static final Quantile P90 = Quantile.ofSeconds(90, "lead.cycle", WHAT, WHEN_EMPTY);

    /**
     * The result: quantiles of the length in seconds.
     *
     * @param p50 the median
     * @param p90 the 90th percentile
     */
    public record Lengths(KpiResult p50, KpiResult p90) {}

    @Override
    public Definition definition() {
        return P50.definition();
    }

    @Override
    public List<String> parts() {
        return List.of("converted after seconds");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
        } else if (facts.converted().isEmpty()) {
            counts.exclude("not converted", times);
        } else {
            count(counts, facts.captured().get().secondsTo(facts.converted().get()), times);
        }
    }

    private static void count(Counts counts, long seconds, long times) {
        if (seconds < 0) {
            counts.exclude("converted before the capture", times);
        } else {
            counts.add(0, DurationBuckets.of(seconds), times);
        }
    }

    @Override
    public Lengths result(Counts counts, Instant asOf) {
        SortedMap<String, Long> excluded = counts.excluded();
        return new Lengths(P50.of(counts, 0, excluded), P90.of(counts, 0, excluded));
    }
}
