package dev.leadkit.desk;

import static dev.leadkit.desk.Desks.ADA;
import static dev.leadkit.desk.Desks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Submission;
import dev.leadkit.event.AppointmentRequested;
import dev.leadkit.event.Captured;
import dev.leadkit.event.ChannelPreferred;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Touch;
import dev.leadkit.event.Touched;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.Channel;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.LeadStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Touches and wishes of a submission")
final class WishesTest {

    private static final Instant MEETING = Instant.parse("2026-03-09T13:00:00Z");
    private static final Mapping MAPPING = Mapping.builder(FieldCatalog.standard())
            .columns(
                    ColumnRule.of("mail", StandardFields.EMAIL),
                    ColumnRule.of("country", StandardFields.COUNTRY),
                    ColumnRule.of("when", StandardFields.APPOINTMENT_AT),
                    ColumnRule.of("how", StandardFields.PREFERRED_CHANNEL))
            .clearing("<clear>")
            .touch()
            .build();

    private final LeadStore store = LeadStore.inMemory();
    private final LeadDesk desk =
            LeadDesk.builder(store, () -> NOW).mapping(MAPPING).build();

    private CaptureOutcome told(int second, String... texts) {
        return desk.capture(submission(Optional.of(NOW.plusSeconds(second)), texts));
    }

    private static Submission submission(Optional<Instant> at, String... texts) {
        Map<String, String> values = new TreeMap<>(Map.of("mail", "ada@example.org"));
        for (int i = 0; i < texts.length; i += 2) {
            values.put(texts[i], texts[i + 1]);
        }
        return new Submission("web", "1", at, values);
    }

    private LeadHistory history() {
        return store.find(ADA).orElseThrow().history();
    }

    private Lead lead() {
        return history().lead();
    }

    private List<Touch> touches() {
        return history().touches().stream().map(Touched::touch).toList();
    }

    private static Touch touch(String... tags) {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < tags.length; i += 2) {
            all.put(tags[i], tags[i + 1]);
        }
        return Touch.of(all).orElseThrow();
    }

    @Test
    @DisplayName("are kept in the order in which they happened, whichever came in first")
    void firstAndLast() {
        told(20, "utm_source", "mail");
        told(0, "utm_source", "google", "gclid", "Cj0");
        told(10);
        assertThat(touches())
                .containsExactly(touch("utm_source", "google", "gclid", "Cj0"), touch("utm_source", "mail"));
        assertThat(history().touches()).extracting(LeadEvent::occurredAt).containsExactly(NOW, NOW.plusSeconds(20));
    }

    @Test
    @DisplayName("are only added: a later touch leaves every event as it was, and the same one is told once")
    void appendOnly() {
        told(0, "utm_source", "google");
        List<LeadEvent> before = Desks.feed(store);
        told(0, "utm_source", "google");
        assertThat(Desks.feed(store)).isEqualTo(before);
        told(5, "utm_source", "google");
        assertThat(Desks.feed(store)).startsWith(before.toArray(LeadEvent[]::new));
        assertThat(touches()).hasSize(2);
    }

    @Test
    @DisplayName("of one moment are told apart by what they tell, but not by the click, which is personal")
    void toldApart() {
        told(0, "utm_source", "google", "gclid", "a");
        told(0, "utm_source", "google", "gclid", "b", "country", "GB");
        told(0, "utm_source", "google", "utm_medium", "cpc");
        assertThat(touches())
                .containsExactlyInAnyOrder(
                        touch("utm_source", "google", "gclid", "a"),
                        touch("utm_source", "google", "utm_medium", "cpc"));
    }

    @Test
    @DisplayName("without a time are one for the same record and tags, however often they come")
    void undated() {
        desk.capture(submission(Optional.empty(), "utm_source", "google"));
        LeadDesk later = LeadDesk.builder(store, () -> NOW.plusSeconds(60))
                .mapping(MAPPING)
                .build();
        later.capture(submission(Optional.empty(), "utm_source", "google", "country", "GB"));
        assertThat(touches()).containsExactly(touch("utm_source", "google"));
        assertThat(lead().get(StandardFields.COUNTRY)).contains("GB");
    }

    @Test
    @DisplayName("that are on no list, or blank, are not kept, and none of it changes the values")
    void allowList() {
        told(0, "utm_evil", "x", "utm_source", "  ", "utm_medium", "<clear>", "country", "GB");
        assertThat(touches()).isEmpty();
        assertThat(Desks.feed(store)).hasSize(1);
        told(1, "utm_source", "google", "utm_campaign", "spring", "country", "GB");
        assertThat(touches()).containsExactly(touch("utm_source", "google", "utm_campaign", "spring"));
        assertThat(lead().get(StandardFields.SOURCE)).isEmpty();
        assertThat(lead().get(StandardFields.CAMPAIGN)).isEmpty();
    }

    @Test
    @DisplayName("are values and events of their own: an appointment asked for, a channel preferred")
    void wishes() {
        told(3, "when", MEETING.toString(), "how", " Phone ");
        assertThat(lead().get(StandardFields.APPOINTMENT_AT)).contains(MEETING);
        assertThat(lead().get(StandardFields.PREFERRED_CHANNEL)).contains("phone");
        List<LeadEvent> events = Desks.feed(store);
        assertThat(events)
                .hasExactlyElementsOfTypes(Captured.class, AppointmentRequested.class, ChannelPreferred.class);
        assertThat(events).extracting(LeadEvent::occurredAt).containsOnly(NOW.plusSeconds(3));
        assertThat(((AppointmentRequested) events.get(1)).at()).isEqualTo(MEETING);
        assertThat(((ChannelPreferred) events.get(2)).channel()).isEqualTo(Channel.PHONE);
        assertThat(((Captured) events.get(0)).values().get(StandardFields.PREFERRED_CHANNEL))
                .contains("phone");
    }

    @Test
    @DisplayName("that come again with the same submission are one; of another submission they are others")
    void wishesOnce() {
        told(0, "when", MEETING.toString(), "how", "Phone");
        told(0, "when", MEETING.toString(), "how", "Phone");
        assertThat(Desks.feed(store)).hasSize(3);
        told(9, "when", MEETING.plusSeconds(60).toString(), "how", "chat");
        assertThat(Desks.feed(store)).hasSize(6);
        assertThat(lead().get(StandardFields.APPOINTMENT_AT)).contains(MEETING.plusSeconds(60));
        assertThat(lead().get(StandardFields.PREFERRED_CHANNEL)).contains("chat");
        told(5, "when", MEETING.plusSeconds(99).toString(), "how", "post");
        assertThat(lead().get(StandardFields.APPOINTMENT_AT)).contains(MEETING.plusSeconds(60));
        assertThat(lead().get(StandardFields.PREFERRED_CHANNEL)).contains("chat");
    }

    @Test
    @DisplayName("for a channel that cannot be one stay what they say, with a warning, and lose no submission")
    void noChannel() {
        String long256 = "x".repeat(256);
        CaptureOutcome outcome = told(0, "how", long256);
        assertThat(outcome.captured()).isTrue();
        assertThat(outcome.faults().stream().map(Object::toString))
                .containsExactly(
                        "preferredChannel: must be a channel of 1 to 255 characters, was text of 256 characters");
        assertThat(Desks.feed(store)).hasExactlyElementsOfTypes(Captured.class);
        assertThat(lead().get(StandardFields.PREFERRED_CHANNEL)).contains(long256);
        assertThat(told(1, "how", "X".repeat(255)).faults()).isEmpty();
        assertThat(lead().get(StandardFields.PREFERRED_CHANNEL)).contains("x".repeat(255));
    }

    @Test
    @DisplayName("that are absent or blank say nothing; the clearing token says that there is none any more")
    void absentBlankAndCleared() {
        told(0, "when", MEETING.toString(), "how", "chat", "country", "GB");
        told(1);
        told(2, "when", "", "how", " ", "country", "\t");
        assertThat(lead().get(StandardFields.APPOINTMENT_AT)).contains(MEETING);
        assertThat(lead().get(StandardFields.PREFERRED_CHANNEL)).contains("chat");
        assertThat(lead().get(StandardFields.COUNTRY)).contains("GB");
        told(3, "when", "<clear>", "how", "<clear>", "country", "<clear>");
        assertThat(lead().values().cleared()).contains("appointmentAt", "preferredChannel", "country");
        assertThat(lead().get(StandardFields.EMAIL)).isPresent();
        assertThat(history().events().get(history().events().size() - 1)).isInstanceOf(Updated.class);
        told(4, "country", "DE");
        assertThat(lead().get(StandardFields.COUNTRY)).contains("DE");
    }
}
