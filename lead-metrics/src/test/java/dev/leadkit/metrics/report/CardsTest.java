package dev.leadkit.metrics.report;

import static dev.leadkit.metrics.report.HandMade.known;
import static dev.leadkit.metrics.report.HandMade.map;
import static dev.leadkit.metrics.report.HandMade.rate;
import static dev.leadkit.metrics.report.HandMade.undefined;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.forecast.Forecast;
import dev.leadkit.metrics.kpi.MonthGrowth;
import dev.leadkit.metrics.kpi.Velocity;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which figures are key figures, and how a card shows one. */
final class CardsTest {

    @Test
    @DisplayName("A card shows the value with all that it rests on; those without a value come last with their reason")
    void cards() {
        Basis late = Basis.of(1, 2, map(Map.of("late", 2L)));
        KpiResult half = KpiResult.rate(new Definition("half/1", "Half."), late, "none");
        List<KeyFigure> figures = List.of(
                new KeyFigure("Gone", undefined("nobody came")),
                new KeyFigure("Half", half),
                new KeyFigure("Days", known(KpiUnit.DAYS, "3", 1, 2)));
        assertThat(Cards.of(figures).toString().replace('\u00a0', ' '))
                .isEqualTo("<ul class=\"cards\" role=\"list\">"
                        + "<li class=\"card\"><h3>Half</h3><p class=\"value\">50.0 %</p><p>1 of 2</p>"
                        + "<p>95 %: 9.5 \u2013 90.5 %</p><p class=\"left\">Left out: late (2)</p><code>half/1</code></li>"
                        + "<li class=\"card\"><h3>Days</h3><p class=\"value\">3 d</p><p>rank 1 of 2</p>"
                        + "<code>known/1</code></li>"
                        + "<li class=\"card none\"><h3>Gone</h3><p class=\"value\">\u2013</p>"
                        + "<p>Undefined: nobody came</p><code>undefined/1</code></li></ul>");
    }

    private static List<String> names(HandMade made) {
        return KeyFigure.of(made.figures()).stream().map(KeyFigure::name).toList();
    }

    @Test
    @DisplayName("Costs have a card for each currency, forecasts one where chances were told")
    void names() {
        assertThat(names(new HandMade()))
                .containsExactly(
                        "Lead conversion",
                        "Converted within 60 days",
                        "Score AUC",
                        "Lift, top tenth",
                        "Lead velocity",
                        "Response, median",
                        "Response, 90th percentile",
                        "Answered in time",
                        "Sales cycle, median",
                        "Sales cycle, 90th percentile",
                        "Cost per lead, EUR",
                        "Cost per lead, USD",
                        "Acquisition cost, EUR",
                        "Acquisition cost, USD");
        HandMade made = new HandMade();
        made.horizonDays = 30;
        Figures.Sales none = HandMade.NONE.sales();
        KpiResult some = known(KpiUnit.NUMBER, "1.5", 3, 2);
        Forecast.Outlook outlook = new Forecast.Outlook(some, map(Map.of("CHF", rate(0, 0))));
        made.sales = new Figures.Sales(none.sources(), none.reps(), none.loads(), outlook);
        assertThat(names(made))
                .contains("Converted within 30 days")
                .endsWith("Expected conversions of open leads", "Expected revenue, CHF");
    }

    @Test
    @DisplayName("The velocity is named after the latest month with its growth")
    void velocity() {
        KpiResult growth = rate("velocity/1", 1, 2);
        HandMade made = new HandMade();
        made.velocity = new Velocity(
                growth,
                growth,
                List.of(
                        new MonthGrowth(YearMonth.of(2026, 1), 2, growth),
                        new MonthGrowth(YearMonth.of(2026, 2), 3, growth),
                        new MonthGrowth(YearMonth.of(2026, 3), 0, rate(0, 0))));
        assertThat(names(made)).contains("Lead velocity, 2026-02");
    }

    @Test
    @DisplayName("Each key figure is the one that its name says")
    void values() {
        HandMade made = new HandMade();
        List<KeyFigure> keys = KeyFigure.of(made.figures());
        assertThat(keys)
                .extracting(key -> key.result().definition().id().replaceAll("[/?].*", ""))
                .containsExactly(
                        "lead.conversion",
                        "lead.conversion.cohort",
                        "score.auc",
                        "score.lift",
                        "lead.velocity",
                        "lead.response.p50",
                        "lead.response.p90",
                        "lead.response.in-time",
                        "lead.cycle.p50",
                        "lead.cycle.p90",
                        "lead.cost",
                        "lead.cost",
                        "lead.cac",
                        "lead.cac");
    }
}
