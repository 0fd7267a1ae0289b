package dev.leadkit.metrics.cohort;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Faults;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * {@code lead.conversion.cohorts.rolling}: leads in cohorts by the period of their capture, and how many were converted within 1, 2, 3
 * ... steps of equal length after <em>their own</em> capture, that length included. Age 0 is the first step: the cell of age k is
 * {@link CohortConversion} of its cohort with the horizon {@code (k + 1) * step}.
 *
 * <p>A cell has a rate only when it is complete for every member, {@code cohort's end + (k + 1) * step <= asOf}; until then it tells
 * how many members are old enough. The denominator is the cohort at birth and never changes with the age. Undated leads and those
 * converted before their capture are left out and counted.
 *
 * @param cohorts by which periods leads are put into cohorts
 * @param step how long a step of age is; whole seconds, 1 second or longer; all ages together at most {@link CohortConversion#LONGEST}
 * @param ages how many ages, from 1 to 60
 * @param resolution how finely is kept when a member came, for the count of those who are old enough: rounded up, and the as-of instant
 *     down; not longer than the step
 */
public record RollingCohorts(Periods cohorts, Duration step, int ages, Resolution resolution)
        implements LeadKpi<CohortTable> {

    /**
     * Checks the parameters.
     *
     * @param cohorts by which periods leads are put into cohorts
     * @param step how long a step of age is
     * @param ages how many ages
     * @param resolution how finely is kept when a member came
     * @throws dev.leadkit.fault.RefusedException if a parameter is out of range, or they contradict each other; with all faults
     */
    public RollingCohorts {
        requireNonNull(cohorts, "cohorts");
        Faults faults = new Faults();
        if (ages < 1 || ages > CohortGrid.MOST_AGES) {
            faults.add("ages", "from 1 to " + CohortGrid.MOST_AGES, Integer.toString(ages));
        }
        if (!CohortConversion.isSpan(step)) {
            faults.add("step", CohortConversion.SPAN, step.toString());
        } else if (ages <= CohortGrid.MOST_AGES && !CohortConversion.isSpan(step.multipliedBy(Math.max(1, ages)))) {
            faults.add("step", "at most " + CohortConversion.LONGEST + " over all ages", step.toString());
        }
        if (resolution.step().compareTo(step) > 0) {
            faults.add("resolution", "not longer than the step " + step, resolution.toString());
        }
        faults.refuseIfAny("rolling cohorts");
    }

    @Override
    public Definition definition() {
        return new Definition(
                "lead.conversion.cohorts.rolling/1?" + cohorts.id() + "&step=" + step + "&ages=" + ages + "&resolution="
                        + resolution,
                TimeBasis.COHORT,
                "Leads converted within so many steps after their own capture, over all leads captured in the period; only"
                        + " where every one of them is old enough; undated leads and those converted before their"
                        + " capture are left out.");
    }

    @Override
    public List<String> parts() {
        return CohortGrid.parts(ages, "captured, by step");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        Optional<FactEvent> member = Members.captured(counts, facts, times);
        if (member.isEmpty()) {
            return;
        }
        FactEvent captured = member.get();
        Counts cohort = counts.named(cohorts.of(captured.at()).toString());
        cohort.add(CohortGrid.MEMBERS, resolution.up(captured.secondUp()), times);
        if (facts.converted().isPresent()) {
            long age = age(captured, facts.converted().get());
            if (age < ages) {
                cohort.add(CohortGrid.CONVERTED + (int) age, 0, times);
            }
        }
    }

    /** The first age whose end the conversion did not miss. */
    private long age(FactEvent captured, FactEvent converted) {
        long age = Math.max(0, (captured.secondsTo(converted) - 1) / step.toSeconds());
        return captured.within(converted, step.multipliedBy(age + 1)) ? age : age + 1;
    }

    @Override
    public CohortTable result(Counts counts, Instant asOf) {
        return new CohortGrid(cohorts, ages, definition(), new Ripe(asOf)).table(counts, asOf);
    }

    private final class Ripe implements CohortGrid.Ripeness {

        private final Instant asOf;

        Ripe(Instant asOf) {
            this.asOf = asOf;
        }

        @Override
        public boolean isComplete(LocalDate cohort, int age) {
            return !asOf.isBefore(cohorts.end(cohort).plus(step.multipliedBy(age + 1L)));
        }

        @Override
        public long eligible(Counts members, int age) {
            long before = resolution.down(asOf.getEpochSecond() - (age + 1L) * step.toSeconds());
            return members.total(CohortGrid.MEMBERS, came -> came <= before);
        }
    }
}
