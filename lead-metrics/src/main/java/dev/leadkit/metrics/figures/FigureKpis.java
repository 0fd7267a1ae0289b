package dev.leadkit.metrics.figures;

import dev.leadkit.metrics.cohort.CohortConversion;
import dev.leadkit.metrics.cohort.Periods;
import dev.leadkit.metrics.cohort.RollingCohorts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Resolution;
import dev.leadkit.metrics.forecast.Forecast;
import dev.leadkit.metrics.forecast.ObservedToExpected;
import dev.leadkit.metrics.kpi.LeadConversion;
import dev.leadkit.metrics.kpi.SalesCycle;
import dev.leadkit.metrics.money.SourceEffectiveness;
import dev.leadkit.metrics.money.SpendPer;
import dev.leadkit.metrics.score.ScoreAccuracy;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.KpiSet;
import dev.leadkit.metrics.segment.PeriodUnit;
import dev.leadkit.metrics.segment.Segmented;
import dev.leadkit.metrics.survival.EventualConversion;
import dev.leadkit.metrics.team.RepEfficiency;
import dev.leadkit.metrics.team.RepLoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The KPIs that a specification asks for, and what their results are called. */
final class FigureKpis {

    private static final int AGES = 6;

    /** Rates of fewer leads than this say more about chance than about a source. */
    private static final int FEWEST = 10;

    private final FiguresSpec spec;
    private final LeadKpi<Breakdown<KpiResult>> bySource = new Segmented<>(new LeadConversion(), Grouping.bySource());
    private final SortedMap<String, LeadKpi<Breakdown<KpiResult>>> byField = new TreeMap<>();
    private final SalesCycle cycle = new SalesCycle();
    private final SpendPer perLead;
    private final SpendPer perCustomer;
    private final ScoreAccuracy accuracy = new ScoreAccuracy();
    private final CohortConversion within;
    private final RollingCohorts cohorts;
    private final LeadKpi<Breakdown<EventualConversion.Eventual>> eventual;
    private final SourceEffectiveness sources;
    private final RepEfficiency reps;
    private final RepLoad loads = new RepLoad();
    private final Forecast outlook = new Forecast();
    private final KpiSet set;

    FigureKpis(FiguresSpec spec) {
        this.spec = spec;
        spec.fields().forEach((name, by) -> byField.put(name, new Segmented<>(new LeadConversion(), by)));
        this.perLead = SpendPer.lead(spec.spending());
        this.perCustomer = SpendPer.customer(spec.spending());
        int horizon = spec.horizonDays();
        this.within = new CohortConversion(Duration.ofDays(horizon));
        this.cohorts = new RollingCohorts(
                new Periods(PeriodUnit.MONTH, spec.zone()),
                Duration.ofDays(Math.max(1, horizon / AGES)),
                AGES,
                Resolution.DAY);
        this.eventual = new Segmented<>(new EventualConversion(horizon), Grouping.bySource());
        ObservedToExpected expected = new ObservedToExpected(Duration.ofDays(horizon));
        this.sources = new SourceEffectiveness(spec.spending(), expected, FEWEST);
        this.reps = new RepEfficiency(expected);
        List<LeadKpi<?>> all = new ArrayList<>(byField.values());
        all.addAll(List.of(
                bySource,
                spec.funnel(),
                spec.velocity(),
                spec.response(),
                cycle,
                perLead,
                perCustomer,
                accuracy,
                within,
                cohorts,
                eventual));
        all.addAll(List.of(sources, reps, loads, outlook));
        this.set = KpiSet.of(all);
    }

    KpiSet set() {
        return set;
    }

    Figures figures(KpiSet.Results results, Figures.Moment moment) {
        SortedMap<String, Breakdown<KpiResult>> fields = new TreeMap<>();
        byField.forEach((name, kpi) -> fields.put(name, results.get(kpi)));
        return new Figures(
                moment,
                new Figures.Conversions(results.get(bySource), fields),
                results.get(spec.funnel()),
                results.get(spec.velocity()),
                new Figures.Durations(results.get(spec.response()), results.get(cycle)),
                new Figures.Costs(results.get(perLead), results.get(perCustomer)),
                results.get(accuracy),
                new Figures.Sales(results.get(sources), results.get(reps), results.get(loads), results.get(outlook)),
                new Figures.Journeys(
                        spec.horizonDays(), results.get(within), results.get(cohorts), results.get(eventual)));
    }
}
