package dev.leadkit.scoring.learn;

import dev.leadkit.accuracy.Forecast;
import dev.leadkit.chart.BarChart;
import dev.leadkit.chart.Caption;
import dev.leadkit.chart.HistogramChart;
import dev.leadkit.chart.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a validation. */
final class ReportCharts {

    private static final int DIGITS = 3;

    private final Validation validation;

    ReportCharts(Validation validation) {
        this.validation = validation;
    }

    String scores() {
        List<HistogramChart.Bin> bins = new ArrayList<>();
        for (Forecast group : validation.groups()) {
            long won = group.outcomes().successes();
            bins.add(new HistogramChart.Bin(
                    foretold(group), won, group.outcomes().trials() - won));
        }
        Caption caption = new Caption(
                "Winners and losers by score",
                "By tenths of all leads, equal scores together, from the lowest chance that the score foretold to the highest");
        return new HistogramChart(caption, "won", "lost", bins).svg();
    }

    String calibration() {
        List<BarChart.Bar> bars =
                validation.groups().stream().map(ReportCharts::bar).toList();
        Caption caption = new Caption(
                "Foretold and came true",
                "How many were won, with the range of the true rate, where the score foretold so much");
        return new BarChart(caption, Unit.PERCENT, bars).svg();
    }

    private static BarChart.Bar bar(Forecast group) {
        BigDecimal rate = group.outcomes().rate().decimal(DIGITS).orElse(BigDecimal.ZERO);
        String note = group.outcomes().successes() + " of " + group.outcomes().trials();
        Optional<BarChart.Range> range =
                group.outcomes().wilson95().map(ends -> new BarChart.Range(ends.low(), ends.high()));
        return new BarChart.Bar("foretold " + foretold(group), rate, note, range);
    }

    private static String foretold(Forecast group) {
        return group.mean()
                .decimal(DIGITS)
                .map(mean -> mean.movePointRight(2).toPlainString() + "%")
                .orElse("?");
    }
}
