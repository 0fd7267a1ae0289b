package dev.leadkit.metrics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.EventHeader;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.Story;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.money.Cost;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One event with an absurd instant, as a broken file has them, must not lose the figures of all other leads. */
final class FarInstantsTest {

    private static final Instant MARCH = Instant.parse("2026-03-05T09:00:00Z");
    private static final Cost COST = new Cost(
            "web", LocalDate.of(2026, 1, 1), LocalDate.MAX, Money.of(BigDecimal.TEN, Currency.getInstance("EUR")));

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Niue"})
    void anyInstantIsCountedAndToldFor(String zone) {
        FiguresSpec spec = FiguresSpec.builder(ZoneId.of(zone), List.of(new Stage("new")), List.of(new Stage("good")))
                .responseTarget(Duration.ofDays(1))
                .costs(List.of(COST))
                .build();
        FiguresFold fold = new FiguresFold(spec);
        FiguresFold without = new FiguresFold(spec);
        LeadFacts usual = facts(MARCH);
        fold.add(usual);
        without.add(usual);
        for (Instant far : List.of(EventHeader.EARLIEST, EventHeader.LATEST)) {
            fold.add(facts(far));
            assertThat(fold.figures(far).conversion().basis().denominator()).isEqualTo("2");
            fold.retract(facts(far));
        }

        assertThat(fold).isEqualTo(without);
    }

    private static LeadFacts facts(Instant at) {
        return LeadFacts.of(
                new LeadId("far"),
                List.of(
                        new FactEvent(
                                "e1",
                                at,
                                new Occurrence.Submitted(Optional.of(new Stage("new")), Story.source("web"), true)),
                        new FactEvent("e2", at, new Occurrence.Entered(new Stage("good")))));
    }
}
