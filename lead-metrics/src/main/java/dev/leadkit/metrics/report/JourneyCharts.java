package dev.leadkit.metrics.report;

import dev.leadkit.chart.Caption;
import dev.leadkit.chart.CurveChart;
import dev.leadkit.chart.HeatmapChart;
import dev.leadkit.metrics.cohort.CohortTable;
import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.survival.Curve;
import dev.leadkit.metrics.survival.CurveStep;
import dev.leadkit.metrics.survival.EventualConversion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How leads came to a conversion in time, as pictures. */
final class JourneyCharts {

    private static final int MOST_COHORTS = 18;
    private static final int MOST_SOURCES = 3;
    private static final int MOST_POINTS = 120;

    private JourneyCharts() {}

    static String cohorts(Figures figures) {
        int horizonDays = figures.journeys().horizonDays();
        CohortTable table = figures.journeys().cohorts();
        List<CohortTable.Row> rows = table.rows();
        List<HeatmapChart.Line> lines = rows.subList(Math.max(0, rows.size() - MOST_COHORTS), rows.size()).stream()
                .map(JourneyCharts::line)
                .toList();
        int ages = rows.isEmpty() ? 1 : rows.get(0).cells().size();
        List<String> columns = new ArrayList<>();
        for (int age = 1; age <= ages; age++) {
            columns.add(age * Math.max(1, horizonDays / ages) + " d");
        }
        String note = rows.size() > MOST_COHORTS ? ", the latest " + MOST_COHORTS + " months" : "";
        Caption caption = new Caption(
                "Converted by age",
                "Leads by the month of their capture" + note
                        + ", and the share converted within so many days of it. A dash: not"
                        + " every lead of the month is old enough.");
        return new HeatmapChart(caption, columns, lines).svg();
    }

    private static HeatmapChart.Line line(CohortTable.Row row) {
        return new HeatmapChart.Line(
                row.name(),
                Words.count(row.members()),
                row.cells().stream().map(cell -> cell.rate().value().number()).toList());
    }

    static String curves(Figures figures) {
        int horizonDays = figures.journeys().horizonDays();
        List<CurveChart.Curve> curves = new ArrayList<>();
        EventualConversion.Eventual all = figures.journeys().eventual().all();
        if (all.curve().leads() > 0) {
            curves.add(curve("All", all.curve(), horizonDays));
        }
        figures.journeys().eventual().groups().entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, EventualConversion.Eventual>>comparingLong(
                                each -> -each.getValue().curve().leads())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_SOURCES)
                .forEach(each -> curves.add(curve(each.getKey(), each.getValue().curve(), horizonDays)));
        Caption caption = new Caption(
                "Time to convert",
                "The share of leads converted by each day after their capture, with the young ones, for all and the largest"
                        + " sources. A lost lead stays lost.");
        return new CurveChart(caption, horizonDays, "days", curves).svg();
    }

    /** At most so many points: more cannot be seen, and make the page large. */
    private static CurveChart.Curve curve(String name, Curve curve, int horizonDays) {
        List<CurveStep> steps = curve.steps().stream()
                .filter(step -> step.day() <= horizonDays && curve.reaches(step.day()))
                .toList();
        int every = 1 + steps.size() / MOST_POINTS;
        List<CurveChart.Point> points = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (i % every == 0 || i == steps.size() - 1) {
                points.add(new CurveChart.Point(
                        steps.get(i).day(),
                        steps.get(i).incidence().max(BigDecimal.ZERO).min(BigDecimal.ONE)));
            }
        }
        return new CurveChart.Curve(name + " (" + Words.count(curve.leads()) + ")", points);
    }
}
