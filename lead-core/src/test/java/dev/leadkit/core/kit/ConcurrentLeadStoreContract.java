package dev.leadkit.core.kit;

import static dev.leadkit.core.kit.StoreSamples.ALL;
import static dev.leadkit.core.kit.StoreSamples.EMAIL;
import static dev.leadkit.core.kit.StoreSamples.LEAD;
import static dev.leadkit.core.kit.StoreSamples.OTHER;
import static dev.leadkit.core.kit.StoreSamples.RESULT;
import static dev.leadkit.core.kit.StoreSamples.bad;
import static dev.leadkit.core.kit.StoreSamples.captured;
import static dev.leadkit.core.kit.StoreSamples.commitOf;
import static dev.leadkit.core.kit.StoreSamples.feed;
import static dev.leadkit.core.kit.StoreSamples.header;
import static dev.leadkit.core.kit.StoreSamples.keyed;
import static dev.leadkit.core.kit.StoreSamples.once;
import static dev.leadkit.core.kit.StoreSamples.reservation;
import static dev.leadkit.core.kit.Together.THREADS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.KeepResult;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Reservation;
import dev.leadkit.store.StoredLead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many threads write at once: one wins, nobody deadlocks, nothing is lost. */
abstract class ConcurrentLeadStoreContract {

    private static final int ROUNDS = 50;

    abstract LeadStore newStore();

    private static LeadEvent visit(LeadId lead, int thread, int round) {
        return new Interacted(header(lead, "visit-" + thread + "-" + round, round), Interaction.inbound("visit"));
    }

    private static boolean won(CommitResult result) {
        return result instanceof CommitResult.Committed;
    }

    private static List<CommitResult> losers(List<CommitResult> results) {
        return results.stream().filter(result -> !won(result)).toList();
    }

    @Test
    @DisplayName("Of many commits on one version of a lead exactly one goes through, and only its events are there")
    void oneWins() throws Exception {
        LeadStore store = newStore();
        for (int round = 0; round < ROUNDS; round++) {
            int version = round;
            List<CommitResult> results =
                    Together.run(thread -> store.commit(commitOf(version, visit(LEAD, thread, version))));
            assertThat(results.stream().filter(ConcurrentLeadStoreContract::won))
                    .containsExactly(new CommitResult.Committed(version + 1));
            assertThat(losers(results)).hasSize(THREADS - 1).containsOnly(new CommitResult.Conflict(version + 1));
        }
        assertThat(store.find(LEAD).orElseThrow().history().events()).hasSize(ROUNDS);
        assertThat(feed(store)).hasSize(ROUNDS);
    }

    @Test
    @DisplayName("Of many new leads that claim one key exactly one gets it")
    void oneKey() throws Exception {
        LeadStore store = newStore();
        for (int i = 0; i < ROUNDS; i++) {
            int round = i;
            MatchKey key = new MatchKey("email", "p" + round + "@example.org");
            List<CommitResult> results = Together.run(thread -> {
                LeadId lead = new LeadId("L-" + round + "-" + thread);
                return store.commit(keyed(0, key, visit(lead, thread, round)));
            });
            LeadId owner = store.findByKey(key).orElseThrow();
            assertThat(losers(results)).hasSize(THREADS - 1).containsOnly(new CommitResult.KeyTaken(key, owner));
        }
        assertThat(feed(store)).hasSize(ROUNDS);
    }

    @Test
    @DisplayName("Of many tries under one idempotency key one is carried out and all others get its result")
    void onceOnly() throws Exception {
        LeadStore store = newStore();
        for (int i = 0; i < ROUNDS; i++) {
            Commit commit = once(0, "try-" + i, "p", visit(new LeadId("L-" + i), 0, i));
            List<CommitResult> results = Together.run(thread -> store.commit(commit));
            assertThat(results.stream().filter(ConcurrentLeadStoreContract::won))
                    .hasSize(1);
            assertThat(losers(results)).containsOnly(new CommitResult.Repeated(RESULT));
        }
    }

    @Test
    @DisplayName("Of a commit and a submission for quarantine under one idempotency key exactly one is there")
    void leadOrQuarantine() throws Exception {
        LeadStore store = newStore();
        for (int i = 0; i < ROUNDS; i++) {
            int round = i;
            LeadId lead = new LeadId("L-" + round);
            Optional<Reservation> once = reservation("try-" + round, "p");
            List<Object> results = Together.run(thread -> thread % 2 == 0
                    ? store.commit(commitOf(0, visit(lead, 0, round)).withReservation(once))
                    : store.quarantine().keep(bad("R-" + round, "a", 60), once));
            long leads = store.find(lead).stream().count();
            long kept = store.quarantine().page(0, ALL).stream()
                    .filter(item -> item.content().submission().externalId().equals("R-" + round))
                    .count();
            assertThat(leads + kept).isEqualTo(1);
            assertThat(results.stream()
                            .filter(each -> each instanceof CommitResult.Committed || each instanceof KeepResult.Kept))
                    .hasSize(1);
            assertThat(results)
                    .filteredOn(each -> each.equals(new CommitResult.Repeated(RESULT))
                            || each.equals(new KeepResult.Repeated(RESULT)))
                    .hasSize(THREADS - 1);
        }
    }

    @Test
    @DisplayName(
            "Lists of commits over the same leads in opposite orders neither wait for each other for ever nor lose any")
    void oppositeOrders() throws Exception {
        LeadStore store = newStore();
        List<Integer> won = Together.run(thread -> IntStream.range(0, ROUNDS)
                .map(round -> inBothOrders(store, thread, round))
                .sum());
        Map<LeadId, StoredLead> stored = store.find(List.of(LEAD, OTHER));
        long versions = stored.values().stream().mapToLong(StoredLead::version).sum();
        assertThat(versions)
                .isEqualTo(won.stream().mapToInt(Integer::intValue).sum())
                .isPositive();
        assertThat(stored.values())
                .allSatisfy(lead -> assertThat(lead.history().events()).hasSize((int) lead.version()));
        assertThat(feed(store)).hasSize((int) versions);
    }

    private static int inBothOrders(LeadStore store, int thread, int round) {
        Map<LeadId, StoredLead> now = store.find(List.of(LEAD, OTHER));
        List<Commit> commits = new ArrayList<>();
        for (LeadId lead : thread % 2 == 0 ? List.of(LEAD, OTHER) : List.of(OTHER, LEAD)) {
            long version = now.containsKey(lead) ? now.get(lead).version() : 0;
            commits.add(commitOf(version, visit(lead, thread, round)).withKeys(Set.of(), Set.of(EMAIL)));
        }
        List<CommitResult> results = store.commit(commits);
        assertThat(losers(results)).allMatch(CommitResult.Conflict.class::isInstance);
        return commits.size() - losers(results).size();
    }

    @Test
    @DisplayName("A redaction among many writers reaches every event that was there before it, and breaks no commit")
    void redacting() throws Exception {
        LeadStore store = newStore();
        store.commit(commitOf(0, captured(LEAD)));
        List<Integer> won = Together.run(thread -> thread == 0 ? redact(store) : write(store, thread));
        StoredLead stored = store.find(LEAD).orElseThrow();
        int changes = won.stream().mapToInt(Integer::intValue).sum();
        assertThat(stored.version()).isEqualTo(1L + changes);
        assertThat(stored.history().events())
                .hasSize(1 + changes - ROUNDS)
                .contains(captured(LEAD).redacted());
        assertThat(feed(store))
                .containsExactlyInAnyOrderElementsOf(stored.history().events());
    }

    private static int redact(LeadStore store) {
        return IntStream.range(0, ROUNDS)
                .map(round -> store.redact(LEAD) ? 1 : 0)
                .sum();
    }

    private static int write(LeadStore store, int thread) {
        int won = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long version = store.find(LEAD).orElseThrow().version();
            won += won(store.commit(commitOf(version, visit(LEAD, thread, round)))) ? 1 : 0;
        }
        return won;
    }
}
