package dev.leadkit.core.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.event.Assigned;
import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.FeedEvent;
import dev.leadkit.store.IdempotencyKey;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Reservation;
import dev.leadkit.store.StoredLead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link LeadStore} must do. Extend it and hand in an empty store of yours; the sentences are the contract. */
public abstract class LeadStoreContract {

    private static final LeadId LEAD = new LeadId("L-1");
    private static final LeadId OTHER = new LeadId("L-2");
    private static final MatchKey EMAIL = new MatchKey("email", "ada@example.org");
    private static final Instant DAY = Instant.parse("2026-03-01T09:00:00Z");

    private LeadStore store;

    /** A new, empty store. */
    protected abstract LeadStore newStore();

    @BeforeEach
    void open() {
        store = newStore();
    }

    private static EventHeader header(LeadId lead, String id, int second) {
        return new EventHeader(new EventId(id), lead, DAY.plusSeconds(second), DAY.plusSeconds(1_000_000));
    }

    private static Captured captured(LeadId lead) {
        FieldValues values = FieldValues.builder()
                .set(StandardFields.EMAIL, new EmailAddress("ada@example.org"))
                .set(StandardFields.COUNTRY, "GB")
                .build();
        return Captured.of(
                header(lead, "captured-" + lead, 0), new Origin("web", lead.value(), true), new Stage("new"), values);
    }

    private static Interacted visited(LeadId lead, int second) {
        return new Interacted(header(lead, "visit-" + lead + "-" + second, second), Interaction.inbound("page.viewed"));
    }

    private static Assigned assigned(int second, long token) {
        return new Assigned(
                header(LEAD, "assigned-" + token, second), new RepId("ben"), token, new ModelRef("plan", "1"), "free");
    }

    private static Optional<Reservation> reserved(IdempotencyKey key) {
        return Optional.of(new Reservation(key, "the first result", DAY.plusSeconds(60)));
    }

    private static Commit commit(long version, IdempotencyKey key, LeadEvent... events) {
        return Commit.of(events[0].leadId(), version, List.of(events)).withReservation(reserved(key));
    }

    private static Commit keyed(long version, MatchKey key, LeadEvent event) {
        return Commit.of(event.leadId(), version, List.of(event)).withKeys(Set.of(key), Set.of());
    }

    private CommitResult commit(long version, LeadEvent... events) {
        return store.commit(Commit.of(events[0].leadId(), version, List.of(events)));
    }

    private List<LeadEvent> feed() {
        return store.feed(0, 10_000).stream().map(FeedEvent::event).toList();
    }

    @Test
    @DisplayName("An empty store has no lead, no key and no feed")
    void empty() {
        assertThat(store.find(LEAD)).isEmpty();
        assertThat(store.findByKey(EMAIL)).isEmpty();
        assertThat(feed()).isEmpty();
    }

    @Test
    @DisplayName("What was committed is found whole: events, version and keys")
    void found() {
        Commit commit =
                Commit.of(LEAD, 0, List.of(visited(LEAD, 5), captured(LEAD))).withKeys(Set.of(EMAIL), Set.of());
        assertThat(store.commit(commit)).isEqualTo(new CommitResult.Committed(1));
        LeadHistory history = LeadHistory.of(LEAD, List.of(captured(LEAD), visited(LEAD, 5)));
        assertThat(store.find(LEAD)).contains(new StoredLead(history, 1));
        assertThat(store.findByKey(EMAIL)).contains(LEAD);
    }

    @Test
    @DisplayName("A commit that expects another version is a conflict, names the version there is, and changes nothing")
    void conflict() {
        commit(0, captured(LEAD));
        StoredLead before = store.find(LEAD).orElseThrow();
        Commit stale = keyed(0, EMAIL, visited(LEAD, 1));
        assertThat(store.commit(stale)).isEqualTo(new CommitResult.Conflict(1));
        assertThat(commit(7, visited(LEAD, 1))).isEqualTo(new CommitResult.Conflict(1));
        assertThat(commit(1, visited(OTHER, 1))).isEqualTo(new CommitResult.Conflict(0));
        assertThat(store.find(LEAD)).contains(before);
        assertThat(store.find(OTHER)).isEmpty();
        assertThat(store.findByKey(EMAIL)).isEmpty();
        assertThat(feed()).containsExactly(captured(LEAD));
    }

    @Test
    @DisplayName("A key that leads to another lead refuses the whole commit, and its other keys with it")
    void keyTaken() {
        MatchKey phone = new MatchKey("phone", "+442071234567");
        store.commit(keyed(0, EMAIL, captured(LEAD)));
        Commit second = Commit.of(OTHER, 0, List.of(captured(OTHER))).withKeys(Set.of(phone, EMAIL), Set.of());
        assertThat(store.commit(second)).isEqualTo(new CommitResult.KeyTaken(EMAIL, LEAD));
        assertThat(store.find(OTHER)).isEmpty();
        assertThat(store.findByKey(phone)).isEmpty();
        assertThat(feed()).containsExactly(captured(LEAD));
    }

    @Test
    @DisplayName("A lead may be given its own key again, and keys of one value but different kinds are different keys")
    void ownKey() {
        store.commit(keyed(0, EMAIL, captured(LEAD)));
        assertThat(store.commit(keyed(1, EMAIL, visited(LEAD, 1)))).isEqualTo(new CommitResult.Committed(2));
        MatchKey login = new MatchKey("login", EMAIL.value());
        assertThat(store.commit(keyed(0, login, captured(OTHER)))).isEqualTo(new CommitResult.Committed(1));
        assertThat(store.findByKey(EMAIL)).contains(LEAD);
        assertThat(store.findByKey(login)).contains(OTHER);
    }

    @Test
    @DisplayName("The same idempotency key and payload give the first result, though the version moved on since")
    void repeated() {
        IdempotencyKey key = new IdempotencyKey("try-1", "payload-1");
        store.commit(commit(0, key, captured(LEAD)));
        commit(1, visited(LEAD, 1));
        assertThat(store.commit(commit(0, key, captured(LEAD))))
                .isEqualTo(new CommitResult.Repeated("the first result"));
        assertThat(store.commit(commit(2, key, visited(LEAD, 2))))
                .isEqualTo(new CommitResult.Repeated("the first result"));
        assertThat(store.find(LEAD).orElseThrow().version()).isEqualTo(2);
        assertThat(feed()).containsExactly(captured(LEAD), visited(LEAD, 1));
    }

    @Test
    @DisplayName("The same idempotency key with another payload is refused and changes nothing")
    void keyReused() {
        store.commit(commit(0, new IdempotencyKey("try-1", "payload-1"), captured(LEAD)));
        Commit other = commit(0, new IdempotencyKey("try-1", "payload-2"), captured(OTHER));
        assertThat(store.commit(other)).isEqualTo(new CommitResult.KeyReused());
        assertThat(store.find(OTHER)).isEmpty();
    }

    @Test
    @DisplayName("An idempotency key of a commit that did not go through can be used again")
    void keyOfFailure() {
        IdempotencyKey key = new IdempotencyKey("try-1", "payload-1");
        assertThat(store.commit(commit(3, key, captured(LEAD)))).isEqualTo(new CommitResult.Conflict(0));
        assertThat(store.commit(commit(0, key, captured(LEAD)))).isEqualTo(new CommitResult.Committed(1));
    }

    @Test
    @DisplayName("An event that the lead has already changes nothing, not even when it is told differently")
    void duplicates() {
        commit(0, captured(LEAD), visited(LEAD, 1));
        Interacted later = new Interacted(
                new EventHeader(visited(LEAD, 1).id(), LEAD, DAY, DAY.plusSeconds(5)), Interaction.inbound("other"));
        assertThat(commit(1, visited(LEAD, 1), later)).isEqualTo(new CommitResult.Committed(1));
        assertThat(commit(1, visited(LEAD, 1), visited(LEAD, 2), visited(LEAD, 2)))
                .isEqualTo(new CommitResult.Committed(2));
        assertThat(feed()).containsExactly(captured(LEAD), visited(LEAD, 1), visited(LEAD, 2));
        assertThat(store.find(LEAD).orElseThrow().history().events())
                .containsExactly(captured(LEAD), visited(LEAD, 1), visited(LEAD, 2));
    }

    @Test
    @DisplayName("An assignment that is older than the lead's newest is refused; the newest may be told again")
    void staleToken() {
        commit(0, captured(LEAD), assigned(1, 7));
        assertThat(commit(1, assigned(2, 6))).isEqualTo(new CommitResult.StaleToken(7));
        assertThat(commit(1, assigned(1, 7))).isEqualTo(new CommitResult.Committed(1));
        assertThat(commit(1, assigned(2, 8))).isEqualTo(new CommitResult.Committed(2));
    }

    @Test
    @DisplayName("The feed has every event once, in the order of the commits, in pages, at lasting positions")
    void feedInOrder() {
        commit(0, captured(LEAD), visited(LEAD, 9));
        commit(0, captured(OTHER));
        commit(1, visited(LEAD, 3));
        List<FeedEvent> all = store.feed(0, 10);
        assertThat(all.stream().map(FeedEvent::event))
                .containsExactly(captured(LEAD), visited(LEAD, 9), captured(OTHER), visited(LEAD, 3));
        assertThat(all.stream().map(FeedEvent::position)).isSorted().doesNotHaveDuplicates();
        List<FeedEvent> paged = new ArrayList<>(store.feed(0, 3));
        assertThat(paged).hasSize(3);
        commit(1, visited(OTHER, 4));
        paged.addAll(store.feed(paged.get(2).position(), 1));
        assertThat(paged).isEqualTo(all);
        assertThat(store.feed(all.get(3).position(), 10).stream().map(FeedEvent::event))
                .containsExactly(visited(OTHER, 4));
        assertThat(store.feed(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    @DisplayName("A page of the feed that makes no sense is refused")
    void feedPage() {
        assertThatIllegalArgumentException().isThrownBy(() -> store.feed(-1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> store.feed(0, 0));
    }

    @Test
    @DisplayName("Redacting leaves nothing personal: not in the lead, the feed, the match keys or the idempotency keys")
    void redacted() {
        IdempotencyKey key = new IdempotencyKey("try-1", "payload-1");
        store.commit(keyed(0, EMAIL, captured(LEAD)).withReservation(reserved(key)));
        store.commit(keyed(0, new MatchKey("email", "eve@example.org"), captured(OTHER)));
        List<FeedEvent> before = store.feed(0, 10);

        assertThat(store.redact(LEAD)).isTrue();
        StoredLead erased = store.find(LEAD).orElseThrow();
        assertThat(erased.history().lead().get(StandardFields.EMAIL)).isEmpty();
        assertThat(erased.history().lead().get(StandardFields.COUNTRY)).contains("GB");
        assertThat(store.findByKey(EMAIL)).isEmpty();
        assertThat(feed()).containsExactly(captured(LEAD).redacted(), captured(OTHER));
        assertThat(store.feed(0, 10).stream().map(FeedEvent::position))
                .isEqualTo(before.stream().map(FeedEvent::position).toList());
        assertThat(store.commit(commit(0, key, captured(LEAD)))).isEqualTo(new CommitResult.Conflict(2));
        assertThat(store.findByKey(new MatchKey("email", "eve@example.org"))).contains(OTHER);
    }

    @Test
    @DisplayName("What was redacted stays so when the same event is told again, and redacting twice is harmless")
    void redactedForGood() {
        commit(0, captured(LEAD));
        assertThat(store.redact(OTHER)).isFalse();
        store.redact(LEAD);
        LeadHistory erased = store.find(LEAD).orElseThrow().history();
        assertThat(store.redact(LEAD)).isTrue();
        commit(store.find(LEAD).orElseThrow().version(), captured(LEAD));
        assertThat(store.find(LEAD).orElseThrow().history()).isEqualTo(erased);
        assertThat(feed()).containsExactly(captured(LEAD).redacted());
    }

    @Test
    @DisplayName("A decision taken before a redaction conflicts with it")
    void redactionConflicts() {
        commit(0, captured(LEAD));
        store.redact(LEAD);
        assertThat(commit(1, visited(LEAD, 1))).isEqualTo(new CommitResult.Conflict(2));
    }

    @Test
    @DisplayName("A lead takes the most events there may be and not one more; known ones do not count")
    void full() {
        LeadEvent[] all = IntStream.range(0, LeadHistory.MOST_EVENTS)
                .mapToObj(i -> visited(LEAD, i))
                .toArray(LeadEvent[]::new);
        assertThat(commit(0, all)).isEqualTo(new CommitResult.Committed(1));
        assertThat(commit(1, captured(LEAD))).isEqualTo(new CommitResult.Full(LeadHistory.MOST_EVENTS));
        assertThat(commit(1, visited(LEAD, 0))).isEqualTo(new CommitResult.Committed(1));
        assertThat(store.find(LEAD).orElseThrow().history().events()).hasSize(LeadHistory.MOST_EVENTS);
    }
}
