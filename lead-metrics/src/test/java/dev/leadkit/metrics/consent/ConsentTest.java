package dev.leadkit.metrics.consent;

import static dev.leadkit.metrics.consent.ConsentArbitraries.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.lead.Channel;
import dev.leadkit.metrics.consent.ConsentEvent.Act;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.segment.Breakdown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Small stories of consent, counted by hand. */
final class ConsentTest {

    private static final String LINE = "email / news";

    /** One act an hour. */
    private static ConsentFacts lead(Act... acts) {
        List<ConsentEvent> events = new ArrayList<>();
        for (int hour = 0; hour < acts.length; hour++) {
            events.add(event(acts[hour], hour));
        }
        return ConsentFacts.of(events);
    }

    private static ConsentEvent event(Act act, int hour) {
        return new ConsentEvent(Channel.EMAIL, "news", act, START.plus(Duration.ofHours(hour)));
    }

    private static Breakdown<ConsentRates.Rates> result(Duration grace, ConsentFacts... leads) {
        return List.of(leads).stream().collect(new ConsentRates(grace).collector(Instant.EPOCH));
    }

    private static ConsentRates.Rates rates(ConsentFacts... leads) {
        return result(Duration.ZERO, leads).groups().get(LINE);
    }

    private static String shown(KpiResult figure) {
        return figure.value() instanceof KpiValue.Undefined why
                ? why.reason()
                : figure.basis().numerator() + " of " + figure.basis().denominator();
    }

    @Test
    @DisplayName("Who gave consent without being asked does not raise the rate of those asked")
    void optIn() {
        ConsentRates.Rates rates = rates(
                lead(Act.ASKED, Act.OPTED_IN), lead(Act.ASKED), lead(Act.OPTED_IN), lead(Act.OPTED_IN, Act.ASKED));
        assertThat(shown(rates.optIn())).isEqualTo("1 of 3");
        assertThat(shown(rates.contactable())).isEqualTo("3 of 4");
        assertThat(rates.optIn().definition().id()).isEqualTo("consent.opt-in/1?grace=PT0S");
        assertThat(shown(rates(lead(Act.OPTED_IN)).optIn())).isEqualTo("nobody was asked");
    }

    @Test
    @DisplayName(
            "Each message is answered by one opt-out and one complaint at most; those without a message are left out")
    void answers() {
        ConsentRates.Rates rates = rates(
                lead(Act.DELIVERED, Act.DELIVERED, Act.OPTED_OUT, Act.OPTED_OUT, Act.COMPLAINED, Act.COMPLAINED),
                lead(Act.OPTED_OUT),
                lead(Act.COMPLAINED, Act.DELIVERED));
        assertThat(shown(rates.optOut())).isEqualTo("1 of 3");
        assertThat(rates.optOut().basis().excluded()).hasSize(1).containsEntry("opt-out without a message", 2L);
        assertThat(shown(rates.complaints())).isEqualTo("1 of 3");
        assertThat(rates.complaints().basis().excluded()).hasSize(1).containsEntry("complaint without a message", 2L);
        assertThat(shown(rates(lead(Act.OPTED_OUT)).optOut())).isEqualTo("no message was delivered");
    }

    @Test
    @DisplayName("What arrives after a withdrawal is counted until consent is given again; the grace is included")
    void afterWithdrawal() {
        ConsentFacts lead = lead(
                Act.OPTED_IN, Act.OPTED_OUT, Act.DELIVERED, Act.OPTED_OUT, Act.DELIVERED, Act.OPTED_IN, Act.DELIVERED);
        assertThat(shown(rates(lead).afterWithdrawal())).isEqualTo("2 of 3");
        assertThat(rates(lead).afterWithdrawal().value().number().orElseThrow()).isEqualByComparingTo("2");
        assertThat(shown(result(Duration.ofHours(1), lead).all().afterWithdrawal()))
                .isEqualTo("1 of 3");
        assertThat(shown(result(Duration.ofHours(3), lead).all().afterWithdrawal()))
                .isEqualTo("0 of 3");
        assertThat(shown(rates(lead(Act.OPTED_OUT)).afterWithdrawal())).isEqualTo("no message was delivered");
        assertThat(shown(rates(ConsentFacts.of(List.of(event(Act.OPTED_OUT, 1), event(Act.DELIVERED, 1))))
                        .afterWithdrawal()))
                .as("at the instant of the opt-out")
                .isEqualTo("0 of 1");
    }

    @Test
    @DisplayName("A lead is contactable in all if it is by any channel and purpose; leads without a word are counted")
    void contactable() {
        ConsentEvent text = new ConsentEvent(Channel.SMS, "news", Act.OPTED_OUT, START);
        Breakdown<ConsentRates.Rates> result = result(
                Duration.ZERO, ConsentFacts.of(List.of(event(Act.OPTED_IN, 1), text)), ConsentFacts.of(List.of()));
        assertThat(shown(result.all().contactable())).isEqualTo("1 of 2");
        assertThat(shown(result.groups().get("sms / news").contactable())).isEqualTo("0 of 1");
        assertThat(shown(result.groups().get(LINE).contactable())).isEqualTo("1 of 1");
    }

    @Test
    @DisplayName("Of three leads, two of which withdrew, one is contactable; one that only withdrew makes none")
    void withdrawn() {
        assertThat(shown(result(Duration.ZERO, lead(Act.OPTED_OUT)).all().contactable()))
                .isEqualTo("0 of 1");
        Breakdown<ConsentRates.Rates> result = result(
                Duration.ZERO,
                lead(Act.OPTED_IN, Act.OPTED_OUT),
                lead(Act.OPTED_OUT, Act.OPTED_IN),
                lead(Act.ASKED, Act.OPTED_OUT));
        assertThat(shown(result.all().contactable())).isEqualTo("1 of 3");
    }

    @Test
    @DisplayName("More messages after a withdrawal than messages, or fewer than none, tell nothing")
    void incomplete() {
        ConsentRates kpi = new ConsentRates(Duration.ZERO);
        Counts fewer = kpi.create();
        kpi.retract(fewer, lead(Act.OPTED_OUT, Act.DELIVERED));
        Counts more = kpi.create();
        kpi.add(more, lead(Act.OPTED_OUT, Act.DELIVERED));
        kpi.retract(more, lead(Act.DELIVERED));
        for (Counts piece : List.of(fewer, more)) {
            KpiResult late = kpi.result(piece, Instant.EPOCH).all().afterWithdrawal();
            assertThat(shown(late)).isEqualTo(KpiResult.INCOMPLETE);
            assertThat(late.definition().id()).isEqualTo("consent.after-withdrawal/1?grace=PT0S");
        }
    }

    @Test
    @DisplayName("Every part is called what it counts")
    void parts() {
        ConsentRates kpi = new ConsentRates(Duration.ZERO);
        Counts counts = kpi.create();
        kpi.add(counts, lead(Act.ASKED, Act.OPTED_IN, Act.DELIVERED, Act.COMPLAINED));
        kpi.add(counts, lead(Act.DELIVERED, Act.DELIVERED, Act.OPTED_OUT, Act.DELIVERED));
        kpi.add(counts, lead(Act.ASKED));
        kpi.add(counts, lead(Act.OPTED_IN));
        Map<String, Long> ofLine = new TreeMap<>();
        for (int part = 0; part < 8; part++) {
            ofLine.put(kpi.parts().get(part), counts.named(LINE).count(part, 0));
        }
        assertThat(ofLine)
                .containsOnly(
                        Map.entry("leads of the channel and purpose", 4L),
                        Map.entry("asked", 2L),
                        Map.entry("gave consent when asked", 1L),
                        Map.entry("messages delivered", 4L),
                        Map.entry("messages answered by an opt-out", 1L),
                        Map.entry("messages answered by a complaint", 1L),
                        Map.entry("messages after a withdrawal", 1L),
                        Map.entry("contactable by the channel for the purpose", 2L));
        assertThat(kpi.parts().subList(8, kpi.parts().size())).containsExactly("leads", "contactable leads");
        assertThat(counts.count(8, 0)).isEqualTo(4);
        assertThat(counts.count(9, 0)).isEqualTo(2);
    }

    @Test
    @DisplayName("Order and repetition of the events change nothing, and no purpose is shown")
    void facts() {
        List<ConsentEvent> some = List.of(event(Act.OPTED_IN, 2), event(Act.ASKED, 1), event(Act.OPTED_IN, 2));
        assertThat(ConsentFacts.of(some)).isEqualTo(lead2());
        assertThat(ConsentFacts.of(some)).hasToString("ConsentFacts[1 channels and purposes]");
    }

    private static ConsentFacts lead2() {
        return ConsentFacts.of(List.of(event(Act.ASKED, 1), event(Act.OPTED_IN, 2)));
    }

    @Test
    @DisplayName("Wrong parameters are refused")
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConsentRates(Duration.ofSeconds(-1)))
                .withMessage("grace must be 0 or more, was PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConsentEvent(Channel.EMAIL, " ", Act.ASKED, START))
                .withMessage("purpose must be a text, was blank");
    }
}
