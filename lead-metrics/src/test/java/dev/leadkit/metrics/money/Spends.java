package dev.leadkit.metrics.money;

import dev.leadkit.lead.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Some costs: two currencies, overlapping periods, a source without leads. */
final class Spends {

    static final Spending SOME = Spending.of(
            ZoneOffset.UTC,
            List.of(
                    cost("web", "2025-11-01", "2025-12-01", 1_000, "EUR"),
                    cost("web", "2025-11-15", "2026-01-01", 333, "EUR"),
                    cost("web", "2025-11-01", "2026-05-01", 50_000, "JPY"),
                    cost("ads", "2026-01-01", "2026-02-01", 700, "EUR"),
                    cost("radio", "2025-11-01", "2026-05-01", 90, "EUR")));

    /** The same, and costs of no source, and some of advertising. */
    static final Spending SHARED = Spending.of(
            ZoneOffset.UTC,
            Stream.concat(
                            SOME.costs().stream(),
                            Stream.of(
                                    cost(Cost.UNALLOCATED, "2025-12-20", "2026-01-20", 444, "EUR"),
                                    ad("web", "2025-11-20", "2025-12-20", 555, "EUR"),
                                    ad(Cost.UNALLOCATED, "2026-01-10", "2026-03-01", 66, "EUR")))
                    .toList());

    private Spends() {}

    static Cost ad(String source, String from, String to, long minor, String currency) {
        return new Cost(
                source,
                LocalDate.parse(from),
                LocalDate.parse(to),
                new Money(minor, Currency.getInstance(currency)),
                Cost.Kind.ADVERTISING);
    }

    static Cost cost(String source, String from, String to, long minor, String currency) {
        return new Cost(
                source, LocalDate.parse(from), LocalDate.parse(to), new Money(minor, Currency.getInstance(currency)));
    }
}
