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

/**
 * {@code lead.conversion.closed}, the win rate: of the leads whose outcome came in a period, how many were converted, with Wilson's
 * 95 % interval. The outcome is the conversion, else the loss; a lead that was converted and lost later counts as converted. Open
 * leads and undated ones are left out and counted: while losses come faster or slower than conversions, the rate is low or high
 * for that alone, and {@code lead.conversion.eventual} is the figure without that bias.
 *
 * @param periods by which periods
 */
public record ClosedConversion(Periods periods) implements LeadKpi<PeriodFigures> {

    private static final int CONVERTED = 0;
    private static final int LOST = 1;
    private static final List<String> VERBS = List.of("converted", "lost");

    @Override
    public Definition definition() {
        return new Definition(
                "lead.conversion.closed/1?" + periods.id(),
                TimeBasis.OUTCOME,
                "Leads converted in a period, over leads converted or lost in it; open and undated leads are left out.");
    }

    @Override
    public List<String> parts() {
        return List.of("converted in period from epoch day", "lost in period from epoch day");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
        } else if (facts.converted().isPresent()) {
            counts.add(CONVERTED, period(facts.converted().get()), times);
        } else if (facts.lost().isPresent()) {
            counts.add(LOST, period(facts.lost().get()), times);
        } else {
            counts.exclude("open", times);
        }
    }

    private long period(FactEvent event) {
        return periods.of(event.at()).toEpochDay();
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return facts.converted().or(facts::lost).stream().toList();
    }

    @Override
    public PeriodFigures result(Counts counts, Instant asOf) {
        Listing listing = new Listing(periods, counts, VERBS, asOf);
        Definition definition = definition();
        return listing.figures(
                day -> {
                    long won = counts.count(CONVERTED, day);
                    Basis basis = Basis.of(won, Math.addExact(won, counts.count(LOST, day)), listing.excluded());
                    return KpiResult.rate(definition, basis, "no dated lead was converted or lost in the period");
                },
                KpiResult.undefined(definition, KpiUnit.SHARE, listing.nothing(), "no period is over"));
    }
}
