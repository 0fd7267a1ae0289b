package dev.leadkit.metrics.report;

import static dev.leadkit.metrics.report.HandMade.known;
import static dev.leadkit.metrics.report.HandMade.map;
import static dev.leadkit.metrics.report.HandMade.rate;
import static dev.leadkit.metrics.report.HandMade.tables;
import static dev.leadkit.metrics.report.HandMade.undefined;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.cohort.CohortTable;
import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.figures.Intake;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.funnel.Funnel;
import dev.leadkit.metrics.funnel.Skip;
import dev.leadkit.metrics.kpi.MonthGrowth;
import dev.leadkit.metrics.kpi.Velocity;
import dev.leadkit.metrics.score.Accuracy;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.survival.Curve;
import dev.leadkit.metrics.survival.EventualConversion.Eventual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tables line by line. */
final class TablesTest {

    private static final KpiUnit EURO = KpiUnit.money(Currency.getInstance("EUR"));

    private static Map<String, List<String>> of(HandMade made) {
        return tables(Tables.of(made.figures(), List.of()));
    }

    @Test
    @DisplayName("Key figures stand with all their digits and what they rest on")
    void keys() {
        List<KeyFigure> keys = List.of(
                new KeyFigure("Rate", rate(1, 3)),
                new KeyFigure("Cost", known(EURO, "2.5", 5, 2)),
                new KeyFigure("None", undefined("why")));
        assertThat(tables(Tables.of(HandMade.NONE, keys)).get("All key figures"))
                .containsExactly(
                        "Figure|Value|Numerator|Denominator",
                        "Rate|33.3333 %|1|3",
                        "Cost|2.500000 EUR|5|2",
                        "None|\u2013|0|0");
    }

    @Test
    @DisplayName("Rows that came in are told by what became of them")
    void intake() {
        assertThat(tables(Tables.of(new Intake(1_110, 1_000, 60, 30, 20))).get("Rows that came in"))
                .containsExactly(
                        "Outcome|Rows",
                        "Captured|1,000",
                        "Merged into a lead that was there|60",
                        "Quarantined|30",
                        "Refused|20",
                        "All|1,110");
    }

    @Test
    @DisplayName("Conversion is told by source and by each field, the largest group first, all at the end")
    void conversions() {
        HandMade made = new HandMade();
        Breakdown<KpiResult> bySource = new Breakdown<>(rate(3, 6), map(Map.of("web", rate(1, 2), "ads", rate(2, 4))));
        Breakdown<KpiResult> bySize = new Breakdown<>(rate(0, 6), map(Map.of("small", rate(0, 6))));
        made.conversions = new Figures.Conversions(bySource, map(Map.of("size", bySize)));
        assertThat(of(made).get("Conversion by source"))
                .containsExactly(
                        "Source|Converted|Captured|Rate|95 % interval",
                        "ads|2|4|50.0000 %|15.0 \u2013 85.0 %",
                        "web|1|2|50.0000 %|9.5 \u2013 90.5 %",
                        "All|3|6|50.0000 %|18.8 \u2013 81.2 %");
        assertThat(of(made).get("Conversion by size"))
                .containsExactly(
                        "size|Converted|Captured|Rate|95 % interval",
                        "small|0|6|0.0000 %|0.0 \u2013 39.0 %", "All|0|6|0.0000 %|0.0 \u2013 39.0 %");
    }

    @Test
    @DisplayName("Stages tell both rates, months their growth or why there is none")
    void funnelAndVelocity() {
        HandMade made = new HandMade();
        made.funnel = new Funnel.Way(
                Skip.IMPLIED,
                List.of(
                        new Funnel.Step(new Stage("new"), 1_200, rate(0, 0), rate(0, 0)),
                        new Funnel.Step(new Stage("won"), 300, rate(1, 3), rate(1, 4))));
        KpiResult growth = known(KpiUnit.SHARE, "0.5", 1, 2);
        made.velocity = new Velocity(
                growth,
                growth,
                List.of(
                        new MonthGrowth(YearMonth.of(2026, 1), 2, undefined("first month")),
                        new MonthGrowth(YearMonth.of(2026, 2), 3, growth)));
        assertThat(of(made).get("Funnel"))
                .containsExactly(
                        "Stage|Reached|From the stage before|From the first",
                        "new|1,200|\u2013|\u2013",
                        "won|300|33.3333 %|25.0000 %");
        assertThat(of(made).get("Leads first qualified, by month"))
                .containsExactly(
                        "Month|Qualified|Growth|Why no growth", "2026-01|2|\u2013|first month", "2026-02|3|50.0000 %|");
        assertThat(of(new HandMade())).doesNotContainKey("Leads first qualified, by month");
        assertThat(Tables.of(made.figures(), List.of()).toString()).contains("<td class=\"words\">first month</td>");
    }

    @Test
    @DisplayName("Months of capture tell the last age, of the latest fifty months")
    void cohorts() {
        List<CohortTable.Row> rows = new ArrayList<>();
        for (int i = 1; i <= 51; i++) {
            List<CohortTable.Cell> cells =
                    List.of(new CohortTable.Cell(1, true, 9, rate(8, 9)), new CohortTable.Cell(2, true, 4, rate(1, 4)));
            rows.add(new CohortTable.Row(LocalDate.of(2026, 1, 1), "month " + i, i, cells));
        }
        HandMade made = new HandMade();
        made.cohorts = new CohortTable(HandMade.NONE.journeys().cohorts().definition(), rows, new TreeMap<>());
        assertThat(of(made).get("Converted by age, by month of capture"))
                .hasSize(51)
                .startsWith("Month|Leads|Old enough|Converted|Rate", "month 2|2|4|1|25.0000 %")
                .endsWith("month 51|51|4|1|25.0000 %");
        assertThat(of(new HandMade())).doesNotContainKey("Converted by age, by month of capture");
    }

    @Test
    @DisplayName("What converts in the end is told for fifty sources and for all, or why it is not")
    void eventual() {
        SortedMap<String, Eventual> groups = new TreeMap<>();
        for (int i = 100; i < 151; i++) {
            groups.put("s" + i, new Eventual(rate(1, 4), rate(0, 0), new Curve(4, List.of(), OptionalLong.empty())));
        }
        HandMade made = new HandMade();
        Curve none = new Curve(0, List.of(), OptionalLong.empty());
        made.eventual = new Breakdown<>(new Eventual(undefined("too few"), rate(0, 0), none), groups);
        assertThat(of(made).get("Converted after 60 days, young leads included"))
                .hasSize(52)
                .startsWith("Source|Leads|Share|95 % interval|Why none", "s100|4|25.0000 %|4.6 \u2013 69.9 %|")
                .contains("s149|4|25.0000 %|4.6 \u2013 69.9 %|")
                .doesNotContain("s150|4|25.0000 %|4.6 \u2013 69.9 %|")
                .endsWith("All|0|\u2013|\u2013|too few");
    }

    private static KpiResult cost(String spent, long leads, Map<String, Long> excluded) {
        Basis basis = new Basis(new BigDecimal(spent), BigDecimal.valueOf(leads), map(excluded));
        return KpiResult.quotient(new Definition("cost/1", "Cost."), EURO, basis, "none");
    }

    @Test
    @DisplayName("Costs stand by currency with what was left out")
    void costs() {
        HandMade made = new HandMade();
        Breakdown<KpiResult> euros = new Breakdown<>(
                cost("1500.00", 5, Map.of("undated lead", 2L)), map(Map.of("web", cost("1500.00", 4, Map.of()))));
        Breakdown<KpiResult> each = new Breakdown<>(cost("10.00", 0, Map.of()), new TreeMap<>());
        made.costs = new Figures.Costs(map(Map.of("EUR", euros)), map(Map.of("EUR", each)));
        assertThat(of(made).get("Cost per lead in EUR"))
                .containsExactly(
                        "Source|Spent|Leads|Cost each|Left out",
                        "web|1,500.00|4|375.000000|",
                        "All|1,500.00|5|300.000000|undated lead (2)");
        assertThat(of(made).get("Customer acquisition cost in EUR"))
                .containsExactly("Source|Spent|Customers|Cost each|Left out", "All|10.00|0|\u2013|");
    }

    @Test
    @DisplayName("Scores stand by bin and outcome, where there are any")
    void scores() {
        Accuracy none = HandMade.NONE.accuracy();
        HandMade made = new HandMade();
        SortedMap<Points, Outcomes> distribution =
                map2(Points.of(1), new Outcomes(1, 3), Points.of(2), new Outcomes(2, 0));
        made.accuracy = new Accuracy(
                none.auc(), none.lift(), none.ks(), distribution, none.forecasts(), none.drift(), none.immature());
        assertThat(of(made).get("Scores by outcome"))
                .startsWith("Score|Converted|Not converted", "from 1 to below 1.1|1|3")
                .endsWith("from 2 to below 2.1|2|0")
                .hasSize(12);
        assertThat(of(new HandMade())).doesNotContainKey("Scores by outcome");
    }

    private static SortedMap<Points, Outcomes> map2(Points one, Outcomes first, Points two, Outcomes second) {
        return new TreeMap<>(Map.of(one, first, two, second));
    }
}
