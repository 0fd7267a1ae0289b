package dev.leadkit.metrics.consent;

import dev.leadkit.lead.Channel;
import dev.leadkit.metrics.consent.ConsentEvent.Act;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Consent of leads, many events at one instant. */
public final class ConsentArbitraries {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private ConsentArbitraries() {}

    public static Arbitrary<ConsentFacts> facts() {
        return Combinators.combine(
                        Arbitraries.of(Channel.EMAIL, Channel.SMS),
                        Arbitraries.of("news", "offers"),
                        Arbitraries.of(Act.class),
                        Arbitraries.longs().between(0, 12).map(hours -> START.plusSeconds(hours * 21_600)))
                .as(ConsentEvent::new)
                .list()
                .ofMaxSize(14)
                .map(ConsentFacts::of)
                .withoutEdgeCases();
    }
}
