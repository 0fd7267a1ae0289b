package dev.leadkit.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link LeadStore} must do when many threads use it at once. */
public abstract class ConcurrentLeadStoreContract {

    private static final int THREADS = 8;
    private static final int ROUNDS = 100;
    private static final LeadId LEAD = new LeadId("L-1");
    private static final Instant DAY = Instant.parse("2026-03-01T09:00:00Z");

    /** A new, empty store. */
    protected abstract LeadStore newStore();

    private static LeadEvent visit(LeadId lead, int thread, int round) {
        EventId id = new EventId("visit-" + thread + "-" + round);
        return new Interacted(new EventHeader(id, lead, DAY.plusSeconds(round), DAY), Interaction.inbound("visit"));
    }

    /** Lets all threads start at the same moment and gives what each of them returned. */
    private static <R> List<R> together(IntFunction<R> task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch ready = new CountDownLatch(THREADS);
            List<Future<R>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                running.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return task.apply(thread);
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> each : running) {
                results.add(each.get(1, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean won(CommitResult result) {
        return result instanceof CommitResult.Committed;
    }

    @Test
    @DisplayName("Of many commits on one version of a lead exactly one goes through, and only its events are there")
    void oneWins() throws Exception {
        LeadStore store = newStore();
        for (int round = 0; round < ROUNDS; round++) {
            int version = round;
            List<CommitResult> results =
                    together(thread -> store.commit(Commit.of(LEAD, version, List.of(visit(LEAD, thread, version)))));
            assertThat(results.stream().filter(ConcurrentLeadStoreContract::won))
                    .containsExactly(new CommitResult.Committed(version + 1));
            assertThat(results.stream().filter(result -> !won(result)))
                    .hasSize(THREADS - 1)
                    .containsOnly(new CommitResult.Conflict(version + 1));
        }
        assertThat(store.find(LEAD).orElseThrow().history().events()).hasSize(ROUNDS);
        assertThat(store.feed(0, ROUNDS * THREADS)).hasSize(ROUNDS);
    }

    @Test
    @DisplayName("Of many new leads that claim one key exactly one gets it")
    void oneKey() throws Exception {
        LeadStore store = newStore();
        for (int i = 0; i < ROUNDS; i++) {
            int round = i;
            MatchKey key = new MatchKey("email", "p" + round + "@example.org");
            List<CommitResult> results = together(thread -> {
                LeadId lead = new LeadId("L-" + round + "-" + thread);
                return store.commit(
                        Commit.of(lead, 0, List.of(visit(lead, thread, round))).withKeys(Set.of(key), Set.of()));
            });
            LeadId owner = store.findByKey(key).orElseThrow();
            assertThat(results.stream().filter(result -> !won(result)))
                    .hasSize(THREADS - 1)
                    .containsOnly(new CommitResult.KeyTaken(key, owner));
        }
    }

    @Test
    @DisplayName("Of many tries under one idempotency key one is carried out and all others get its result")
    void onceOnly() throws Exception {
        LeadStore store = newStore();
        for (int i = 0; i < ROUNDS; i++) {
            LeadId lead = new LeadId("L-" + i);
            Reservation once = new Reservation(new IdempotencyKey("try-" + i, "p"), "first", DAY);
            Commit commit = Commit.of(lead, 0, List.of(visit(lead, 0, i))).withReservation(Optional.of(once));
            List<CommitResult> results = together(thread -> store.commit(commit));
            assertThat(results.stream().filter(ConcurrentLeadStoreContract::won))
                    .hasSize(1);
            assertThat(results.stream().filter(result -> !won(result)))
                    .containsOnly(new CommitResult.Repeated("first"));
        }
    }

    @Test
    @DisplayName("A reader of the feed who goes on from the last position misses nothing while others write")
    void feedWhileWriting() throws Exception {
        LeadStore store = newStore();
        List<FeedEvent> seen = new ArrayList<>();
        together(thread -> thread == 0 ? follow(store, seen) : write(store, thread));
        assertThat(seen).isEqualTo(store.feed(0, ROUNDS * THREADS)).hasSize(ROUNDS * (THREADS - 1));
    }

    private static int follow(LeadStore store, List<FeedEvent> seen) {
        while (seen.size() < ROUNDS * (THREADS - 1) && !Thread.currentThread().isInterrupted()) {
            long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).position();
            seen.addAll(store.feed(last, 7));
        }
        return seen.size();
    }

    private static int write(LeadStore store, int thread) {
        LeadId lead = new LeadId("L-" + thread);
        for (int round = 0; round < ROUNDS; round++) {
            store.commit(Commit.of(lead, round, List.of(visit(lead, thread, round))));
            StoredLead stored = store.find(lead).orElseThrow();
            assertThat(stored.history().events()).hasSize((int) stored.version());
        }
        return ROUNDS;
    }
}
