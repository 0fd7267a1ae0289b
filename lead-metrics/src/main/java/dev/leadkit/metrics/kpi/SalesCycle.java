package dev.leadkit.metrics.kpi;

import static java.util.Objects.requireNonNull;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.DurationBuckets;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.Quantile;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * {@code lead.cycle}: how long it took from the capture to the close: the first conversion, for the leads that were converted; of all
 * closed leads, also the loss of those that were not. Leads that are undated, not closed, or closed before their capture (backfilled
 * data) are left out and counted; open leads are in no cycle. Durations are kept in {@link DurationBuckets}.
 *
 * @param population whose cycles count
 * @param from the first instant of closes that count; {@link Instant#MIN} for all up to {@code to}
 * @param to the instant after the last of closes that count; {@link Instant#MAX} for all from {@code from} on
 */
public record SalesCycle(Population population, Instant from, Instant to) implements LeadKpi<SalesCycle.Lengths> {

    /** Whose cycles count. */
    public enum Population {
        /** Those of converted leads. */
        WON("converted"),
        /** Those of converted and of lost leads. */
        CLOSED("closed");

        private final String word;

        Population(String word) {
            this.word = word;
        }
    }

    /**
     * Checks the period.
     *
     * @param population whose cycles count
     * @param from the first instant
     * @param to the instant after the last
     */
    public SalesCycle {
        requireNonNull(population, "population");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("to must be after from = " + from + ", was " + to);
        }
    }

    /** Converted leads, whenever they were converted. */
    public SalesCycle() {
        this(Population.WON);
    }

    /**
     * Closes of any time.
     *
     * @param population whose cycles count
     */
    public SalesCycle(Population population) {
        this(population, Instant.MIN, Instant.MAX);
    }

    /**
     * The result: quantiles of the length in seconds.
     *
     * @param p50 the median
     * @param p90 the 90th percentile
     */
    public record Lengths(KpiResult p50, KpiResult p90) {}

    @Override
    public Definition definition() {
        return quantile(50).definition();
    }

    private Quantile quantile(int percent) {
        boolean won = population == Population.WON;
        String period = from.equals(Instant.MIN) && to.equals(Instant.MAX) ? "" : "?from=" + from + "&to=" + to;
        Definition definition = new Definition(
                "lead.cycle" + (won ? "" : ".closed") + ".p" + percent + "/1" + period,
                TimeBasis.OUTCOME,
                Quantile.rule(percent) + " of the time from capture to " + (won ? "first conversion" : "close") + " of "
                        + population.word
                        + " leads, by nearest rank (numerator: the rank, denominator: how many); rounded down"
                        + " to eight significant binary digits, at most 0.8 % low.");
        return new Quantile(percent, definition, KpiUnit.SECONDS, "no dated lead was " + population.word);
    }

    @Override
    public List<String> parts() {
        return List.of(population.word + " after seconds");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        Optional<FactEvent> close = close(facts);
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
        } else if (close.isEmpty()) {
            counts.exclude(population == Population.WON ? "not converted" : "not closed", times);
        } else {
            count(counts, facts.captured().get(), close.get(), times);
        }
    }

    private Optional<FactEvent> close(LeadFacts facts) {
        return population == Population.WON || facts.isConverted() ? facts.converted() : facts.lost();
    }

    private void count(Counts counts, FactEvent captured, FactEvent close, long times) {
        if (close.isBefore(captured)) {
            counts.exclude(
                    population == Population.WON ? "converted before the capture" : "closed before the capture", times);
        } else if (isOutside(close)) {
            counts.exclude("closed outside the period", times);
        } else {
            counts.add(0, DurationBuckets.of(captured.secondsTo(close)), times);
        }
    }

    private boolean isOutside(FactEvent close) {
        return close.at().isBefore(from) || !close.at().isBefore(to);
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return Stream.of(facts.captured(), close(facts))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Lengths result(Counts counts, Instant asOf) {
        SortedMap<String, Long> excluded = counts.excluded();
        return new Lengths(quantile(50).of(counts, 0, excluded), quantile(90).of(counts, 0, excluded));
    }
}
