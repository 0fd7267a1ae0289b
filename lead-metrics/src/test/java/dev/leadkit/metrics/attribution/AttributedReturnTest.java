package dev.leadkit.metrics.attribution;

import static dev.leadkit.metrics.Chronicle.captured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.Chronicle;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.money.Cost;
import dev.leadkit.metrics.money.Spending;
import dev.leadkit.metrics.segment.Grouping;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class AttributedReturnTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Attribution LINEAR = new Attribution(AttributionModel.linear(), Duration.ofDays(30));
    private static final Spending SPENDING =
            Spending.of(ZoneOffset.UTC, List.of(cost("a", 1, 11, 100), cost(Cost.UNALLOCATED, 20, 25, 50)));

    /** On these days of June, of which day 0 of a chronicle is the first. */
    private static Cost cost(String source, int from, int to, long minor) {
        return new Cost(source, LocalDate.of(2026, 6, from), LocalDate.of(2026, 6, to), new Money(minor, EURO));
    }

    private static SortedMap<String, AttributedReturn.Returns> returns(AttributedReturn kpi, Chronicle... leads) {
        Counts counts = kpi.create();
        for (Chronicle lead : leads) {
            kpi.add(counts, lead.facts());
        }
        return kpi.result(counts, Chronicle.day(100));
    }

    private static AttributedReturn.Returns euros(Chronicle... leads) {
        return returns(AttributedReturn.of(LINEAR, SPENDING, new BigDecimal("0.5")), leads)
                .get("EUR");
    }

    private static String value(KpiResult figure) {
        return figure.value() instanceof KpiValue.Undefined undefined
                ? undefined.reason()
                : figure.value().number().orElseThrow().toPlainString();
    }

    @Test
    @DisplayName("A conversion is shared among its touches to the cent; each counts where a cost covers its own day")
    void touchesCountOnTheirDays() {
        AttributedReturn.Returns euros = euros(captured(3)
                .touched(9.9, "a")
                .touched(10, "a")
                .touched(19, "b")
                .touched(20, "c")
                .converted(30, 403, "EUR"));
        assertThat(euros.bySource().groups()).containsOnlyKeys(Cost.UNALLOCATED, "a");
        assertThat(value(euros.bySource().groups().get("a").roas())).isEqualTo("1.010000");
        assertThat(value(euros.bySource().groups().get("a").romi())).isEqualTo("-0.495000");
        assertThat(value(euros.bySource().groups().get(Cost.UNALLOCATED).roas()))
                .as("b on the 20th and c on the 21st")
                .isEqualTo("4.020000");
        assertThat(euros.uncovered()).as("a on the 11th").isEqualTo(Map.of("a", new BigDecimal("1.01")));
        assertThat(value(euros.bySource().all().roas())).isEqualTo("2.013333");
        assertThat(euros.revenue()).isEqualTo(new BigDecimal("4.03"));
        assertThat(euros.unattributed()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    @DisplayName("A conversion without a touch is unattributed; other currencies have returns of their own")
    void unattributed() {
        Chronicle[] leads = {
            captured(3).converted(4, 700, "EUR"),
            captured(3).touched(2, "a").converted(4, 300, "JPY"),
            captured(3).touched(5, "a").converted(4, 11, "EUR"),
        };
        SortedMap<String, AttributedReturn.Returns> all = returns(AttributedReturn.of(LINEAR, SPENDING), leads);
        assertThat(all).containsOnlyKeys("EUR", "JPY");
        assertThat(all.get("EUR").unattributed()).isEqualTo(new BigDecimal("7.11"));
        assertThat(value(all.get("EUR").bySource().all().roas())).isEqualTo("0.000000");
        assertThat(value(all.get("EUR").bySource().all().romi())).isEqualTo("no margin was given");
        assertThat(all.get("JPY").uncovered()).containsOnlyKeys("a");
        assertThat(value(all.get("JPY").bySource().all().roas())).isEqualTo("nothing was spent");
    }

    @Test
    @DisplayName(
            "Leads without a day, a conversion or a value are left out and counted; without any value nothing is known")
    void leftOut() {
        AttributedReturn.Returns euros = euros(
                Chronicle.empty().submitted(1, false).touched(2, "a").converted(3, 5, "EUR"),
                captured(1).touched(1, "a"),
                captured(1).touched(1, "a").converted(3));
        assertThat(euros.bySource().all().roas().basis().excluded())
                .isEqualTo(Map.of("undated lead", 1L, "not converted", 1L, "converted, without a value", 1L));
        assertThat(value(euros.bySource().all().roas())).isEqualTo("no converted lead has a value");
        assertThat(value(euros().bySource().all().roas())).isEqualTo("0.000000");
    }

    @Test
    @DisplayName("More taken back than told is incomplete, in its row and in all")
    void incomplete() {
        AttributedReturn kpi = AttributedReturn.of(LINEAR, SPENDING);
        Counts counts = kpi.create();
        kpi.retract(counts, captured(1).touched(1, "a").converted(3, 5, "EUR").facts());
        KpiResult a = kpi.result(counts, Chronicle.day(9))
                .get("EUR")
                .bySource()
                .groups()
                .get("a")
                .roas();
        assertThat(value(a)).isEqualTo(KpiResult.INCOMPLETE);
    }

    @Test
    @DisplayName("The definition names the rule, the window and the margin, and a wrong margin is refused")
    void definition() {
        AttributedReturn kpi = AttributedReturn.of(LINEAR, SPENDING, new BigDecimal("0.50"));
        assertThat(kpi.definition().id())
                .startsWith("marketing.romi.credited/1?model=linear&lookback=PT720H&margin=0.5&scope=");
        assertThat(returns(kpi).get("EUR").bySource().all().roas().definition().id())
                .isEqualTo("marketing.roas.credited/1?model=linear&lookback=PT720H&currency=EUR");
        for (String wrong : List.of("-0.01", "1.01")) {
            assertThatThrownBy(() -> AttributedReturn.of(LINEAR, SPENDING, new BigDecimal(wrong)))
                    .hasMessage("margin must be from 0 to 1, was " + wrong);
        }
    }

    @Test
    @DisplayName("An explanation shows what each touch earned and where, with the touches and the conversion")
    void explanation() {
        Explanation explanation = Explanation.of(
                AttributedReturn.of(LINEAR, SPENDING),
                captured(3)
                        .touched(1, "a")
                        .touched(12, "b")
                        .converted(14, 301, "EUR")
                        .facts());
        assertThat(explanation.cells())
                .extracting(cell -> String.join("/", cell.groups()) + " " + cell.part() + " " + cell.times())
                .containsExactly(
                        "EUR conversions with a value 1",
                        "EUR value in minor units 301",
                        "EUR/covered/a value in minor units 151",
                        "EUR/covered/a touches 1",
                        "EUR/uncovered/b value in minor units 150",
                        "EUR/uncovered/b touches 1");
        assertThat(explanation.evidence()).hasSize(3);
    }

    @Test
    @DisplayName("A channel really called like the costs of nobody is none of them; its own costs have a backslash")
    void reservedNames() {
        Spending spending = Spending.of(
                ZoneOffset.UTC, List.of(cost(Grouping.MISSING, 1, 11, 100), cost("\\(missing)", 5, 11, 100)));
        AttributedReturn.Returns euros = returns(
                        AttributedReturn.of(LINEAR, spending),
                        captured(1)
                                .touched(1, "(missing)")
                                .touched(6, "(missing)")
                                .touched(7, Cost.UNALLOCATED)
                                .converted(8, 300, "EUR"))
                .get("EUR");
        assertThat(value(euros.bySource().groups().get(Grouping.MISSING).roas()))
                .isEqualTo("0.000000");
        assertThat(value(euros.bySource().groups().get("\\(missing)").roas())).isEqualTo("1.000000");
        assertThat(euros.uncovered()).containsOnlyKeys("\\(missing)", "\\(unallocated)");
    }

    @Test
    @DisplayName("A margin of nothing has a figure however it is written; one with a thousand digits is refused")
    void digitsOfTheMargin() {
        AttributedReturn none = AttributedReturn.of(LINEAR, SPENDING, new BigDecimal("0E-2000000000"));
        Chronicle lead = captured(1).touched(1, "a").converted(3, 500, "EUR");
        assertThat(value(returns(none, lead).get("EUR").bySource().all().romi()))
                .isEqualTo("-1.000000");
        assertThatThrownBy(() -> AttributedReturn.of(LINEAR, SPENDING, new BigDecimal("1E-1000")))
                .hasMessage("number must have at most 100 digits on each side of the point, was 1E-1000");
    }
}
