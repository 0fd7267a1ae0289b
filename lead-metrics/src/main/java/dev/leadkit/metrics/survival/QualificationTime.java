package dev.leadkit.metrics.survival;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Faults;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Quantile;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code lead.qualification.time}: how many days it takes from the capture until a lead is first qualified, told from all leads: the
 * cumulative incidence after Aalen and Johansen and its quantiles. A lead that was lost, or converted without having been qualified,
 * came to another end; an open one counts for as long as it has been observed. The mean of the qualified ones alone would be too short,
 * since the slow ones are still missing from it.
 *
 * <p>What comes first is the lead's end; at one instant the qualification. Times are kept in days of 24 hours, parts of a second cut
 * off. A quantile is "not reached" where fewer leads are ever qualified, or enough are not observed for so long; the numerators are how
 * many were qualified by that day, the denominators how many leads are observed. Undated leads, and leads whose end came before their
 * capture, are left out and counted.
 *
 * @param qualified a lead is qualified when it first enters any of these stages; at least one
 * @param fewest how many leads must be at risk for a day to be told, at least 1; where no lead is open before a day, it is told anyway
 * @param resolution how finely is kept since when leads are open
 */
public record QualificationTime(Set<Stage> qualified, int fewest, Resolution resolution)
        implements LeadKpi<QualificationTime.Days> {

    /**
     * Keeps a copy of the stages.
     *
     * @param qualified the stages that make a lead qualified
     * @param fewest how many leads must be at risk
     * @param resolution how finely is kept since when leads are open
     * @throws dev.leadkit.fault.RefusedException if a parameter is out of range; with all faults
     */
    public QualificationTime {
        requireNonNull(resolution, "resolution");
        qualified = Set.copyOf(qualified);
        Faults faults = new Faults();
        if (qualified.isEmpty()) {
            faults.add("qualified", "at least one stage", "none");
        }
        Observed.check(fewest, faults);
        faults.refuseIfAny("lead.qualification.time");
    }

    /**
     * With {@link EventualConversion#USUAL_FEWEST} leads at risk and open leads kept by the day.
     *
     * @param qualified a lead is qualified when it first enters any of these stages; at least one
     */
    public QualificationTime(Set<Stage> qualified) {
        this(qualified, EventualConversion.USUAL_FEWEST, Resolution.DAY);
    }

    /**
     * The result: by which day so many of all leads are qualified.
     *
     * @param p25 a quarter
     * @param p50 half
     * @param p75 three quarters
     * @param curve the share qualified by each day
     */
    public record Days(KpiResult p25, KpiResult p50, KpiResult p75, Curve curve) {}

    @Override
    public Definition definition() {
        return quantile(50);
    }

    private Definition quantile(int percent) {
        String stages =
                Definition.texts(qualified.stream().map(Stage::name).sorted().toList());
        return new Definition(
                "lead.qualification.time.p" + percent + "/1?qualified=" + stages + "&fewest=" + fewest + "&resolution="
                        + resolution,
                TimeBasis.COHORT,
                Quantile.rule(percent)
                        + " of the days from capture to first qualification of all leads, after Aalen and"
                        + " Johansen: open leads count as long as they were observed, lost ones and those converted"
                        + " without it are never qualified; undated leads are left out.");
    }

    @Override
    public List<String> parts() {
        return List.of("qualified on day", "lost or converted unqualified on day", "open, captured at step");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        if (facts.captured().isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
            return;
        }
        FactEvent captured = facts.captured().get();
        Optional<FactEvent> entry = facts.firstReached(qualified);
        Optional<FactEvent> other = facts.converted().or(facts::lost);
        if (entry.isEmpty() && other.isEmpty()) {
            counts.add(Observed.OPEN, resolution.down(captured.second()), times);
            return;
        }
        boolean isQualified =
                entry.isPresent() && (other.isEmpty() || !other.get().isBefore(entry.get()));
        long day = Observed.day(captured, (isQualified ? entry : other).orElseThrow());
        if (day < 0) {
            counts.exclude(isQualified ? "qualified before the capture" : "ended before the capture", times);
        } else {
            counts.add(isQualified ? Observed.EVENTS : Observed.OTHERS, day, times);
        }
    }

    @Override
    public List<FactEvent> evidence(LeadFacts facts) {
        return Stream.of(facts.captured(), facts.firstReached(qualified), facts.converted(), facts.lost())
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Days result(Counts counts, Instant asOf) {
        Observed observed = new Observed(counts, asOf, resolution, fewest);
        return new Days(
                observed.quantile(quantile(25), 25),
                observed.quantile(quantile(50), 50),
                observed.quantile(quantile(75), 75),
                observed.curve());
    }
}
