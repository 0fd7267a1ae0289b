package dev.leadkit.metrics.team;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import dev.leadkit.metrics.team.SupportContact.Resolution;
import java.time.Duration;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Contacts and workloads, few enough of everything that equal ones are common. */
public final class TeamArbitraries {

    private TeamArbitraries() {}

    public static Arbitrary<SupportContact> contacts() {
        Arbitrary<Money> costs = Combinators.combine(
                        Arbitraries.longs().between(0, 5_000), Arbitraries.of("EUR", "EUR", "JPY"))
                .as((minor, currency) -> new Money(minor, Currency.getInstance(currency)));
        return Combinators.combine(
                        Arbitraries.of("chat", "mail", "phone"),
                        costs.optional(0.8),
                        Arbitraries.of(Resolution.class),
                        Arbitraries.of(true, false).optional(0.6))
                .as(SupportContact::new)
                .withoutEdgeCases();
    }

    public static Arbitrary<Workload> workloads() {
        return Combinators.combine(
                        Arbitraries.of("2026-05", "2026-06"),
                        Arbitraries.longs().between(0, 40).map(Duration::ofHours),
                        Arbitraries.longs().between(0, 3_000).map(Duration::ofMinutes),
                        LeadFactsArbitraries.instants().list().ofMaxSize(6))
                .as(Workload::new)
                .withoutEdgeCases();
    }
}
