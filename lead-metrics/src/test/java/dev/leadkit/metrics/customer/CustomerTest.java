package dev.leadkit.metrics.customer;

import static dev.leadkit.metrics.Shown.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.Shown;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Small books of customers, counted by hand. */
final class CustomerTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    /** 1,000 days after the first of them. */
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");

    private static final Instant AS_OF =
            FIRST.plusDays(1_000).atStartOfDay(ZoneOffset.UTC).toInstant();

    private static Customer customer(int since, Optional<Integer> ended, long euros, String margin) {
        Customer.Income income = new Customer.Income(new Money(euros * 100, EUR), new BigDecimal(margin));
        return new Customer("all", FIRST.plusDays(since), ended.map(FIRST::plusDays), Optional.of(income));
    }

    private static LifetimeValue kpi(int horizon, String discount) {
        return new LifetimeValue(horizon, new BigDecimal(discount), ZoneOffset.UTC);
    }

    private static LifetimeFigures figures(LifetimeValue kpi, Customer... customers) {
        return List.of(customers).stream().collect(kpi.collector(AS_OF)).get("EUR");
    }

    @Test
    @DisplayName("One of two ended in 1,500 days of both: the margin over that churn is the value")
    void lifetimeValue() {
        LifetimeFigures figures = figures(
                kpi(120, "0"), customer(0, Optional.empty(), 100, "0.8"), customer(0, Optional.of(500), 60, "0.5"));
        assertThat(shown(figures.revenue())).isEqualTo("80 EUR");
        assertThat(shown(figures.margin())).isEqualTo("55 EUR");
        assertThat(shown(figures.churn())).isEqualTo("0.020291 share");
        assertThat(shown(figures.simple())).isEqualTo("2710.527937 EUR");
        assertThat(shown(figures.discounted())).isEqualTo("2655.527937 EUR");
        assertThat(figures.capped()).isFalse();
        assertThat(figures.simple().definition().id())
                .isEqualTo("customer.ltv/1?horizon=120mo&discount=0&zone=Z&currency=EUR");
        assertThat(figures.discounted().definition().id())
                .isEqualTo("customer.ltv.discounted/1?horizon=120mo&discount=0&zone=Z&currency=EUR");
        assertThat(figures.churn().definition().id()).isEqualTo("customer.churn/1?currency=EUR&zone=Z");
    }

    @Test
    @DisplayName("Nobody ended, or too few: the life is the horizon, and it is said")
    void capped() {
        LifetimeFigures none = figures(kpi(60, "0.01"), customer(0, Optional.empty(), 100, "0.5"));
        assertThat(shown(none.simple())).isEqualTo("3000 EUR");
        assertThat(shown(none.discounted())).isEqualTo("5000 EUR");
        assertThat(none.capped()).isTrue();
        LifetimeFigures few =
                figures(kpi(49, "0"), customer(0, Optional.empty(), 55, "1"), customer(0, Optional.of(500), 55, "1"));
        assertThat(shown(few.simple())).isEqualTo("2695 EUR");
        assertThat(few.capped()).isTrue();
        assertThat(shown(figures(kpi(60, "0"), customer(0, Optional.empty(), 100, "0.5"))
                        .discounted()))
                .isEqualTo("neither churn nor discount");
    }

    @Test
    @DisplayName(
            "An end after the as-of day is none yet; a later customer, one without income and one ended first are left out")
    void exclusions() {
        Customer unknown = new Customer("all", FIRST, Optional.empty(), Optional.empty());
        LifetimeFigures figures = figures(
                kpi(60, "0"),
                customer(0, Optional.of(1_001), 100, "0.5"),
                customer(1_001, Optional.empty(), 7, "1"),
                customer(9, Optional.of(8), 7, "1"),
                unknown);
        assertThat(figures.churn().basis().numerator()).isEqualByComparingTo("0");
        assertThat(figures.churn().basis().denominator()).isEqualByComparingTo("1000");
        assertThat(shown(figures.revenue())).isEqualTo("100 EUR");
        assertThat(figures.revenue().basis().excluded())
                .containsEntry("begins after the as-of day", 1L)
                .containsEntry("ended before it began", 1L)
                .containsEntry("no income known", 1L);
        LifetimeFigures today = figures(kpi(60, "0"), customer(1_000, Optional.empty(), 100, "0.5"));
        assertThat(shown(today.churn())).isEqualTo("no time has passed");
        LifetimeFigures gone = figures(kpi(60, "0"), customer(0, Optional.of(0), 100, "0.5"));
        assertThat(shown(gone.discounted())).isEqualTo("churn above 1 a month");
        LifetimeFigures later = figures(kpi(60, "0"), customer(1_001, Optional.empty(), 100, "0.5"));
        assertThat(shown(later.simple())).isEqualTo("no customers");
        assertThat(shown(later.discounted())).isEqualTo("no customers");
        assertThat(shown(later.margin())).isEqualTo("no customers");
    }

    @Test
    @DisplayName("A piece of the counts in which more was taken back than counted tells nothing")
    void incomplete() {
        LifetimeValue kpi = kpi(60, "0");
        Counts counts = kpi.create();
        kpi.retract(counts, customer(0, Optional.empty(), 100, "0.5"));
        LifetimeFigures figures = kpi.result(counts, AS_OF).get("EUR");
        assertThat(List.of(figures.revenue(), figures.churn(), figures.simple(), figures.discounted()))
                .extracting(Shown::shown)
                .containsOnly(KpiResult.INCOMPLETE);
    }

    private static KpiResult cac(String euros) {
        return KpiResult.quotient(
                new Definition("lead.cac/1", "a"),
                KpiUnit.money(EUR),
                new Basis(new BigDecimal(euros), BigDecimal.ONE, new TreeMap<>()),
                "no customer");
    }

    @Test
    @DisplayName("A value of 3,000 for 600 is 5 to 1, paid back by 50 a month in 12 months")
    void unitEconomics() {
        LifetimeFigures figures = figures(kpi(60, "0.01"), customer(0, Optional.empty(), 100, "0.5"));
        UnitEconomics economics = UnitEconomics.of(figures, cac("600"));
        assertThat(shown(economics.ltvToCac())).isEqualTo("5 number");
        assertThat(shown(economics.payback())).isEqualTo("12 mo");
        assertThat(shown(economics.roi())).isEqualTo("4 share");
        assertThat(economics.ltvToCac().definition().id())
                .isEqualTo("customer.ltv-to-cac/1?of=["
                        + figures.simple().definition().id() + "]&cac=[lead.cac/1]");
        assertThat(economics.payback().definition().id())
                .isEqualTo("customer.payback/1?of=[customer.margin/1?currency=EUR&zone=Z]&cac=[lead.cac/1]");
        UnitEconomics free = UnitEconomics.of(figures, cac("0"));
        assertThat(shown(free.ltvToCac())).isEqualTo("the acquisition cost is 0 or less");
        assertThat(shown(free.payback())).isEqualTo("0 mo");
        LifetimeFigures loss = figures(kpi(60, "0.01"), customer(0, Optional.empty(), 100, "-0.5"));
        assertThat(shown(UnitEconomics.of(loss, cac("600")).payback())).isEqualTo("the margin is 0 or less");
        assertThat(shown(UnitEconomics.of(loss, cac("600")).ltvToCac())).isEqualTo("-5 number");
    }

    @Test
    @DisplayName("What is undefined makes the others undefined for the same reason; currencies are not mixed")
    void undefinedEconomics() {
        LifetimeFigures figures = figures(kpi(60, "0.01"), customer(0, Optional.empty(), 100, "0.5"));
        KpiResult unknown =
                KpiResult.undefined(cac("1").definition(), KpiUnit.money(EUR), cac("1").basis(), "no customer");
        UnitEconomics economics = UnitEconomics.of(figures, unknown);
        assertThat(List.of(economics.ltvToCac(), economics.payback(), economics.roi()))
                .extracting(Shown::shown)
                .containsOnly("no customer");
        LifetimeFigures later = figures(kpi(60, "0"), customer(1_001, Optional.empty(), 100, "0.5"));
        UnitEconomics none = UnitEconomics.of(later, cac("600"));
        assertThat(List.of(none.ltvToCac(), none.payback(), none.roi()))
                .extracting(Shown::shown)
                .containsOnly("no customers");
        KpiResult yen = KpiResult.known(
                cac("1").definition(), KpiUnit.money(Currency.getInstance("JPY")), BigDecimal.ONE, cac("1").basis());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitEconomics.of(figures, yen))
                .withMessage("cac must be in EUR, was in JPY");
    }

    private static List<Aarrr.Step> steps(Aarrr kpi, List<Set<Growth>> people) {
        return people.stream().map(reached -> new Journey("web", reached)).collect(kpi.collector(AS_OF));
    }

    @Test
    @DisplayName("Retention is not nested: two came back where one was activated")
    void aarrr() {
        List<Set<Growth>> people = List.of(
                EnumSet.of(Growth.ACQUISITION, Growth.ACTIVATION, Growth.RETENTION),
                EnumSet.of(Growth.ACQUISITION, Growth.RETENTION, Growth.REVENUE),
                EnumSet.of(Growth.ACQUISITION),
                EnumSet.of(Growth.REVENUE));
        List<Aarrr.Step> steps = steps(new Aarrr(), people);
        assertThat(steps).extracting(Aarrr.Step::growth).containsExactly(Growth.values());
        assertThat(steps).extracting(Aarrr.Step::people).containsExactly(3L, 1L, 2L, 0L, 1L);
        assertThat(steps.stream().map(step -> shown(step.toPrevious())))
                .containsExactly("1 share", "0.333333 share", "2 share", "0 share", "nobody did the one before");
        assertThat(steps.stream().map(step -> shown(step.toFirst())))
                .containsExactly("1 share", "0.333333 share", "0.666667 share", "0 share", "0.333333 share");
        assertThat(steps.get(1).toFirst().basis().excluded()).containsEntry("did not do the first", 1L);
        assertThat(steps.get(1).toFirst().interval()).isPresent();
        assertThat(steps.get(2).toPrevious().interval()).isEmpty();
    }

    @Test
    @DisplayName("The order may be another, with each of the five once")
    void order() {
        List<Growth> order =
                List.of(Growth.ACQUISITION, Growth.ACTIVATION, Growth.RETENTION, Growth.REVENUE, Growth.REFERRAL);
        Aarrr kpi = new Aarrr(order);
        assertThat(kpi.definition().id()).isEqualTo("aarrr/1?order=ACQUISITION,ACTIVATION,RETENTION,REVENUE,REFERRAL");
        assertThat(steps(kpi, List.of(EnumSet.of(Growth.ACQUISITION, Growth.REVENUE))))
                .extracting(Aarrr.Step::people)
                .containsExactly(1L, 0L, 0L, 1L, 0L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Aarrr(List.of(Growth.REVENUE)))
                .withMessage("order must be each of the five once, was [REVENUE]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Aarrr(List.of(
                        Growth.REVENUE, Growth.REVENUE, Growth.RETENTION, Growth.REFERRAL, Growth.ACQUISITION)));
    }

    @Test
    @DisplayName("Wrong parameters are refused")
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kpi(0, "0"))
                .withMessage("horizon must be from 1 to 1200, was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> kpi(1_201, "0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kpi(1, "-0.1"))
                .withMessage("discount must be from 0 to 1, was -0.1");
        assertThatIllegalArgumentException().isThrownBy(() -> kpi(1, "1.1"));
        assertThat(kpi(1_200, "1").definition().id()).isEqualTo("customer.ltv/1?horizon=1200mo&discount=1&zone=Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Customer.Income(new Money(1, EUR), new BigDecimal("1.1")))
                .withMessage("margin must be from -10 to 1, was 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Customer.Income(new Money(1, EUR), new BigDecimal("-10.1")));
    }
}
