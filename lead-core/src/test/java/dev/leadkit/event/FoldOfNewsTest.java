package dev.leadkit.event;

import static dev.leadkit.core.kit.LeadArbitraries.LEAD;
import static dev.leadkit.lead.StandardFields.CITY;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static dev.leadkit.lead.StandardFields.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.leadkit.lead.Channel;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What enrichment, touches, appointments and preferences make of a lead. */
final class FoldOfNewsTest {

    private static final SortedMap<String, Integer> UNSTATED = new TreeMap<>();
    private static final Instant LATER = day(30);

    private static Instant day(int day) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * day);
    }

    private static EventHeader on(int day) {
        return new EventHeader(new EventId("E-" + day), LEAD, day(day), day(99));
    }

    private static Lead lead(LeadEvent... events) {
        return LeadHistory.of(LEAD, List.of(events)).lead();
    }

    private static Captured captured(int day, FieldValues values) {
        return Captured.of(on(day), new Origin("form", "1", true), new Stage("new"), values);
    }

    private static Enriched enriched(int day, FieldValues values) {
        return new Enriched(on(day), "acme", values.skeleton(), values.personal(), UNSTATED);
    }

    private static FieldValues country(String code) {
        return FieldValues.builder().set(COUNTRY, code).build();
    }

    @Test
    @DisplayName("What a provider knows fills what no submission said before, and is neither a capture nor a stage")
    void enrichment() {
        Captured first = captured(
                1, country("DE").overlay(FieldValues.builder().set(CITY, "Bonn").build()));
        FieldValues bonn = FieldValues.builder().set(CITY, "Bonn").build();
        assertThat(lead(captured(1, country("DE")), enriched(2, bonn)).get(CITY))
                .contains("Bonn");
        assertThat(lead(first, enriched(2, country("AT"))).get(COUNTRY)).contains("DE");
        assertThat(lead(first, enriched(2, country("AT"))).get(CITY)).contains("Bonn");
        assertThat(lead(enriched(0, country("AT")), first).get(COUNTRY)).contains("DE");
        assertThat(lead(first, enriched(2, FieldValues.EMPTY)).values())
                .isEqualTo(lead(first).values());
        Lead alone = lead(enriched(2, country("AT")));
        assertThat(alone.stage()).isEmpty();
        assertThat(alone.capturedAt()).isEmpty();
    }

    @Test
    @DisplayName("What is personal of an answer stands apart and goes with a redaction; the provider and the rest stay")
    void enrichmentRedacted() {
        FieldValues mixed = country("DE")
                .overlay(FieldValues.builder()
                        .set(EMAIL, new EmailAddress("ada@example.org"))
                        .build());
        Enriched event =
                new Enriched(on(1), "acme", mixed.skeleton(), mixed.personal(), new TreeMap<>(Map.of("email", 80)));
        assertThat(event.values()).isEqualTo(mixed);
        assertThat(lead(event).get(EMAIL)).contains(new EmailAddress("ada@example.org"));
        assertThat(event.redacted())
                .isEqualTo(new Enriched(
                        on(1), "acme", country("DE"), FieldValues.EMPTY, new TreeMap<>(Map.of("email", 80))));
        assertThat(lead(event.redacted()).get(EMAIL)).isEmpty();
    }

    @Test
    @DisplayName("An answer needs a provider, clears nothing, and is sure from 0 to 100 percent")
    void enrichmentRefused() {
        FieldValues clearing = FieldValues.builder().clear("city").build();
        FieldValues personal =
                FieldValues.builder().set(EMAIL, new EmailAddress("a@b")).build();
        FieldValues none = FieldValues.EMPTY;
        assertThatIllegalArgumentException().isThrownBy(() -> new Enriched(on(1), " ", none, none, UNSTATED));
        assertThatIllegalArgumentException().isThrownBy(() -> new Enriched(on(1), "a", clearing, none, UNSTATED));
        assertThatIllegalArgumentException().isThrownBy(() -> new Enriched(on(1), "a", personal, none, UNSTATED));
        for (int percent : List.of(-1, 101)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Enriched(on(1), "a", none, none, new TreeMap<>(Map.of("city", percent))));
        }
        SortedMap<String, Integer> sure = new TreeMap<>(Map.of("city", 0, "country", 100));
        Enriched event = new Enriched(on(1), "a", none, none, sure);
        sure.clear();
        assertThat(event.confidence())
                .isEqualTo(Map.of("city", 0, "country", 100))
                .isUnmodifiable();
    }

    @Test
    @DisplayName("Touches change nothing of the lead; they stand in the history, oldest first")
    void touches() {
        Touched second = new Touched(on(2), Touch.of(Map.of("gclid", "1")).orElseThrow());
        Touched first = new Touched(on(1), Touch.of(Map.of("utm_source", "x")).orElseThrow());
        LeadHistory history = LeadHistory.of(LEAD, List.of(second, captured(3, country("DE")), first));
        assertThat(history.touches()).containsExactly(first, second);
        assertThat(history.lead().values())
                .isEqualTo(lead(captured(3, country("DE"))).values());
        assertThat(second.redacted())
                .isEqualTo(new Touched(on(2), second.touch().redacted()));
        assertThat(LeadHistory.of(LEAD, List.of()).touches()).isEmpty();
    }

    @Test
    @DisplayName("The appointment asked for last and the channel preferred last are what the lead wishes")
    void wishes() {
        assertThat(lead(new AppointmentRequested(on(2), day(40)), new AppointmentRequested(on(1), LATER))
                        .get(StandardFields.APPOINTMENT_AT))
                .contains(day(40));
        assertThat(lead(new ChannelPreferred(on(2), Channel.SMS), new ChannelPreferred(on(1), Channel.POST))
                        .get(StandardFields.PREFERRED_CHANNEL))
                .contains("sms");
        assertThat(new ChannelPreferred(on(1), Channel.SMS).redacted())
                .isEqualTo(new ChannelPreferred(on(1), Channel.SMS));
    }

    @Test
    @DisplayName("No event goes without its content")
    void nothingMissing() {
        assertThatNullPointerException().isThrownBy(() -> new AppointmentRequested(on(1), null));
        assertThatNullPointerException().isThrownBy(() -> new AppointmentRequested(null, LATER));
        assertThatNullPointerException().isThrownBy(() -> new ChannelPreferred(on(1), null));
        assertThatNullPointerException().isThrownBy(() -> new ChannelPreferred(null, Channel.SMS));
        assertThatNullPointerException().isThrownBy(() -> new Touched(on(1), null));
        assertThatNullPointerException()
                .isThrownBy(
                        () -> new Touched(null, Touch.of(Map.of("gclid", "1")).orElseThrow()));
    }

    @Test
    @DisplayName(
            "Each value has the event that gave it as its source; what was cleared, is kept or was not taken has none")
    void sources() {
        FieldValues graded = country("DE").toBuilder()
                .set(CITY, "Bonn")
                .set(StandardFields.GRADE, "A")
                .build();
        Captured first = captured(2, graded);
        Enriched early = enriched(1, country("AT"));
        Enriched late = enriched(4, country("AT").toBuilder().set(CITY, "Graz").build());
        Captured clearing = captured(3, FieldValues.builder().clear("city").build());
        LeadHistory history = LeadHistory.of(LEAD, List.of(late, clearing, first, early));
        assertThat(history.sources()).isEqualTo(Map.of("country", first));
        assertThat(history.until(early.occurredAt()).sources()).isEqualTo(Map.of("country", early));
        assertThat(history.until(first.occurredAt()).sources()).isEqualTo(Map.of("country", first, "city", first));
        assertThat(LeadHistory.of(LEAD, List.of()).sources()).isEmpty();
    }
}
