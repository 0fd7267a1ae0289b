package dev.leadkit.metrics.report;

import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.kpi.MonthGrowth;
import dev.leadkit.metrics.kpi.Velocity;
import java.util.ArrayList;
import java.util.List;

/** A figure under the name that a reader knows it by. */
record KeyFigure(String name, KpiResult result) {

    static List<KeyFigure> of(Figures figures) {
        List<KeyFigure> all = new ArrayList<>();
        all.add(new KeyFigure("Lead conversion", figures.conversion()));
        all.add(new KeyFigure(
                "Converted within " + figures.journeys().horizonDays() + " days",
                figures.journeys().withinHorizon()));
        all.add(new KeyFigure("Score AUC", figures.accuracy().auc()));
        all.add(new KeyFigure("Lift, top tenth", figures.accuracy().lift()));
        all.add(new KeyFigure(month(figures.velocity()), figures.velocity().latest()));
        all.add(new KeyFigure("Response, median", figures.durations().response().p50()));
        all.add(new KeyFigure(
                "Response, 90th percentile", figures.durations().response().p90()));
        all.add(new KeyFigure("Answered in time", figures.durations().response().inTime()));
        all.add(new KeyFigure("Sales cycle, median", figures.durations().cycle().p50()));
        all.add(new KeyFigure(
                "Sales cycle, 90th percentile", figures.durations().cycle().p90()));
        figures.costs()
                .perLead()
                .forEach((currency, each) -> all.add(new KeyFigure("Cost per lead, " + currency, each.all())));
        figures.costs()
                .perCustomer()
                .forEach((currency, each) -> all.add(new KeyFigure("Acquisition cost, " + currency, each.all())));
        KpiResult expected = figures.sales().outlook().conversions();
        if (expected.value().number().isPresent()) {
            all.add(new KeyFigure("Expected conversions of open leads", expected));
        }
        figures.sales()
                .outlook()
                .revenue()
                .forEach((currency, each) -> all.add(new KeyFigure("Expected revenue, " + currency, each)));
        return all;
    }

    private static String month(Velocity velocity) {
        return velocity.months().stream()
                .filter(month -> month.growth().equals(velocity.latest()))
                .map(MonthGrowth::month)
                .reduce((earlier, later) -> later)
                .map(month -> "Lead velocity, " + month)
                .orElse("Lead velocity");
    }

    boolean isKnown() {
        return result.value().number().isPresent();
    }
}
