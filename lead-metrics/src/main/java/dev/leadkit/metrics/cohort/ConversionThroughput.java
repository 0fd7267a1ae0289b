package dev.leadkit.metrics.cohort;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * {@code lead.conversion.throughput}: conversions in a period over leads captured in the same period. Two cohorts are mixed: many
 * of those converted were captured before. It says how what comes out compares with what comes in, may exceed 1, and is therefore
 * no rate and has no interval. Undated leads are left out and counted. A period without captures is undefined.
 *
 * @param periods by which periods
 */
public record ConversionThroughput(Periods periods) implements LeadKpi<PeriodFigures> {

    private static final int CONVERTED = 0;
    private static final int CAPTURED = 1;
    private static final List<String> VERBS = List.of("converted", "captured");

    @Override
    public Definition definition() {
        return new Definition(
                "lead.conversion.throughput/1?" + periods.id(),
                TimeBasis.PERIOD,
                "Conversions in a period over leads captured in it, whatever leads the conversions are of; may exceed 1;"
                        + " undated leads are left out.");
    }

    @Override
    public List<String> parts() {
        return List.of("converted in period from epoch day", "captured in period from epoch day");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
            return;
        }
        counts.add(CAPTURED, periods.of(facts.captured().get().at()).toEpochDay(), times);
        if (facts.converted().isPresent()) {
            counts.add(CONVERTED, periods.of(facts.converted().get().at()).toEpochDay(), times);
        }
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return Stream.of(facts.captured(), facts.converted())
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public PeriodFigures result(Counts counts, Instant asOf) {
        Listing listing = new Listing(periods, counts, VERBS, asOf);
        Definition definition = definition();
        return listing.figures(
                day -> figure(definition, counts, day, listing.excluded()),
                KpiResult.undefined(definition, KpiUnit.SHARE, listing.nothing(), "no period is over"));
    }

    private static KpiResult figure(Definition definition, Counts counts, long day, SortedMap<String, Long> excluded) {
        Basis basis = Basis.of(counts.count(CONVERTED, day), counts.count(CAPTURED, day), excluded);
        return basis.numerator().signum() < 0
                ? KpiResult.undefined(definition, KpiUnit.SHARE, basis, KpiResult.INCOMPLETE)
                : KpiResult.quotient(definition, KpiUnit.SHARE, basis, "no dated lead was captured in the period");
    }
}
