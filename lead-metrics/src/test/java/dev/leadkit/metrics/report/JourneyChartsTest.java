package dev.leadkit.metrics.report;

import static dev.leadkit.metrics.report.HandMade.charts;
import static dev.leadkit.metrics.report.HandMade.rate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.metrics.cohort.CohortTable;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.survival.Curve;
import dev.leadkit.metrics.survival.CurveStep;
import dev.leadkit.metrics.survival.EventualConversion.Eventual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Cohorts and curves in words. */
final class JourneyChartsTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static CohortTable cohorts(int rows) {
        List<CohortTable.Row> all = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            List<CohortTable.Cell> cells = List.of(
                    new CohortTable.Cell(1, true, 5, rate(2, 5)), new CohortTable.Cell(2, false, 0, rate(0, 0)));
            all.add(new CohortTable.Row(START, "month " + i, 1_000 + i, cells));
        }
        return new CohortTable(HandMade.NONE.journeys().cohorts().definition(), all, new TreeMap<>());
    }

    private static String cohorts(int rows, int horizonDays) {
        HandMade made = new HandMade();
        made.cohorts = cohorts(rows);
        made.horizonDays = horizonDays;
        return charts(JourneyCharts.cohorts(made.figures())).get("Converted by age");
    }

    @Test
    @DisplayName("Each month tells its leads and the share by each age, a dash where not all are old enough")
    void months() {
        assertThat(cohorts(2, 60))
                .isEqualTo(
                        "Leads by the month of their capture, and the share converted within so many days of it. A dash:"
                                + " not every lead of the month is old enough. month 1 (1,001): 30 d 40.0%, 60 d \u2013;"
                                + " month 2 (1,002): 30 d 40.0%, 60 d \u2013");
        assertThat(cohorts(1, 1)).endsWith("month 1 (1,001): 1 d 40.0%, 2 d \u2013");
        assertThat(cohorts(0, 60)).endsWith("old enough.");
    }

    @Test
    @DisplayName("Of many months the latest 18 are shown")
    void latest() {
        assertThat(cohorts(18, 60)).contains("capture, and the share", "month 1 (1,001)");
        assertThat(cohorts(20, 60))
                .contains("capture, the latest 18 months, and the share", "month 3 (1,003)", "month 20 (1,020)")
                .doesNotContain("month 2 (1,002)");
    }

    private static CurveStep step(long day, String incidence) {
        return new CurveStep(day, 9, 1, 0, new BigDecimal(incidence), Optional.empty());
    }

    private static Eventual eventual(long leads, OptionalLong lastDay, CurveStep... steps) {
        return new Eventual(rate(0, 0), rate(0, 0), new Curve(leads, List.of(steps), lastDay));
    }

    private static String curves(Eventual all, Map<String, Eventual> groups) {
        HandMade made = new HandMade();
        made.eventual = new Breakdown<>(all, new TreeMap<>(groups));
        return JourneyCharts.curves(made.figures());
    }

    @Test
    @DisplayName("A curve is drawn for all and for the three largest sources, as far as it can be told")
    void sources() {
        OptionalLong known = OptionalLong.of(40);
        String svg = curves(
                eventual(1_020, known, step(3, "0.5"), step(40, "0.6"), step(41, "0.7")),
                Map.of(
                        "d", eventual(9, known, step(2, "0.1")),
                        "c", eventual(5, known, step(2, "0.2")),
                        "b", eventual(5, OptionalLong.empty(), step(60, "0.3"), step(61, "0.9")),
                        "a", eventual(1, known, step(2, "0.4"))));
        assertThat(charts(svg).get("Time to convert"))
                .startsWith("The share of leads converted by each day")
                .endsWith("A lost lead stays lost. All (1,020): 60.0% after 40 days; d (9): 10.0% after 2 days;"
                        + " b (5): 30.0% after 60 days; c (5): 20.0% after 2 days");
    }

    @Test
    @DisplayName("Without leads there is no curve, and no share is drawn below 0 or above 1")
    void limits() {
        OptionalLong known = OptionalLong.of(50);
        assertThat(charts(curves(eventual(0, known), Map.of())).get("Time to convert"))
                .endsWith("stays lost.");
        assertThat(charts(curves(eventual(1, known, step(5, "1.2")), Map.of())).get("Time to convert"))
                .endsWith("All (1): 100.0% after 5 days");
        assertThat(charts(curves(eventual(1, known, step(5, "-0.2")), Map.of())).get("Time to convert"))
                .endsWith("All (1): 0.0% after 5 days");
    }

    private static long points(int steps) {
        CurveStep[] all = new CurveStep[steps];
        for (int i = 0; i < steps; i++) {
            all[i] = step(i + 1L, BigDecimal.valueOf(i + 1L).movePointLeft(3).toString());
        }
        HandMade made = new HandMade();
        made.horizonDays = 400;
        made.eventual = new Breakdown<>(eventual(500, OptionalLong.empty(), all), new TreeMap<>());
        String svg = JourneyCharts.curves(made.figures());
        String path = svg.substring(svg.lastIndexOf(" d=\"M", svg.indexOf("stroke-dasharray", svg.indexOf("0%<"))));
        return path.substring(0, path.indexOf('"', 4))
                .chars()
                .filter(letter -> letter == 'V')
                .count();
    }

    @Test
    @DisplayName("A long curve is thinned out, and its last point stays")
    void thinned() {
        assertThat(points(119)).isEqualTo(119);
        assertThat(points(121)).isEqualTo(61);
        assertThat(points(300)).isEqualTo(101);
    }
}
