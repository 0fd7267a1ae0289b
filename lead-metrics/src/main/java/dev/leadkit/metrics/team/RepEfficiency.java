package dev.leadkit.metrics.team;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.DurationBuckets;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.Quantile;
import dev.leadkit.metrics.fold.TimeBasis;
import dev.leadkit.metrics.fold.Wide;
import dev.leadkit.metrics.forecast.ObservedToExpected;
import dev.leadkit.metrics.segment.Grouping;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code rep}: how each rep does. Everything counts for the rep who owned the lead <em>when it happened</em>: a conversion for the owner
 * then, an answer for the owner then, and the leads that a rep had are all that the rep owned at some time before the conversion or worked
 * on. So a lead that changed hands counts with each of its reps, and the sum over reps is more than the leads. What happened while nobody
 * owned a lead, and leads that nobody ever had, are in {@link Grouping#MISSING}.
 *
 * <p>Rates of few leads say little: look at the interval. Reps get different leads, which only the ratio of observed to expected
 * conversions takes into account: there a lead counts once, for the owner at its conversion or loss, or now.
 *
 * @param expected the horizon of the ratio of observed to expected conversions
 */
public record RepEfficiency(ObservedToExpected expected) implements LeadKpi<SortedMap<String, RepFigures>> {

    private static final int LEADS = ObservedToExpected.PARTS;
    private static final int CONVERTED = LEADS + 1;
    private static final int SECONDS = LEADS + 2;
    private static final int FIRST_TOUCH = LEADS + 3;
    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);
    private static final Quantile P50 = new Quantile(
            50,
            new Definition(
                    "rep.first-touch.p50/1",
                    TimeBasis.EVENT,
                    Quantile.rule(50)
                            + " of the time from capture to the first answer, of leads answered while the rep owned them."),
            KpiUnit.SECONDS,
            "no dated lead was answered");

    @Override
    public Definition definition() {
        return new Definition(
                "rep/1?horizon=" + expected.horizon().toDays() + "d",
                TimeBasis.EVENT,
                "Conversions, work and answers of each rep, by who owned the lead when it happened.");
    }

    @Override
    public List<String> parts() {
        List<String> parts = new ArrayList<>(expected.parts());
        parts.addAll(List.of("had", "converted", "seconds of work", "first answered after seconds"));
        return parts;
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return facts.events().stream()
                .filter(event -> event.what() instanceof Occurrence.Owned
                        || event.what() instanceof Occurrence.Worked
                        || event.equals(facts.captured().orElse(null))
                        || event.equals(facts.responded().orElse(null))
                        || event.equals(facts.converted().orElse(null)))
                .toList();
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        Owners owners = new Owners(facts);
        for (String rep : owners.all()) {
            counts.named(rep).add(LEADS, 0, times);
        }
        if (facts.isConverted()) {
            counts.named(owners.at(facts.converted())).add(CONVERTED, 0, times);
        }
        Optional<FactEvent> outcome = facts.converted().or(facts::lost);
        expected.count(counts.named(owners.at(outcome)), 0, facts, times);
        if (facts.captured().isPresent() && facts.responded().isPresent()) {
            long seconds = facts.captured().get().secondsTo(facts.responded().get());
            counts.named(owners.at(facts.responded())).add(FIRST_TOUCH, DurationBuckets.of(seconds), times);
        }
        for (FactEvent event : facts.events()) {
            if (event.what() instanceof Occurrence.Worked worked
                    && !worked.time().isNegative()) {
                String rep = Owners.name(worked.rep());
                Wide.add(counts.named(rep), SECONDS, worked.time().toSeconds(), times);
            }
        }
    }

    @Override
    public SortedMap<String, RepFigures> result(Counts counts, Instant asOf) {
        SortedMap<String, RepFigures> reps = new TreeMap<>();
        counts.named().forEach((rep, part) -> reps.put(rep, figures(part, asOf)));
        return reps;
    }

    private RepFigures figures(Counts counts, Instant asOf) {
        long converted = counts.count(CONVERTED, 0);
        KpiResult conversion = KpiResult.rate(
                new Definition(
                        "rep.conversion/1",
                        TimeBasis.EVENT,
                        "Conversions of leads that the rep owned then, over the leads that the rep had."),
                Basis.of(converted, counts.count(LEADS, 0), new TreeMap<>()),
                "no leads");
        Basis hours = new Basis(
                BigDecimal.valueOf(converted).multiply(HOUR),
                new BigDecimal(Wide.total(counts, SECONDS)),
                new TreeMap<>());
        Definition perHour = new Definition(
                "rep.conversions-per-hour/1",
                TimeBasis.EVENT,
                "Conversions an hour of work (numerator: conversions times 3,600, denominator: seconds).");
        KpiResult speed = converted < 0
                ? KpiResult.undefined(perHour, KpiUnit.NUMBER, hours, KpiResult.INCOMPLETE)
                : KpiResult.quotient(perHour, KpiUnit.NUMBER, hours, "no time of work was told");
        return new RepFigures(
                conversion, speed, expected.result(counts, asOf), P50.of(counts, FIRST_TOUCH, new TreeMap<>()));
    }
}
