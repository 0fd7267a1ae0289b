package dev.leadkit.event;

import static dev.leadkit.core.kit.LeadArbitraries.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class LeadHistoryProperties {

    private static final int TRIES = 200;

    @Provide
    Arbitrary<List<LeadEvent>> events() {
        return LeadArbitraries.events();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return LeadArbitraries.instants();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void orderAndRepetitionMakeNoDifference(@ForAll("events") List<LeadEvent> events, @ForAll int seed) {
        LeadHistory history = LeadHistory.of(LEAD, events);
        List<LeadEvent> told = new ArrayList<>(events);
        told.addAll(events);
        Collections.shuffle(told, new Random(seed));
        LeadHistory again = LeadHistory.of(LEAD, told);
        assertThat(again).isEqualTo(history).hasSameHashCodeAs(history);
        assertSame(again.lead(), history.lead());
        assertThat(history.events())
                .containsExactlyInAnyOrderElementsOf(events)
                .isSortedAccordingTo((a, b) -> a.header().compareTo(b.header()));
        assertThat(history.interactions())
                .isEqualTo(history.events().stream()
                        .filter(Interacted.class::isInstance)
                        .toList());
    }

    private static void assertSame(Lead one, Lead other) {
        assertThat(one.values()).isEqualTo(other.values());
        assertThat(one.stage()).isEqualTo(other.stage());
        assertThat(one.owner()).isEqualTo(other.owner());
        assertThat(one.capturedAt()).isEqualTo(other.capturedAt());
        assertThat(one.convertedAt()).isEqualTo(other.convertedAt());
        assertThat(one.lostAt()).isEqualTo(other.lostAt());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void joiningIsTheUnionOfSets(
            @ForAll("events") List<LeadEvent> events,
            @ForAll @IntRange(max = 12) int x,
            @ForAll @IntRange(max = 12) int y) {
        LeadHistory a = LeadHistory.of(LEAD, events.subList(0, Math.min(x, events.size())));
        LeadHistory b = LeadHistory.of(LEAD, events.subList(Math.min(y, events.size()), events.size()));
        LeadHistory c = LeadHistory.of(LEAD, events.stream().limit(1).toList());
        assertThat(a.plus(b.events())).isEqualTo(b.plus(a.events()));
        assertThat(a.plus(b.events()).plus(c.events()))
                .isEqualTo(a.plus(b.plus(c.events()).events()));
        assertThat(a.plus(a.events())).isEqualTo(a);
        assertThat(a.plus()).isSameAs(a);
        assertThat(a.plus(b.events()).events()).containsAll(a.events()).containsAll(b.events());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void aHistoryIsCutByWhatHappenedAndByWhatWasKnown(
            @ForAll("events") List<LeadEvent> events, @ForAll("instants") Instant moment) {
        LeadHistory history = LeadHistory.of(LEAD, events);
        assertThat(history.until(moment))
                .isEqualTo(LeadHistory.of(
                        LEAD,
                        events.stream()
                                .filter(event -> event.occurredAt().compareTo(moment) <= 0)
                                .toList()));
        assertThat(history.knownAt(moment))
                .isEqualTo(LeadHistory.of(
                        LEAD,
                        events.stream()
                                .filter(event -> event.header().recordedAt().compareTo(moment) <= 0)
                                .toList()));
        assertThat(history.until(moment).until(moment)).isEqualTo(history.until(moment));
        assertThat(history.until(Instant.MAX)).isSameAs(history);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void redactionKeepsTheSkeletonAndWinsOverTheOriginal(@ForAll("events") List<LeadEvent> events) {
        LeadHistory history = LeadHistory.of(LEAD, events);
        LeadHistory redacted = history.redacted();
        assertThat(redacted.events())
                .extracting(LeadEvent::header)
                .isEqualTo(history.events().stream().map(LeadEvent::header).toList());
        assertThat(redacted.redacted()).isEqualTo(redacted);
        assertThat(history.plus(redacted.events())).isEqualTo(redacted);
        assertThat(redacted.plus(history.events())).isEqualTo(redacted);
        assertThat(redacted.lead().values().fields()).noneMatch(Field::personal);
        LeadArbitraries.fields().stream()
                .filter(field -> !field.personal())
                .forEach(field -> assertThat(redacted.lead().get(field))
                        .isEqualTo(history.lead().get(field)));
        assertThat(redacted.lead().stage()).isEqualTo(history.lead().stage());
        assertThat(redacted.lead().owner()).isEqualTo(history.lead().owner());
    }

    @Test
    void eventsOfAnotherLeadAreRefused() {
        EventHeader header =
                new EventHeader(new EventId("E-1"), new LeadId("L-2"), LeadArbitraries.BEGIN, LeadArbitraries.BEGIN);
        LeadEvent event = new Interacted(header, Interaction.inbound("visit"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeadHistory.of(LEAD, List.of(event)))
                .withMessage("event E-1 must be about L-1, was about L-2");
    }

    @Test
    void twoEventsOfOneIdentifierAreRefused() {
        EventHeader header = new EventHeader(new EventId("E-1"), LEAD, LeadArbitraries.BEGIN, LeadArbitraries.BEGIN);
        LeadHistory history = LeadHistory.of(LEAD, List.of(new Interacted(header, Interaction.inbound("visit"))));
        LeadEvent other = new Interacted(header, Interaction.inbound("call"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.plus(other))
                .withMessage("two different events must not share the identifier E-1");
        assertThat(history).hasToString("LeadHistory[L-1, 1 events]").isNotEqualTo("L-1");
        assertThat(history.id()).isEqualTo(LEAD);
        assertThat(history).isNotEqualTo(LeadHistory.of(new LeadId("L-2"), List.of()));
        assertThat(LeadHistory.of(LEAD, List.of())).isNotEqualTo(LeadHistory.of(new LeadId("L-2"), List.of()));
    }
}
