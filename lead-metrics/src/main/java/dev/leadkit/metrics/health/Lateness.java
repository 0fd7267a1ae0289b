package dev.leadkit.metrics.health;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.DurationBuckets;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Quantile;
import java.time.Instant;
import java.util.List;

/**
 * {@code data.lateness}: how long after they happened events were learned of, over all events that count. Figures told sooner after the
 * event than this will still change. Events that were recorded a little before they happened, as clocks of two machines have it, are
 * left out and counted.
 */
public record Lateness() implements LeadKpi<Lateness.Delays> {

    private static final String WHAT = "the time from when an event happened to when it was recorded";
    private static final String EMPTY = "no event";

    /**
     * The result, in seconds.
     *
     * @param p50 the median
     * @param p99 the 99th percentile
     */
    public record Delays(KpiResult p50, KpiResult p99) {}

    @Override
    public Definition definition() {
        return quantile(50).definition();
    }

    private static Quantile quantile(int percent) {
        return Quantile.ofSeconds(percent, "data.lateness", WHAT, EMPTY);
    }

    @Override
    public List<String> parts() {
        return List.of("events recorded after seconds");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        for (FactEvent event : facts.events()) {
            long seconds = event.lateness();
            if (seconds < 0) {
                counts.exclude("recorded before it happened", times);
            } else {
                counts.add(0, DurationBuckets.of(seconds), times);
            }
        }
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return facts.events();
    }

    @Override
    public Delays result(Counts counts, Instant asOf) {
        return new Delays(
                quantile(50).of(counts, 0, counts.excluded()), quantile(99).of(counts, 0, counts.excluded()));
    }
}
