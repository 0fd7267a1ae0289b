package dev.leadkit.enrichment;

import static dev.leadkit.enrichment.Scene.INDUSTRY;
import static dev.leadkit.lead.StandardFields.PREFERRED_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.event.AppointmentRequested;
import dev.leadkit.event.ChannelPreferred;
import dev.leadkit.event.Enriched;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.Channel;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ProvenanceTest {

    private static final LeadId LEAD = new LeadId("L-1");
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LEARNED = Instant.parse("2026-01-09T00:00:00Z");

    private static EventHeader on(int day) {
        return new EventHeader(new EventId("E-" + day), LEAD, BEGIN.plusSeconds(day * 86_400L), LEARNED);
    }

    private static Enriched answer(int day, Map<String, Integer> confidence) {
        return new Enriched(on(day), "acme", Scene.industry("steel"), FieldValues.EMPTY, new TreeMap<>(confidence));
    }

    @Test
    @DisplayName("An enriched value names its provider, how sure it was, when it answered and when that was recorded")
    void enriched() {
        Provenance industry = Provenance.of(LeadHistory.of(LEAD, List.of(answer(1, Map.of("industry", 70)))))
                .get("industry");
        assertThat(industry.source()).contains("acme");
        assertThat(industry.confidence()).hasValue(70);
        assertThat(industry.enriched()).isTrue();
        assertThat(industry.occurredAt()).isEqualTo(on(1).occurredAt());
        assertThat(industry.recordedAt()).isEqualTo(LEARNED);
    }

    @Test
    @DisplayName(
            "A submitted value names its system, has no confidence, and stays although a provider says otherwise later")
    void submitted() {
        Updated told = Updated.of(on(2), new Origin("crm", "7", true), Scene.industry("glass"));
        LeadHistory history =
                LeadHistory.of(LEAD, List.of(answer(1, Map.of()), told, answer(3, Map.of("industry", 100))));
        Provenance industry = Provenance.of(history).get("industry");
        assertThat(history.lead().get(INDUSTRY)).contains("glass");
        assertThat(industry.source()).contains("crm");
        assertThat(industry.confidence()).isEmpty();
        assertThat(industry.enriched()).isFalse();
        assertThat(industry.event()).isEqualTo(told);
    }

    @Test
    @DisplayName("What was cleared stays empty although a provider fills it later")
    void cleared() {
        Updated clearing = Updated.of(
                on(2),
                new Origin("crm", "7", true),
                FieldValues.builder().clear("industry").build());
        LeadHistory history = LeadHistory.of(LEAD, List.of(answer(1, Map.of()), clearing, answer(3, Map.of())));
        assertThat(history.lead().get(INDUSTRY)).isEmpty();
        assertThat(Provenance.of(history)).isEmpty();
    }

    @Test
    @DisplayName("A wish gives its value without a source; what the library keeps itself has no provenance")
    void wishes() {
        LeadHistory history = LeadHistory.of(
                LEAD, List.of(new ChannelPreferred(on(1), Channel.PHONE), new AppointmentRequested(on(2), LEARNED)));
        Map<String, Provenance> all = Provenance.of(history);
        assertThat(all).containsOnlyKeys("appointmentAt", "preferredChannel");
        assertThat(all.get("preferredChannel").source()).isEmpty();
        assertThat(all.get("preferredChannel").confidence()).isEmpty();
        assertThat(history.lead().get(PREFERRED_CHANNEL)).contains(Channel.PHONE.name());
        assertThat(history.lead().get(StandardFields.APPOINTMENT_AT)).contains(LEARNED);
    }

    @Test
    @DisplayName("An event that gives the field no value is not where its value came from")
    void wrongEvent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Provenance(StandardFields.CITY, answer(1, Map.of())))
                .withMessage("event must give city a value, was E-1");
    }
}
