package dev.leadkit.scoring.review;

import dev.leadkit.accuracy.Proportion;
import dev.leadkit.chart.BarChart;
import dev.leadkit.chart.Caption;
import dev.leadkit.chart.HeatmapChart;
import dev.leadkit.chart.Unit;
import dev.leadkit.lead.Points;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws a comparison. */
final class ShadowCharts {

    /** The most grades of a side that get a row or column of their own: those of most leads; the others share one. */
    static final int MOST_GRADES = 20;

    private static final int DIGITS = 3;
    /** So many that one lead of many is more than none. */
    private static final int DIGITS_OF_A_SHARE = 9;

    private final ShadowReport report;

    ShadowCharts(ShadowReport report) {
        this.report = report;
    }

    String migration() {
        Map<String, Long> from = new HashMap<>();
        Map<String, Long> to = new HashMap<>();
        report.migration()
                .forEach((row, cells) -> cells.forEach((column, count) -> {
                    from.merge(row, count, Long::sum);
                    to.merge(column, count, Long::sum);
                }));
        Map<String, String> columns = labels(to);
        Map<String, Map<String, Long>> cells = cells(labels(from), columns);
        Caption caption = new Caption(
                "Which grades leads go to",
                "Of the leads with each grade of the champion (rows), the share with each grade of the challenger (columns).");
        List<String> heads = columns.values().stream().distinct().toList();
        return new HeatmapChart(
                        caption,
                        heads.isEmpty() ? List.of(ShadowText.grade("")) : heads,
                        cells.entrySet().stream()
                                .map(row -> line(row.getKey(), row.getValue(), heads))
                                .toList())
                .svg();
    }

    /** How many leads each row has in each column; the rows in the order of their labels. */
    private Map<String, Map<String, Long>> cells(Map<String, String> rows, Map<String, String> columns) {
        Map<String, Map<String, Long>> cells = new LinkedHashMap<>();
        rows.values().forEach(row -> cells.put(row, new HashMap<>()));
        report.migration()
                .forEach((from, row) -> row.forEach((to, count) -> cells.computeIfAbsent(
                                rows.getOrDefault(from, ShadowText.OTHER_GRADES), none -> new HashMap<>())
                        .merge(columns.getOrDefault(to, ShadowText.OTHER_GRADES), count, Long::sum)));
        return cells;
    }

    /** What each grade stands under, in the order in which they are drawn. */
    private static Map<String, String> labels(Map<String, Long> leads) {
        List<String> most = leads.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_GRADES)
                .map(Map.Entry::getKey)
                .sorted(ShadowText.GRADES)
                .toList();
        Map<String, String> labels = new LinkedHashMap<>();
        most.forEach(grade -> labels.put(grade, ShadowText.grade(grade)));
        leads.keySet().stream().sorted().forEach(grade -> labels.putIfAbsent(grade, ShadowText.OTHER_GRADES));
        return labels;
    }

    private static HeatmapChart.Line line(String grade, Map<String, Long> cells, List<String> columns) {
        long all = cells.values().stream().mapToLong(Long::longValue).sum();
        List<Optional<BigDecimal>> shares = new ArrayList<>();
        for (String column : columns) {
            shares.add(
                    new Proportion(cells.getOrDefault(column, 0L), all).rate().decimal(DIGITS_OF_A_SHARE));
        }
        return new HeatmapChart.Line(grade, String.valueOf(all), shares);
    }

    String calibration() {
        List<BarChart.Bar> bars = new ArrayList<>();
        add("champion", report.champion(), bars);
        add("challenger", report.challenger(), bars);
        Caption caption = new Caption(
                "What totals meant",
                "How many had the outcome, with the range of the true rate, by ranges of totals: the champion's, then the challenger's.");
        return new BarChart(caption, Unit.PERCENT, bars).svg();
    }

    private static void add(String side, ShadowReport.Accuracy of, List<BarChart.Bar> bars) {
        of.calibration()
                .bands()
                .forEach((from, outcomes) -> bars.add(bar(side + " from " + new Points(from), outcomes)));
    }

    private static BarChart.Bar bar(String label, Proportion outcomes) {
        BigDecimal rate = outcomes.rate().decimal(DIGITS).orElse(BigDecimal.ZERO);
        String note = outcomes.successes() + " of " + outcomes.trials();
        Optional<BarChart.Range> range = outcomes.wilson95().map(ends -> new BarChart.Range(ends.low(), ends.high()));
        return new BarChart.Bar(label, rate, note, range);
    }
}
