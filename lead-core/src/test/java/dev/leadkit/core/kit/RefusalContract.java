package dev.leadkit.core.kit;

import static dev.leadkit.core.kit.StoreSamples.DAY;
import static dev.leadkit.core.kit.StoreSamples.EMAIL;
import static dev.leadkit.core.kit.StoreSamples.LEAD;
import static dev.leadkit.core.kit.StoreSamples.OTHER;
import static dev.leadkit.core.kit.StoreSamples.PHONE;
import static dev.leadkit.core.kit.StoreSamples.RESULT;
import static dev.leadkit.core.kit.StoreSamples.assigned;
import static dev.leadkit.core.kit.StoreSamples.at;
import static dev.leadkit.core.kit.StoreSamples.captured;
import static dev.leadkit.core.kit.StoreSamples.commitOf;
import static dev.leadkit.core.kit.StoreSamples.effect;
import static dev.leadkit.core.kit.StoreSamples.feed;
import static dev.leadkit.core.kit.StoreSamples.header;
import static dev.leadkit.core.kit.StoreSamples.keyed;
import static dev.leadkit.core.kit.StoreSamples.once;
import static dev.leadkit.core.kit.StoreSamples.payload;
import static dev.leadkit.core.kit.StoreSamples.reservation;
import static dev.leadkit.core.kit.StoreSamples.visited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.Assigned;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.IdempotencyKey;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Reservation;
import dev.leadkit.store.StoredLead;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is refused, in which order, and that a refusal changes nothing. */
abstract class RefusalContract {

    private LeadStore store;

    abstract LeadStore newStore();

    @BeforeEach
    void open() {
        store = newStore();
    }

    private CommitResult commit(long version, LeadEvent... events) {
        return store.commit(commitOf(version, events));
    }

    private static LeadEvent[] asManyAsThereMayBe() {
        return IntStream.range(0, LeadHistory.MOST_EVENTS)
                .mapToObj(i -> visited(LEAD, i))
                .toArray(LeadEvent[]::new);
    }

    @Test
    @DisplayName("A commit that expects another version is a conflict that names the version there is")
    void conflict() {
        commit(0, captured(LEAD));
        StoredLead before = store.find(LEAD).orElseThrow();
        assertThat(commit(0, visited(LEAD, 1))).isEqualTo(new CommitResult.Conflict(1));
        assertThat(commit(7, visited(LEAD, 1))).isEqualTo(new CommitResult.Conflict(1));
        assertThat(commit(1, visited(OTHER, 1))).isEqualTo(new CommitResult.Conflict(0));
        assertThat(store.find(LEAD)).contains(before);
        assertThat(store.find(OTHER)).isEmpty();
        assertThat(feed(store)).containsExactly(captured(LEAD));
    }

    @Test
    @DisplayName("A refused commit leaves nothing: no lead, event, key, shared key, effect, payload or reservation")
    void nothingIsLeft() {
        store.commit(keyed(0, EMAIL, captured(LEAD)));
        Commit refused = commitOf(0, captured(OTHER))
                .withKeys(Set.of(PHONE, EMAIL), Set.of(PHONE))
                .withEffects(List.of(effect(OTHER, "welcome", 0)))
                .withReservation(reservation("try-1", "p"))
                .withPayload(Optional.of(payload("7", 60)));
        assertThat(store.commit(refused)).isEqualTo(new CommitResult.KeyTaken(EMAIL, LEAD));
        assertThat(store.find(OTHER)).isEmpty();
        assertThat(store.findByKey(PHONE)).isEmpty();
        assertThat(store.page(LeadQuery.withKey(PHONE), Optional.empty(), 9)).isEmpty();
        assertThat(store.page(LeadQuery.all(), Optional.empty(), 9)).containsExactly(LEAD);
        assertThat(store.outbox().claim(DAY, at(1), 9)).isEmpty();
        assertThat(store.payloads(OTHER)).isEmpty();
        assertThat(feed(store)).containsExactly(captured(LEAD));
        assertThat(store.commit(refused.withKeys(Set.of(PHONE), Set.of()))).isEqualTo(new CommitResult.Committed(1));
    }

    @Test
    @DisplayName("The same idempotency key and payload give the first result, though the version moved on since")
    void repeated() {
        Commit first = once(0, "try-1", "payload-1", captured(LEAD));
        store.commit(first);
        commit(1, visited(LEAD, 1));
        assertThat(store.commit(first)).isEqualTo(new CommitResult.Repeated(RESULT));
        assertThat(store.commit(once(2, "try-1", "payload-1", visited(LEAD, 2))))
                .isEqualTo(new CommitResult.Repeated(RESULT));
        assertThat(store.commit(once(0, "try-1", "payload-1", captured(OTHER))))
                .isEqualTo(new CommitResult.Repeated(RESULT));
        assertThat(store.find(LEAD).orElseThrow().version()).isEqualTo(2);
        assertThat(store.find(OTHER)).isEmpty();
        assertThat(feed(store)).containsExactly(captured(LEAD), visited(LEAD, 1));
    }

    @Test
    @DisplayName(
            "The same idempotency key with another payload is refused, whatever else would be wrong, and stays the first's")
    void keyReused() {
        store.commit(once(0, "try-1", "payload-1", captured(LEAD)));
        assertThat(store.commit(once(0, "try-1", "payload-2", captured(OTHER))))
                .isEqualTo(new CommitResult.KeyReused());
        assertThat(store.commit(once(9, "try-1", "payload-2", captured(LEAD)))).isEqualTo(new CommitResult.KeyReused());
        assertThat(store.find(OTHER)).isEmpty();
        assertThat(store.commit(once(9, "try-1", "payload-1", captured(LEAD))))
                .isEqualTo(new CommitResult.Repeated(RESULT));
    }

    @Test
    @DisplayName("An idempotency key of a commit that did not go through can be used again, with another payload too")
    void keyOfFailure() {
        assertThat(store.commit(once(3, "try-1", "payload-1", captured(LEAD)))).isEqualTo(new CommitResult.Conflict(0));
        assertThat(store.commit(once(0, "try-1", "payload-2", captured(LEAD))))
                .isEqualTo(new CommitResult.Committed(1));
    }

    @Test
    @DisplayName("An assignment that is older than the lead's newest is refused; one that is known may be told again")
    void staleToken() {
        commit(0, captured(LEAD), assigned(1, 7));
        assertThat(commit(1, assigned(2, 6))).isEqualTo(new CommitResult.StaleToken(7));
        assertThat(commit(1, assigned(1, 7))).isEqualTo(new CommitResult.Committed(1));
        assertThat(commit(1, assigned(2, 8))).isEqualTo(new CommitResult.Committed(2));
        assertThat(commit(2, assigned(1, 7), assigned(3, 8))).isEqualTo(new CommitResult.Committed(3));
        assertThat(commit(3, assigned(4, 9), assigned(5, 7))).isEqualTo(new CommitResult.StaleToken(8));
    }

    @Test
    @DisplayName(
            "Of several assignments in one commit the greatest token is the newest from then on, in whatever order")
    void newestOfSeveral() {
        assertThat(commit(0, assigned(1, 9), assigned(2, 7))).isEqualTo(new CommitResult.Committed(1));
        assertThat(commit(1, assigned(3, 8))).isEqualTo(new CommitResult.StaleToken(9));
    }

    @Test
    @DisplayName("Tokens are each lead's own")
    void tokensOfTwoLeads() {
        commit(0, assigned(1, 9));
        LeadEvent other =
                new Assigned(header(OTHER, "assigned", 1), new RepId("ben"), 3, new ModelRef("plan", "1"), "free");
        assertThat(commit(0, other)).isEqualTo(new CommitResult.Committed(1));
    }

    @Test
    @DisplayName("A key that leads to another lead refuses the commit and is named with that lead")
    void keyTaken() {
        store.commit(keyed(0, EMAIL, captured(LEAD)));
        assertThat(store.commit(keyed(0, EMAIL, captured(OTHER)))).isEqualTo(new CommitResult.KeyTaken(EMAIL, LEAD));
        assertThat(store.findByKey(EMAIL)).contains(LEAD);
    }

    @Test
    @DisplayName("A lead takes the most events there may be and not one more; known ones do not count")
    void full() {
        assertThat(commit(0, asManyAsThereMayBe())).isEqualTo(new CommitResult.Committed(1));
        assertThat(commit(1, captured(LEAD))).isEqualTo(new CommitResult.Full(LeadHistory.MOST_EVENTS));
        assertThat(commit(1, visited(LEAD, 0))).isEqualTo(new CommitResult.Committed(1));
        assertThat(store.find(LEAD).orElseThrow().history().events()).hasSize(LeadHistory.MOST_EVENTS);
    }

    @Test
    @DisplayName(
            "Checked first is the idempotency key, then the version, the tokens, the match keys and last the limit")
    void order() {
        store.commit(keyed(0, EMAIL, captured(OTHER)));
        LeadEvent[] most = asManyAsThereMayBe();
        most[0] = assigned(0, 7);
        store.commit(commitOf(0, most).withReservation(reservation("try-1", "p")));
        Commit full = commitOf(1, captured(LEAD));
        Commit taken = full.withKeys(Set.of(EMAIL), Set.of());
        Commit stale = commitOf(1, captured(LEAD), assigned(1, 6)).withKeys(Set.of(EMAIL), Set.of());
        Commit conflict = new Commit(
                LEAD, 5, stale.events(), stale.keys(), Set.of(), List.of(), Optional.empty(), Optional.empty());
        assertThat(store.commit(full)).isEqualTo(new CommitResult.Full(LeadHistory.MOST_EVENTS));
        assertThat(store.commit(taken)).isEqualTo(new CommitResult.KeyTaken(EMAIL, OTHER));
        assertThat(store.commit(stale)).isEqualTo(new CommitResult.StaleToken(7));
        assertThat(store.commit(conflict)).isEqualTo(new CommitResult.Conflict(1));
        assertThat(store.commit(conflict.withReservation(reservation("try-1", "other"))))
                .isEqualTo(new CommitResult.KeyReused());
        assertThat(store.commit(conflict.withReservation(reservation("try-1", "p"))))
                .isEqualTo(new CommitResult.Repeated(RESULT));
    }

    @Test
    @DisplayName("Idempotency keys are compared exactly, and the longest result comes back whole")
    void exactReservations() {
        String longest = "r\u00e4".repeat(32_767) + "x";
        IdempotencyKey upper = new IdempotencyKey("TRY-1", "p");
        store.commit(once(0, "try-1", "p", captured(LEAD)));
        Commit second = commitOf(0, captured(new LeadId("L-3")))
                .withReservation(Optional.of(new Reservation(upper, longest, at(60))));
        assertThat(store.commit(second)).isEqualTo(new CommitResult.Committed(1));
        assertThat(store.commit(second)).isEqualTo(new CommitResult.Repeated(longest));
    }
}
