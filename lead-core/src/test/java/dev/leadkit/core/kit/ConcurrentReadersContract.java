package dev.leadkit.core.kit;

import static dev.leadkit.core.kit.StoreSamples.ALL;
import static dev.leadkit.core.kit.StoreSamples.at;
import static dev.leadkit.core.kit.StoreSamples.commitOf;
import static dev.leadkit.core.kit.StoreSamples.effect;
import static dev.leadkit.core.kit.StoreSamples.payload;
import static dev.leadkit.core.kit.StoreSamples.reservation;
import static dev.leadkit.core.kit.StoreSamples.visited;
import static dev.leadkit.core.kit.Together.THREADS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.Claim;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.FeedEvent;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoredLead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Some threads write and others read: whoever sees a part of a commit sees all of it. */
abstract class ConcurrentReadersContract {

    private static final int ROUNDS = 40;
    private static final int READERS = 3;
    private static final int COMMITS = ROUNDS * (THREADS - READERS);

    abstract LeadStore newStore();

    /** Everything that a commit can hold, of the lead of one thread; its own key tells thread and round. */
    private static Commit whole(int thread, int round) {
        LeadId lead = new LeadId("W-" + thread);
        return commitOf(round, visited(lead, round))
                .withKeys(Set.of(own(lead, round)), Set.of(shared(lead, round)))
                .withEffects(List.of(effect(lead, lead + "-" + round, round)))
                .withReservation(reservation(lead + "-" + round, "p"))
                .withPayload(Optional.of(payload("R-" + round, 60)));
    }

    private static MatchKey own(LeadId lead, long round) {
        return new MatchKey("own", lead + "-" + round);
    }

    private static MatchKey shared(LeadId lead, long round) {
        return new MatchKey("shared", lead + "-" + round);
    }

    private static int write(LeadStore store, int thread) {
        for (int round = 0; round < ROUNDS; round += 2) {
            assertThat(store.commit(List.of(whole(thread, round), whole(thread, round + 1))))
                    .containsExactly(new CommitResult.Committed(round + 1), new CommitResult.Committed(round + 2));
        }
        return ROUNDS;
    }

    /** The event of this round was seen somewhere: all that went in with it must be everywhere. */
    private static void assertWhole(LeadStore store, LeadEvent seen) {
        LeadId lead = seen.leadId();
        int round = (int) (seen.occurredAt().getEpochSecond() - at(0).getEpochSecond());
        StoredLead stored = store.find(lead).orElseThrow();
        assertThat(stored.history().events()).hasSize((int) stored.version()).contains(seen);
        assertThat(store.findByKey(own(lead, round))).contains(lead);
        assertThat(store.page(LeadQuery.withKey(shared(lead, round)), Optional.empty(), 9))
                .containsExactly(lead);
        assertThat(store.payloads(lead)).hasSizeGreaterThan(round).contains(payload("R-" + round, 60));
        assertThat(store.commit(commitOf(round, seen).withReservation(reservation(lead + "-" + round, "p"))))
                .isInstanceOf(CommitResult.Repeated.class);
    }

    private static boolean goesOn(int seen) {
        return seen < COMMITS && !Thread.currentThread().isInterrupted();
    }

    private static int followFeed(LeadStore store, List<FeedEvent> seen) {
        while (goesOn(seen.size())) {
            long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).position();
            List<FeedEvent> page = store.feed(last, 7);
            page.forEach(each -> assertWhole(store, each.event()));
            seen.addAll(page);
        }
        return seen.size();
    }

    private static int followOutbox(LeadStore store) {
        int seen = 0;
        while (goesOn(seen)) {
            List<Claim> claims = store.outbox().claim(at(ROUNDS), at(1_000_000), 7);
            for (Claim claim : claims) {
                int round = (int) (claim.effect().dueAt().getEpochSecond() - at(0).getEpochSecond());
                assertWhole(store, visited(claim.effect().lead(), round));
                assertThat(store.outbox().complete(claim)).isTrue();
            }
            seen += claims.size();
        }
        return seen;
    }

    /** Goes by the leads' keys: who sees a key sees the lead's event, and the event in the feed. */
    private static int followKeys(LeadStore store) {
        int seen = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int thread = READERS; thread < THREADS; thread++) {
                LeadId lead = new LeadId("W-" + thread);
                while (store.findByKey(own(lead, round)).isEmpty() && goesOn(0)) {
                    Thread.onSpinWait();
                }
                assertWhole(store, visited(lead, round));
                assertThat(store.feed(0, ALL)).extracting(FeedEvent::event).contains(visited(lead, round));
                seen++;
            }
        }
        return seen;
    }

    @Test
    @DisplayName(
            "Whoever sees an event, a key or an effect sees all that went in with it; who follows the feed misses nothing")
    void neverHalf() throws Exception {
        LeadStore store = newStore();
        List<FeedEvent> followed = new ArrayList<>();
        List<Integer> seen = Together.run(thread -> switch (thread) {
            case 0 -> followFeed(store, followed);
            case 1 -> followOutbox(store);
            case 2 -> followKeys(store);
            default -> write(store, thread);
        });
        assertThat(seen.subList(0, READERS)).containsOnly(COMMITS);
        assertThat(followed).isEqualTo(store.feed(0, ALL)).hasSize(COMMITS);
    }
}
