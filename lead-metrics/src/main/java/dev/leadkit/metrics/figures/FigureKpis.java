package dev.leadkit.metrics.figures;

import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.kpi.LeadConversion;
import dev.leadkit.metrics.kpi.SalesCycle;
import dev.leadkit.metrics.kpi.SpendPer;
import dev.leadkit.metrics.score.ScoreAccuracy;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.KpiSet;
import dev.leadkit.metrics.segment.Segmented;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The KPIs that a specification asks for, and what their results are called. */
final class FigureKpis {

    private final FiguresSpec spec;
    private final LeadKpi<Breakdown<KpiResult>> bySource = new Segmented<>(new LeadConversion(), Grouping.bySource());
    private final SortedMap<String, LeadKpi<Breakdown<KpiResult>>> byField = new TreeMap<>();
    private final SalesCycle cycle = new SalesCycle();
    private final SpendPer perLead;
    private final SpendPer perCustomer;
    private final ScoreAccuracy accuracy = new ScoreAccuracy();
    private final KpiSet set;

    FigureKpis(FiguresSpec spec) {
        this.spec = spec;
        spec.fields().forEach((name, by) -> byField.put(name, new Segmented<>(new LeadConversion(), by)));
        this.perLead = SpendPer.lead(spec.spending());
        this.perCustomer = SpendPer.customer(spec.spending());
        List<LeadKpi<?>> all = new ArrayList<>(byField.values());
        all.addAll(List.of(
                bySource, spec.funnel(), spec.velocity(), spec.response(), cycle, perLead, perCustomer, accuracy));
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
                results.get(accuracy));
    }
}
