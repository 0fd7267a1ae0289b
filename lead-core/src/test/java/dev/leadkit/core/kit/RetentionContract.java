package dev.leadkit.core.kit;

import static dev.leadkit.core.kit.StoreSamples.ALL;
import static dev.leadkit.core.kit.StoreSamples.EMAIL;
import static dev.leadkit.core.kit.StoreSamples.LEAD;
import static dev.leadkit.core.kit.StoreSamples.OTHER;
import static dev.leadkit.core.kit.StoreSamples.PHONE;
import static dev.leadkit.core.kit.StoreSamples.RESULT;
import static dev.leadkit.core.kit.StoreSamples.assigned;
import static dev.leadkit.core.kit.StoreSamples.at;
import static dev.leadkit.core.kit.StoreSamples.bad;
import static dev.leadkit.core.kit.StoreSamples.captured;
import static dev.leadkit.core.kit.StoreSamples.commitOf;
import static dev.leadkit.core.kit.StoreSamples.effect;
import static dev.leadkit.core.kit.StoreSamples.feed;
import static dev.leadkit.core.kit.StoreSamples.keyed;
import static dev.leadkit.core.kit.StoreSamples.once;
import static dev.leadkit.core.kit.StoreSamples.payload;
import static dev.leadkit.core.kit.StoreSamples.reservation;
import static dev.leadkit.core.kit.StoreSamples.visited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Claim;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.FeedEvent;
import dev.leadkit.store.KeepResult;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.QuarantineItem;
import dev.leadkit.store.QuarantinedSubmission;
import dev.leadkit.store.StoredLead;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is kept for a while is forgotten in time, and what is personal of a lead is erased everywhere. */
abstract class RetentionContract {

    private static final LeadId RECORD = LeadId.derived("web", "7");

    private LeadStore store;

    abstract LeadStore newStore();

    @BeforeEach
    void open() {
        store = newStore();
    }

    private CommitResult commit(long version, LeadEvent... events) {
        return store.commit(commitOf(version, events));
    }

    private void keep(QuarantinedSubmission bad, String key) {
        assertThat(store.quarantine().keep(bad, reservation(key, "p"))).isInstanceOf(KeepResult.Kept.class);
    }

    private List<QuarantinedSubmission> quarantined() {
        return store.quarantine().page(0, ALL).stream()
                .map(QuarantineItem::content)
                .toList();
    }

    private static Commit with(Commit commit, String payload, int keepUntil) {
        return commit.withPayload(Optional.of(payload(payload, keepUntil)));
    }

    @Test
    @DisplayName("A lead's payloads are kept whole, in the order of their commits, an equal one too")
    void payloads() {
        assertThat(store.payloads(LEAD)).isEmpty();
        store.commit(with(commitOf(0, captured(LEAD)), "2", 90));
        store.commit(with(commitOf(0, captured(OTHER)), "3", 60));
        store.commit(with(commitOf(1, visited(LEAD, 1)), "1", 60));
        store.commit(with(commitOf(2, visited(LEAD, 1)), "2", 90));
        assertThat(store.payloads(LEAD)).containsExactly(payload("2", 90), payload("1", 60), payload("2", 90));
        assertThat(store.payloads(OTHER)).containsExactly(payload("3", 60));
    }

    @Test
    @DisplayName("Payloads are forgotten when their time has come, not before, and are counted")
    void forgetsPayloads() {
        store.commit(with(commitOf(0, captured(LEAD)), "1", 60));
        store.commit(with(commitOf(1, visited(LEAD, 1)), "2", 61));
        store.commit(with(commitOf(0, captured(OTHER)), "3", 60));
        assertThat(store.forget(at(59))).isZero();
        assertThat(store.payloads(LEAD)).hasSize(2);
        assertThat(store.forget(at(60))).isEqualTo(2);
        assertThat(store.payloads(LEAD)).containsExactly(payload("2", 61));
        assertThat(store.payloads(OTHER)).isEmpty();
        assertThat(store.forget(at(60))).isZero();
        assertThat(store.forget(at(100))).isEqualTo(1);
    }

    @Test
    @DisplayName("Idempotency keys are forgotten when their time has come; then a repetition is none any more")
    void forgetsReservations() {
        store.commit(once(0, "try-1", "p", captured(LEAD)));
        keep(bad("1", "a", 90), "try-2");
        assertThat(store.forget(at(59))).isZero();
        assertThat(store.commit(once(1, "try-1", "p", visited(LEAD, 1)))).isEqualTo(new CommitResult.Repeated(RESULT));
        assertThat(store.forget(at(60))).isEqualTo(2);
        assertThat(store.commit(once(1, "try-1", "q", visited(LEAD, 1)))).isEqualTo(new CommitResult.Committed(2));
        assertThat(store.quarantine().keep(bad("2", "b", 90), reservation("try-2", "q")))
                .isInstanceOf(KeepResult.Kept.class);
    }

    @Test
    @DisplayName("What stands in quarantine is forgotten when its time has come")
    void forgetsQuarantine() {
        store.quarantine().keep(bad("1", "a", 60), Optional.empty());
        store.quarantine().keep(bad("2", "b", 61), Optional.empty());
        assertThat(store.forget(at(60))).isEqualTo(1);
        assertThat(quarantined()).containsExactly(bad("2", "b", 61));
        store.quarantine().keep(bad("1", "a", 99), Optional.empty());
        assertThat(quarantined()).containsExactly(bad("2", "b", 61), bad("1", "a", 99));
    }

    @Test
    @DisplayName(
            "Forgetting leaves events, versions, keys and effects, and an expired key counts until it is forgotten")
    void forgetsNothingElse() {
        store.commit(once(0, "try-1", "p", captured(LEAD))
                .withKeys(Set.of(EMAIL), Set.of(PHONE))
                .withEffects(List.of(effect(LEAD, "one", 1))));
        StoredLead before = store.find(LEAD).orElseThrow();
        assertThat(store.forget(at(1_000_000))).isEqualTo(1);
        assertThat(store.find(LEAD)).contains(before);
        assertThat(feed(store)).containsExactly(captured(LEAD));
        assertThat(store.findByKey(EMAIL)).contains(LEAD);
        assertThat(store.page(LeadQuery.withKey(PHONE), Optional.empty(), 9)).containsExactly(LEAD);
        assertThat(store.outbox().claim(at(1), at(2), 9)).containsExactly(new Claim(effect(LEAD, "one", 1), 1, 0));
    }

    @Test
    @DisplayName(
            "Redacting a lead erases what is personal in its events and in the feed, and keeps the rest at its place")
    void redacted() {
        store.commit(keyed(0, EMAIL, captured(LEAD)));
        commit(0, captured(OTHER));
        commit(1, visited(LEAD, 1));
        List<FeedEvent> before = store.feed(0, 10);
        assertThat(store.redact(LEAD)).isTrue();
        StoredLead erased = store.find(LEAD).orElseThrow();
        assertThat(erased.version()).isEqualTo(3);
        assertThat(erased.history().lead().get(StandardFields.EMAIL)).isEmpty();
        assertThat(erased.history().lead().get(StandardFields.COUNTRY)).contains("GB");
        assertThat(erased.history().events()).containsExactly(captured(LEAD).redacted(), visited(LEAD, 1));
        assertThat(feed(store)).containsExactly(captured(LEAD).redacted(), captured(OTHER), visited(LEAD, 1));
        assertThat(store.feed(0, 10).stream().map(FeedEvent::position))
                .isEqualTo(before.stream().map(FeedEvent::position).toList());
        assertThat(store.page(LeadQuery.all(), Optional.empty(), 9)).containsExactly(LEAD, OTHER);
    }

    @Test
    @DisplayName("Redacting a lead erases its keys, shared keys, payloads and reservations, and nobody else's")
    void redactedBeside() {
        MatchKey eve = new MatchKey("email", "eve@example.org");
        store.commit(with(once(0, "try-1", "p", captured(LEAD)), "7", 90).withKeys(Set.of(EMAIL), Set.of(PHONE)));
        store.commit(with(once(0, "try-2", "p", captured(OTHER)), "8", 90).withKeys(Set.of(eve), Set.of(PHONE)));
        store.redact(LEAD);
        assertThat(store.findByKey(List.of(EMAIL, eve))).containsOnlyKeys(eve);
        assertThat(store.page(LeadQuery.withKey(PHONE), Optional.empty(), 9)).containsExactly(OTHER);
        assertThat(store.page(LeadQuery.withKey(EMAIL), Optional.empty(), 9)).isEmpty();
        assertThat(store.payloads(LEAD)).isEmpty();
        assertThat(store.payloads(OTHER)).containsExactly(payload("8", 90));
        assertThat(store.commit(once(0, "try-1", "p", captured(LEAD)))).isEqualTo(new CommitResult.Conflict(2));
        assertThat(store.commit(once(0, "try-2", "p", captured(OTHER)))).isEqualTo(new CommitResult.Repeated(RESULT));
        assertThat(store.commit(keyed(0, EMAIL, captured(new LeadId("L-3"))))).isEqualTo(new CommitResult.Committed(1));
    }

    @Test
    @DisplayName(
            "Redacting a lead empties the quarantine of the record it is and of those it has as keys, with their reservations")
    void redactedQuarantine() {
        store.commit(keyed(
                0, new MatchKey(MatchKey.RECORD, LeadId.derived("web", "8").value()), captured(RECORD)));
        keep(bad("7", "a", 90), "try-7");
        keep(bad("8", "b", 90), "try-8");
        keep(bad("9", "c", 90), "try-9");
        assertThat(store.redact(RECORD)).isTrue();
        assertThat(quarantined()).containsExactly(bad("9", "c", 90));
        keep(bad("7", "a", 90), "try-7");
        keep(bad("8", "b", 90), "try-8");
        assertThat(store.quarantine().keep(bad("9", "c", 90), reservation("try-9", "p")))
                .isEqualTo(new KeepResult.Repeated(RESULT));
    }

    @Test
    @DisplayName("What waits in quarantine is erased also if there is no such lead yet; that is told as false")
    void redactedQuarantineAlone() {
        keep(bad("7", "a", 90), "try-7");
        keep(bad("9", "c", 90), "try-9");
        assertThat(store.redact(RECORD)).isFalse();
        assertThat(store.find(RECORD)).isEmpty();
        assertThat(quarantined()).containsExactly(bad("9", "c", 90));
        keep(bad("7", "a", 90), "try-7");
    }

    @Test
    @DisplayName("What was redacted stays so when the same event is told again, and redacting twice is harmless")
    void redactedForGood() {
        commit(0, captured(LEAD));
        assertThat(store.redact(OTHER)).isFalse();
        store.redact(LEAD);
        LeadHistory erased = store.find(LEAD).orElseThrow().history();
        assertThat(store.redact(LEAD)).isTrue();
        assertThat(store.find(LEAD).orElseThrow().version()).isEqualTo(3);
        assertThat(commit(3, captured(LEAD))).isEqualTo(new CommitResult.Committed(3));
        assertThat(store.find(LEAD).orElseThrow().history()).isEqualTo(erased);
        assertThat(feed(store)).containsExactly(captured(LEAD).redacted());
    }

    @Test
    @DisplayName("A decision taken before a redaction conflicts with it; one taken after goes through")
    void redactionConflicts() {
        commit(0, captured(LEAD));
        store.redact(LEAD);
        assertThat(commit(1, visited(LEAD, 1))).isEqualTo(new CommitResult.Conflict(2));
        assertThat(commit(2, visited(LEAD, 1))).isEqualTo(new CommitResult.Committed(3));
    }

    @Test
    @DisplayName("A redacted lead keeps its newest token")
    void redactionKeepsToken() {
        commit(0, assigned(1, 7));
        store.redact(LEAD);
        assertThat(commit(2, assigned(2, 6))).isEqualTo(new CommitResult.StaleToken(7));
    }
}
