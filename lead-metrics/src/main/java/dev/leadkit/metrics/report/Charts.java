package dev.leadkit.metrics.report;

import dev.leadkit.chart.BarChart;
import dev.leadkit.chart.CalibrationChart;
import dev.leadkit.chart.Caption;
import dev.leadkit.chart.FunnelChart;
import dev.leadkit.chart.HistogramChart;
import dev.leadkit.chart.Unit;
import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.funnel.Skip;
import dev.leadkit.metrics.score.Accuracy;
import dev.leadkit.metrics.segment.Grouping;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** The figures as pictures. */
final class Charts {

    private static final int MOST_BARS = 12;

    private Charts() {}

    static Tag of(Figures figures) {
        Tag all = Tag.of("div", "charts")
                .add(figure(funnel(figures)))
                .add(figure(bySource(figures)))
                .add(figure(scores(figures)))
                .add(figure(JourneyCharts.cohorts(figures)))
                .add(figure(JourneyCharts.curves(figures)));
        ResponseChart.of(figures).ifPresent(svg -> all.add(figure(svg)));
        calibration(figures).ifPresent(all::add);
        reps(figures).ifPresent(all::add);
        return all;
    }

    /** Nothing where no chances were told. */
    private static Optional<Tag> calibration(Figures figures) {
        List<CalibrationChart.Dot> dots = new ArrayList<>();
        for (Accuracy.Bin bin : figures.accuracy().forecasts().bins()) {
            Optional<BigDecimal> foretold = bin.foretold().value().number();
            Optional<BigDecimal> came = bin.observed().value().number();
            if (foretold.isPresent() && came.isPresent()) {
                dots.add(new CalibrationChart.Dot(
                        foretold.get(),
                        came.get(),
                        bin.observed().interval().map(ends -> new BarChart.Range(ends.low(), ends.high())),
                        Words.basis(bin.observed())));
            }
        }
        Caption caption = new Caption(
                "Chances and outcomes",
                "Leads in bins of about equal size by the chance that was told at their first decision. On the line, both agree.");
        return dots.isEmpty()
                ? Optional.empty()
                : Optional.of(figure(new CalibrationChart(caption, "Chance that was told", "Converted", dots).svg()));
    }

    /** Nothing where nobody owns a lead. */
    private static Optional<Tag> reps(Figures figures) {
        SortedMap<String, KpiResult> loads = figures.sales().loads();
        if (loads.keySet().equals(Set.of(Grouping.MISSING)) || loads.isEmpty()) {
            return Optional.empty();
        }
        Ranked ranked = Ranked.byNumerator(loads, MOST_BARS);
        List<BarChart.Bar> bars = ranked.shown().stream()
                .map(load -> new BarChart.Bar(
                        load.getKey(), load.getValue().basis().numerator().max(BigDecimal.ZERO)))
                .toList();
        Caption caption = new Caption(
                "Open leads by rep",
                "Leads that are neither converted nor lost, by who owns them now" + ranked.note() + ".");
        return Optional.of(figure(new BarChart(caption, Unit.COUNT, bars).svg()));
    }

    static Tag figure(String svg) {
        return Tag.of("div", "chart").trusted(svg);
    }

    private static String funnel(Figures figures) {
        List<FunnelChart.Stage> stages = figures.funnel().steps().stream()
                .map(step -> new FunnelChart.Stage(step.stage().name(), Math.max(0, step.reached())))
                .toList();
        String reached = figures.funnel().skip() == Skip.IMPLIED
                ? "Leads that ever reached each stage or a later one"
                : "Leads that reached each stage and all before it";
        return new FunnelChart(new Caption("Funnel", reached + ", and the share that took the step."), stages).svg();
    }

    private static String bySource(Figures figures) {
        Ranked ranked = Ranked.of(figures.conversions().bySource().groups(), MOST_BARS);
        List<BarChart.Bar> bars = new ArrayList<>();
        for (Map.Entry<String, KpiResult> group : ranked.shown()) {
            KpiResult rate = group.getValue();
            rate.value()
                    .number()
                    .ifPresent(number -> bars.add(new BarChart.Bar(
                            group.getKey(),
                            number,
                            Words.basis(rate),
                            rate.interval().map(ends -> new BarChart.Range(ends.low(), ends.high())))));
        }
        Caption caption = new Caption(
                "Conversion by source", "Converted of captured leads, with 95 % intervals" + ranked.note() + ".");
        return new BarChart(caption, Unit.PERCENT, bars).svg();
    }

    private static String scores(Figures figures) {
        List<HistogramChart.Bin> bins = ScoreBins.of(figures.accuracy().distribution()).stream()
                .map(bin -> new HistogramChart.Bin(
                        bin.from().toString(),
                        Math.max(0, bin.outcomes().positives()),
                        Math.max(0, bin.outcomes().negatives())))
                .toList();
        Caption caption = new Caption(
                "Scores by outcome",
                "Score at the first decision, each group as shares of its own total. A bin is named by its lowest score.");
        return new HistogramChart(caption, "Converted", "Not converted", bins).svg();
    }
}
