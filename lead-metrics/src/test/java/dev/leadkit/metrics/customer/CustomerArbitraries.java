package dev.leadkit.metrics.customer;

import dev.leadkit.lead.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Customers and journeys, few enough of everything that equal ones are common. */
public final class CustomerArbitraries {

    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");

    private CustomerArbitraries() {}

    public static Arbitrary<Customer> customers() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 900).map(FIRST::plusDays);
        return Combinators.combine(
                        Arbitraries.of("web", "ads"),
                        days,
                        days.optional(0.5),
                        incomes().optional(0.9))
                .as(Customer::new)
                .withoutEdgeCases();
    }

    private static Arbitrary<Customer.Income> incomes() {
        Arbitrary<Money> money = Combinators.combine(
                        Arbitraries.longs().between(0, 20_000), Arbitraries.of("EUR", "EUR", "JPY"))
                .as((minor, currency) -> new Money(minor, Currency.getInstance(currency)));
        Arbitrary<BigDecimal> margins =
                Arbitraries.integers().between(-20, 100).map(cents -> BigDecimal.valueOf(cents, 2));
        return Combinators.combine(money, margins).as(Customer.Income::new);
    }

    public static Arbitrary<Journey> journeys() {
        return Combinators.combine(
                        Arbitraries.of("web", "ads"),
                        Arbitraries.of(Growth.class).set())
                .as(Journey::new)
                .withoutEdgeCases();
    }
}
