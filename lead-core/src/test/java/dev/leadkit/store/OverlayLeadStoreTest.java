package dev.leadkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.capture.Submission;
import dev.leadkit.event.Effect;
import dev.leadkit.event.EffectId;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A dry store over another one")
final class OverlayLeadStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final LeadId ADA = new LeadId("ada");
    private static final LeadId BOB = new LeadId("bob");
    private static final MatchKey KEY = new MatchKey("email", "ada@x.org");

    private final LeadStore base = LeadStore.inMemory();
    private final LeadStore dry = LeadStore.overlay(base);

    private static LeadEvent event(LeadId lead, String id) {
        return new Interacted(new EventHeader(new EventId(id), lead, NOW, NOW), Interaction.inbound("visit"));
    }

    private static Commit commit(LeadId lead, long version, String id, MatchKey... keys) {
        return Commit.of(lead, version, List.of(event(lead, id))).withKeys(Set.of(keys), Set.of());
    }

    @Test
    @DisplayName("reads what is below until something newer is above, and writes nothing below")
    void readsBelow() {
        base.commit(commit(ADA, 0, "e1", KEY));
        assertThat(dry.find(ADA)).isEqualTo(base.find(ADA));
        assertThat(dry.findByKey(KEY)).contains(ADA);
        assertThat(dry.commit(commit(ADA, 1, "e2"))).isEqualTo(new CommitResult.Committed(2));
        assertThat(dry.find(ADA).orElseThrow().history().events()).hasSize(2);
        assertThat(base.find(ADA).orElseThrow().history().events()).hasSize(1);
        assertThat(dry.commit(commit(BOB, 0, "e1"))).isEqualTo(new CommitResult.Committed(1));
        assertThat(base.find(BOB)).isEmpty();
        assertThat(dry.find(List.of(ADA, BOB)).keySet()).containsExactlyInAnyOrder(ADA, BOB);
    }

    @Test
    @DisplayName("answers a commit as the store below would")
    void answersAsBelow() {
        base.commit(commit(ADA, 0, "e1", KEY));
        assertThat(dry.commit(commit(ADA, 0, "e2"))).isEqualTo(new CommitResult.Conflict(1));
        assertThat(dry.commit(commit(ADA, 1, "e1"))).isEqualTo(new CommitResult.Committed(1));
        assertThat(dry.commit(commit(BOB, 0, "e1", KEY))).isEqualTo(new CommitResult.KeyTaken(KEY, ADA));
        MatchKey other = new MatchKey("email", "bob@x.org");
        dry.commit(commit(BOB, 0, "e1", other));
        assertThat(dry.findByKey(List.of(KEY, other))).isEqualTo(Map.of(KEY, ADA, other, BOB));
        assertThat(base.findByKey(other)).isEmpty();
    }

    @Test
    @DisplayName("goes on with a lead that came in below meanwhile")
    void aLeadComesInBelow() {
        assertThat(dry.commit(commit(ADA, 1, "e1"))).isEqualTo(new CommitResult.Conflict(0));
        base.commit(commit(ADA, 0, "e1"));
        assertThat(dry.commit(commit(ADA, 1, "e2"))).isEqualTo(new CommitResult.Committed(2));
    }

    @Test
    @DisplayName("keeps what it wrote itself although the lead comes in below as well")
    void itsOwnStays() {
        dry.commit(commit(ADA, 0, "mine"));
        base.commit(commit(ADA, 0, "e1"));
        assertThat(dry.find(ADA).orElseThrow().history().events()).containsExactly(event(ADA, "mine"));
        assertThat(dry.commit(commit(ADA, 1, "mine too"))).isEqualTo(new CommitResult.Committed(2));
    }

    @Test
    @DisplayName("has a quarantine and an outbox of its own; pages, feed and payloads are those below")
    void whatIsItsOwn() {
        Submission raw = new Submission("web", "1", Optional.empty(), Map.of());
        Payload payload = new Payload(raw, NOW, NOW.plusSeconds(1));
        base.commit(commit(ADA, 0, "e1").withPayload(Optional.of(payload)));
        QuarantinedSubmission faulty =
                new QuarantinedSubmission(raw, List.of(new Fault("a", "b", "c")), NOW, NOW.plusSeconds(1));
        dry.quarantine().keep(faulty, Optional.empty());
        dry.commit(commit(BOB, 0, "e1"));
        assertThat(dry.quarantine().page(0, 9)).containsExactly(new QuarantineItem(1, faulty));
        assertThat(base.quarantine().page(0, 9)).isEmpty();
        assertThat(dry.page(LeadQuery.all(), Optional.empty(), 9)).containsExactly(ADA);
        assertThat(dry.feed(0, 9)).isEqualTo(base.feed(0, 9)).hasSize(1);
        assertThat(dry.payloads(ADA)).containsExactly(payload);
        Effect effect = new Effect(new EffectId("F-1"), BOB, "mail", NOW, new TreeMap<>(), new TreeMap<>());
        dry.commit(commit(BOB, 1, "e2").withEffects(List.of(effect)));
        assertThat(base.outbox().claim(NOW, NOW.plusSeconds(1), 9)).isEmpty();
        assertThat(dry.outbox().claim(NOW, NOW.plusSeconds(1), 9)).containsExactly(new Claim(effect, 1, 0));
    }

    @Test
    @DisplayName("erases nothing")
    void erasesNothing() {
        assertThatThrownBy(() -> dry.redact(ADA)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> dry.forget(NOW)).isInstanceOf(UnsupportedOperationException.class);
    }
}
