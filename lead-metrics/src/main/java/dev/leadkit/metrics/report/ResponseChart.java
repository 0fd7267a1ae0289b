package dev.leadkit.metrics.report;

import dev.leadkit.chart.BarChart;
import dev.leadkit.chart.Caption;
import dev.leadkit.chart.Unit;
import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.response.ResponseTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** How many leads were answered after how long, against the target. */
final class ResponseChart {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final List<Long> ENDS = List.of(MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, DAY, 7 * DAY);
    private static final List<String> NAMES =
            List.of("1 minute", "5 minutes", "15 minutes", "1 hour", "4 hours", "1 day", "7 days");
    private static final String UNANSWERED = "unanswered";

    private ResponseChart() {}

    /** Nothing where no dated lead was answered. */
    static Optional<String> of(Figures figures) {
        ResponseTime.Times times = figures.durations().response();
        SortedMap<Long, Long> answered = times.answered();
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        long unanswered = times.p50().basis().excluded().getOrDefault(UNANSWERED, 0L);
        long all = answered.values().stream().mapToLong(Long::longValue).sum() + unanswered;
        List<BarChart.Bar> bars = new ArrayList<>();
        long from = 0;
        for (int i = 0; i < ENDS.size(); i++) {
            // A bucket is named by its lower end, and a time at the end of a span belongs to it.
            long end = ENDS.get(i) + 1;
            bars.add(bar("up to " + NAMES.get(i), sum(answered, from, end), all));
            from = end;
        }
        bars.add(bar("later", sum(answered, from, Long.MAX_VALUE), all));
        bars.add(bar("not answered", unanswered, all));
        Caption caption = new Caption(
                "Response times",
                "Dated leads by the time to their first answer by a human. In time: " + Words.brief(times.inTime())
                        + " of those that are due (" + times.inTime().definition() + ").");
        return Optional.of(new BarChart(caption, Unit.COUNT, bars).svg());
    }

    private static long sum(SortedMap<Long, Long> answered, long from, long end) {
        return answered.subMap(from, end).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static BarChart.Bar bar(String label, long leads, long all) {
        BigDecimal count = BigDecimal.valueOf(Math.max(0, leads));
        String share = all <= 0 ? "" : Words.share(leads, all);
        return new BarChart.Bar(label, count, share, Optional.empty());
    }
}
