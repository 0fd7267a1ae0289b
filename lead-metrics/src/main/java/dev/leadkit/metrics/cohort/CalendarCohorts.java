package dev.leadkit.metrics.cohort;

import static java.util.Objects.requireNonNull;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.TimeBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * {@code lead.conversion.cohorts.calendar}: leads in cohorts by the period of their capture, and how many were converted by the end of
 * that period (age 0), of the next (age 1) and so on. Members captured late in their period have less time than those captured early:
 * it answers "what came of March by the end of May", not "within how long"; for that take {@link RollingCohorts}.
 *
 * <p>A cell has a rate only when its period is over, which is the same for all members; until then nobody is old enough. The
 * denominator is the cohort at birth. Undated leads and those converted before their capture are left out and counted.
 *
 * @param cohorts by which periods leads are put into cohorts, and by which ages are counted
 * @param ages how many ages, from 1 to 60
 */
public record CalendarCohorts(Periods cohorts, int ages) implements LeadKpi<CohortTable> {

    /**
     * Checks the number of ages.
     *
     * @param cohorts by which periods leads are put into cohorts
     * @param ages how many ages
     */
    public CalendarCohorts {
        requireNonNull(cohorts, "cohorts");
        if (ages < 1 || ages > CohortGrid.MOST_AGES) {
            throw new IllegalArgumentException("ages must be from 1 to " + CohortGrid.MOST_AGES + ", was " + ages);
        }
    }

    @Override
    public Definition definition() {
        return new Definition(
                "lead.conversion.cohorts.calendar/1?" + cohorts.id() + "&ages=" + ages,
                TimeBasis.COHORT,
                "Leads converted by the end of so many periods after that of their capture, over all leads captured in that"
                        + " period; only for periods that are over; undated leads and those converted before their"
                        + " capture are left out.");
    }

    @Override
    public List<String> parts() {
        return CohortGrid.parts(ages, "captured");
    }

    @Override
    public void count(Counts counts, LeadFacts facts, long times) {
        Optional<FactEvent> member = Members.captured(counts, facts, times);
        if (member.isEmpty()) {
            return;
        }
        LocalDate born = cohorts.of(member.get().at());
        Counts cohort = counts.named(born.toString());
        cohort.add(CohortGrid.MEMBERS, 0, times);
        if (facts.converted().isPresent()) {
            int age = age(born, cohorts.of(facts.converted().get().at()));
            if (age < ages) {
                cohort.add(CohortGrid.CONVERTED + age, 0, times);
            }
        }
    }

    private int age(LocalDate born, LocalDate converted) {
        int age = 0;
        for (LocalDate period = born; period.isBefore(converted) && age < ages; age++) {
            period = cohorts.unit().next(period);
        }
        return age;
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
            return cohorts.isOver(cohorts.later(cohort, age), asOf);
        }

        @Override
        public long eligible(Counts members, int age) {
            return 0;
        }
    }
}
