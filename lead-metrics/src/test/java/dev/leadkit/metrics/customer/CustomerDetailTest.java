package dev.leadkit.metrics.customer;

import static dev.leadkit.metrics.Shown.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The borders of what customers are worth: the as-of day, the horizon, a churn of exactly 1. */
final class CustomerDetailTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    /** 1,000 days after the first. */
    private static final Instant AS_OF =
            FIRST.plusDays(1_000).atStartOfDay(ZoneOffset.UTC).toInstant();

    private static Customer.Income income(long cents, String margin) {
        return new Customer.Income(new Money(cents, EUR), new BigDecimal(margin));
    }

    private static Customer customer(int since, Optional<Integer> ended, long euros, String margin) {
        return new Customer(
                "all", FIRST.plusDays(since), ended.map(FIRST::plusDays), Optional.of(income(euros * 100, margin)));
    }

    private static LifetimeValue kpi(int horizon) {
        return new LifetimeValue(horizon, BigDecimal.ZERO, ZoneOffset.UTC);
    }

    private static LifetimeFigures figures(LifetimeValue kpi, Customer... customers) {
        return List.of(customers).stream().collect(kpi.collector(AS_OF)).get("EUR");
    }

    @Test
    @DisplayName("Who begins or ends on the as-of day counts; who begins the day after brings nothing yet")
    void asOfDay() {
        LifetimeFigures figures = figures(
                kpi(60),
                customer(0, Optional.of(1_000), 100, "0.5"),
                customer(1_000, Optional.empty(), 300, "0.5"),
                customer(1_001, Optional.of(1_001), 900, "0.5"));
        assertThat(shown(figures.revenue())).isEqualTo("200 EUR");
        assertThat(shown(figures.margin())).isEqualTo("100 EUR");
        assertThat(shown(figures.churn())).isEqualTo("0.030437 share");
        assertThat(figures.churn().basis().numerator()).isEqualByComparingTo("30.436875");
        assertThat(figures.churn().basis().denominator()).isEqualByComparingTo("1000");
        assertThat(figures.revenue().basis().excluded()).isEqualTo(Map.of("begins after the as-of day", 1L));
        assertThat(figures(kpi(60), customer(0, Optional.empty(), 1, "1"))
                        .revenue()
                        .basis()
                        .excluded())
                .isEmpty();
    }

    @Test
    @DisplayName("A mean life of exactly the horizon, 400 months, is not capped; one of a day more is")
    void horizon() {
        Customer longer = customer(-12_000, Optional.of(175), 100, "0.5");
        LifetimeFigures even =
                figures(kpi(400), longer, longer, longer, customer(-12_000, Optional.of(174), 100, "0.5"));
        assertThat(even.churn().basis().denominator()).isEqualByComparingTo("48699");
        assertThat(shown(even.simple())).isEqualTo("20000 EUR");
        assertThat(even.capped()).isFalse();
        LifetimeFigures more = figures(kpi(400), longer, longer, longer, longer);
        assertThat(shown(more.simple())).isEqualTo("20000 EUR");
        assertThat(more.capped()).isTrue();
    }

    @Test
    @DisplayName("With a churn of exactly 1 a month nothing is kept: the discounted value is 0; above it there is none")
    void churnOfOne() {
        LifetimeValue kpi = kpi(60);
        Counts counts = kpi.create();
        kpi.count(counts, customer(0, Optional.of(30), 100, "0.5"), 901);
        kpi.count(counts, customer(0, Optional.of(31), 100, "0.5"), 699);
        LifetimeFigures figures = kpi.result(counts, AS_OF).get("EUR");
        assertThat(shown(figures.churn())).isEqualTo("1 share");
        assertThat(shown(figures.simple())).isEqualTo("50 EUR");
        assertThat(shown(figures.discounted())).isEqualTo("0 EUR");
        kpi.count(counts, customer(0, Optional.of(30), 100, "0.5"), 1);
        assertThat(shown(kpi.result(counts, AS_OF).get("EUR").discounted())).isEqualTo("churn above 1 a month");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 0",
        "3, 0.5, 2",
        "1, 0.9, 1",
        "1, 0.05, 0",
        "100, -0.019, -2",
        "100, -10, -1000",
        "100, 1, 100",
        "100, 1E-9999999, 0",
        "100, -1E-999999999, 0"
    })
    @DisplayName("A margin is rounded half to even to minor units, however small it is")
    void margins(long cents, String margin, long expected) {
        assertThat(income(cents, margin).marginMinor()).isEqualTo(expected);
    }

    @Test
    @DisplayName("A margin beyond ten times the revenue lost, or all of it kept, is refused")
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> income(1, "-10.000001"))
                .withMessage("margin must be from -10 to 1, was -10.000001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> income(1, "1.000001"))
                .withMessage("margin must be from -10 to 1, was 1.000001");
    }

    @Test
    @DisplayName("A margin of exactly nothing pays nothing back, and says so")
    void noMargin() {
        KpiResult cac = KpiResult.quotient(
                new Definition("lead.cac/1", "a"),
                KpiUnit.money(EUR),
                new Basis(BigDecimal.TEN, BigDecimal.ONE, new TreeMap<>()),
                "no customer");
        UnitEconomics economics = UnitEconomics.of(figures(kpi(60), customer(0, Optional.empty(), 100, "0")), cac);
        assertThat(shown(economics.payback())).isEqualTo("the margin is 0 or less");
        assertThat(shown(economics.ltvToCac())).isEqualTo("0 number");
        assertThat(shown(economics.roi())).isEqualTo("-1 share");
    }

    @Test
    @DisplayName("Every part that is kept has a name")
    void parts() {
        LifetimeValue lives = kpi(60);
        Counts life = lives.create();
        lives.add(life, customer(5, Optional.of(9), 3, "0.5"));
        Counts money = life.named("EUR");
        long since = FIRST.plusDays(5).toEpochDay();
        assertThat(lives.parts())
                .containsExactly(
                        "customers, by first day",
                        "customers, by day of their end",
                        "monthly revenue in minor units, by first day",
                        "monthly margin in minor units, by first day",
                        "monthly revenue in 1,000,000,000 minor units, by first day",
                        "monthly margin in 1,000,000,000 minor units, by first day");
        assertThat(List.of(
                        money.count(0, since),
                        money.count(1, FIRST.plusDays(9).toEpochDay()),
                        money.count(2, since),
                        money.count(3, since)))
                .containsExactly(1L, 1L, 300L, 150L);
        Aarrr growth = new Aarrr();
        Counts steps = growth.create();
        growth.add(steps, new Journey("web", EnumSet.of(Growth.ACQUISITION, Growth.REVENUE)));
        assertThat(growth.parts()).containsExactly("did it, by place in the order");
        assertThat(steps.keys(0)).containsExactly(0, 4);
    }

    @Test
    @DisplayName("Equal discounts are one however they are written; one that no memory could hold is refused")
    void discounts() {
        LifetimeValue one = new LifetimeValue(12, new BigDecimal("0.010"), ZoneOffset.UTC);
        assertThat(one).isEqualTo(new LifetimeValue(12, new BigDecimal("1E-2"), ZoneOffset.UTC));
        assertThat(one.definition().id()).contains("&discount=0.01&");
        assertThat(new LifetimeValue(12, new BigDecimal("1E-100"), ZoneOffset.UTC).discount())
                .isEqualTo(new BigDecimal("1E-100"));
        for (String tiny : List.of("1E-101", "1E-2000000000")) {
            BigDecimal discount = new BigDecimal(tiny);
            assertThatThrownBy(() -> new LifetimeValue(12, discount, ZoneOffset.UTC))
                    .hasMessage("number must have at most 100 digits on each side of the point, was " + tiny);
        }
    }
}
