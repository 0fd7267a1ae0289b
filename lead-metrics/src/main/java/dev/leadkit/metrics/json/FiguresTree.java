package dev.leadkit.metrics.json;

import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.figures.Intake;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.funnel.Funnel;
import dev.leadkit.metrics.kpi.MonthGrowth;
import dev.leadkit.metrics.kpi.Velocity;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.survival.EventualConversion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * The figures as a tree for JSON: maps with text keys in a fixed order, lists, texts and {@code BigDecimal} numbers; no nulls. A
 * figure without value has {@code {"undefined": reason}} in the value's place.
 */
public final class FiguresTree {

    private static final String NO_COSTS = "no costs given";

    private FiguresTree() {}

    /**
     * The tree of all figures.
     *
     * @param figures the figures
     * @param intake what became of the rows that came in
     * @return the tree; equal figures give equal trees, in the same order. {@code auc} and {@code lift} are the numbers alone, what
     *     they rest on is in {@code scoreAccuracy}
     */
    public static Map<String, Object> of(Figures figures, Intake intake) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("asOf", figures.moment().asOf().toString());
        tree.put("zone", figures.moment().zone().getId());
        intake(tree, intake);
        tree.put("leadConversionRate", KpiTree.of(figures.conversion()));
        tree.put("bySource", groups(figures.conversions().bySource()));
        tree.put("byField", KpiTree.mapped(figures.conversions().byField(), FiguresTree::groups));
        tree.put("auc", KpiTree.value(figures.accuracy().auc().value()));
        tree.put("lift", KpiTree.value(figures.accuracy().lift().value()));
        tree.put("scoreAccuracy", accuracy(figures));
        tree.put(
                "funnel",
                figures.funnel().steps().stream().map(FiguresTree::step).toList());
        tree.put("velocity", velocity(figures.velocity()));
        tree.put("responseTime", response(figures));
        tree.put("salesCycle", cycle(figures));
        tree.put("costPerLead", costs(figures.costs().perLead()));
        tree.put("customerAcquisitionCost", costs(figures.costs().perCustomer()));
        tree.put("sources", KpiTree.any(figures.sales().sources()));
        tree.put("reps", KpiTree.any(figures.sales().reps()));
        tree.put("repLoad", KpiTree.any(figures.sales().loads()));
        tree.put("forecast", KpiTree.any(figures.sales().outlook()));
        tree.put("convertedWithinHorizon", KpiTree.of(figures.journeys().withinHorizon()));
        tree.put("cohorts", KpiTree.any(figures.journeys().cohorts()));
        tree.put("eventualConversion", eventual(figures.journeys().eventual()));
        return Collections.unmodifiableMap(tree);
    }

    private static void intake(Map<String, Object> tree, Intake intake) {
        tree.put("rows", KpiTree.count(intake.rows()));
        tree.put("captured", KpiTree.count(intake.captured()));
        tree.put("merged", KpiTree.count(intake.merged()));
        tree.put("quarantined", KpiTree.count(intake.quarantined()));
        tree.put("refused", KpiTree.count(intake.refused()));
    }

    private static Map<String, Object> eventual(Breakdown<EventualConversion.Eventual> eventual) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("all", KpiTree.any(eventual.all()));
        tree.put("bySource", KpiTree.mapped(eventual.groups(), each -> KpiTree.of(each.share())));
        return tree;
    }

    private static Map<String, Object> groups(Breakdown<KpiResult> breakdown) {
        return KpiTree.mapped(breakdown.groups(), KpiTree::of);
    }

    private static Object costs(SortedMap<String, Breakdown<KpiResult>> byCurrency) {
        return byCurrency.isEmpty() ? KpiTree.undefined(NO_COSTS) : KpiTree.mapped(byCurrency, KpiTree::breakdown);
    }

    private static Map<String, Object> accuracy(Figures figures) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("auc", KpiTree.of(figures.accuracy().auc()));
        tree.put("lift", KpiTree.of(figures.accuracy().lift()));
        tree.put("ks", KpiTree.of(figures.accuracy().ks()));
        tree.put("forecasts", KpiTree.any(figures.accuracy().forecasts()));
        tree.put("drift", KpiTree.any(figures.accuracy().drift()));
        Map<String, Object> distribution = new LinkedHashMap<>();
        figures.accuracy()
                .distribution()
                .forEach((score, outcomes) -> distribution.put(score.toString(), outcomes(outcomes)));
        tree.put("distribution", distribution);
        return tree;
    }

    private static Map<String, Object> outcomes(Outcomes outcomes) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("converted", KpiTree.count(outcomes.positives()));
        tree.put("notConverted", KpiTree.count(outcomes.negatives()));
        return tree;
    }

    private static Map<String, Object> step(Funnel.Step step) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("stage", step.stage().name());
        tree.put("reached", KpiTree.count(step.reached()));
        tree.put("fromPrevious", KpiTree.of(step.fromPrevious()));
        tree.put("fromFirst", KpiTree.of(step.fromFirst()));
        return tree;
    }

    private static Map<String, Object> velocity(Velocity velocity) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("latest", KpiTree.of(velocity.latest()));
        tree.put("months", velocity.months().stream().map(FiguresTree::month).toList());
        return tree;
    }

    private static Map<String, Object> month(MonthGrowth month) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("month", month.month().toString());
        tree.put("qualified", KpiTree.count(month.qualified()));
        tree.put("growth", KpiTree.of(month.growth()));
        return tree;
    }

    private static Map<String, Object> response(Figures figures) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("p50", KpiTree.of(figures.durations().response().p50()));
        tree.put("p90", KpiTree.of(figures.durations().response().p90()));
        tree.put("inTime", KpiTree.of(figures.durations().response().inTime()));
        return tree;
    }

    private static Map<String, Object> cycle(Figures figures) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("p50", KpiTree.of(figures.durations().cycle().p50()));
        tree.put("p90", KpiTree.of(figures.durations().cycle().p90()));
        return tree;
    }
}
