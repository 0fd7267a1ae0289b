package dev.leadkit.core.kit;

import static dev.leadkit.core.kit.StoreSamples.EMAIL;
import static dev.leadkit.core.kit.StoreSamples.LEAD;
import static dev.leadkit.core.kit.StoreSamples.OTHER;
import static dev.leadkit.core.kit.StoreSamples.PHONE;
import static dev.leadkit.core.kit.StoreSamples.RESULT;
import static dev.leadkit.core.kit.StoreSamples.assigned;
import static dev.leadkit.core.kit.StoreSamples.at;
import static dev.leadkit.core.kit.StoreSamples.captured;
import static dev.leadkit.core.kit.StoreSamples.commitOf;
import static dev.leadkit.core.kit.StoreSamples.due;
import static dev.leadkit.core.kit.StoreSamples.effect;
import static dev.leadkit.core.kit.StoreSamples.feed;
import static dev.leadkit.core.kit.StoreSamples.keyed;
import static dev.leadkit.core.kit.StoreSamples.once;
import static dev.leadkit.core.kit.StoreSamples.payload;
import static dev.leadkit.core.kit.StoreSamples.shared;
import static dev.leadkit.core.kit.StoreSamples.visited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many commits at once are decided as if they came one after the other. */
abstract class BatchContract {

    private static final LeadId THIRD = new LeadId("L-3");

    private LeadStore store;

    abstract LeadStore newStore();

    @BeforeEach
    void open() {
        store = newStore();
    }

    private List<CommitResult> commit(Commit... commits) {
        return store.commit(List.of(commits));
    }

    private static CommitResult committed(long version) {
        return new CommitResult.Committed(version);
    }

    @Test
    @DisplayName("No commits give no results")
    void none() {
        assertThat(store.commit(List.of())).isEmpty();
        assertThat(feed(store)).isEmpty();
    }

    @Test
    @DisplayName("Each commit of a list gets its result at its place, and one that is refused harms no other")
    void eachByItself() {
        assertThat(commit(
                        keyed(0, EMAIL, captured(LEAD)),
                        commitOf(4, captured(OTHER)),
                        keyed(0, EMAIL, captured(OTHER)),
                        commitOf(0, captured(THIRD))))
                .containsExactly(
                        committed(1),
                        new CommitResult.Conflict(0),
                        new CommitResult.KeyTaken(EMAIL, LEAD),
                        committed(1));
        assertThat(store.find(List.of(LEAD, OTHER, THIRD))).containsOnlyKeys(LEAD, THIRD);
        assertThat(feed(store)).containsExactly(captured(LEAD), captured(THIRD));
        assertThat(store.page(LeadQuery.all(), Optional.empty(), 9)).containsExactly(LEAD, THIRD);
    }

    @Test
    @DisplayName("A lead may be in a list twice: the second commit builds on the first")
    void oneLeadTwice() {
        assertThat(commit(commitOf(0, captured(LEAD)), commitOf(1, visited(LEAD, 1)), commitOf(1, visited(LEAD, 2))))
                .containsExactly(committed(1), committed(2), new CommitResult.Conflict(2));
        assertThat(store.find(LEAD).orElseThrow().history().events()).containsExactly(captured(LEAD), visited(LEAD, 1));
        assertThat(store.find(LEAD).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    @DisplayName("An event that an earlier commit of the list brought is known to the later one")
    void oneEventTwice() {
        assertThat(commit(
                        commitOf(0, captured(LEAD)),
                        commitOf(1, captured(LEAD)),
                        commitOf(1, captured(LEAD), visited(LEAD, 1))))
                .containsExactly(committed(1), committed(1), committed(2));
        assertThat(feed(store)).containsExactly(captured(LEAD), visited(LEAD, 1));
    }

    @Test
    @DisplayName("A key that the first of a list takes refuses the second; a key of a refused one is free for the next")
    void oneKeyTwice() {
        assertThat(commit(
                        commitOf(3, captured(OTHER)).withKeys(Set.of(PHONE, EMAIL), Set.of()),
                        commitOf(0, captured(LEAD)).withKeys(Set.of(EMAIL), Set.of()),
                        commitOf(0, captured(OTHER)).withKeys(Set.of(EMAIL), Set.of()),
                        commitOf(0, captured(THIRD)).withKeys(Set.of(PHONE), Set.of())))
                .containsExactly(
                        new CommitResult.Conflict(0),
                        committed(1),
                        new CommitResult.KeyTaken(EMAIL, LEAD),
                        committed(1));
        assertThat(store.findByKey(List.of(EMAIL, PHONE)))
                .containsEntry(EMAIL, LEAD)
                .containsEntry(PHONE, THIRD);
    }

    @Test
    @DisplayName("The same reservation twice in a list is a repetition, and with another payload a refusal")
    void oneReservationTwice() {
        assertThat(commit(
                        once(0, "try-1", "p", captured(LEAD)),
                        once(0, "try-1", "p", captured(LEAD)),
                        once(0, "try-1", "q", captured(OTHER)),
                        once(5, "try-2", "p", captured(OTHER)),
                        once(0, "try-2", "p", captured(OTHER))))
                .containsExactly(
                        committed(1),
                        new CommitResult.Repeated(RESULT),
                        new CommitResult.KeyReused(),
                        new CommitResult.Conflict(0),
                        committed(1));
        assertThat(feed(store)).containsExactly(captured(LEAD), captured(OTHER));
    }

    @Test
    @DisplayName("A token that an earlier commit of the list brought refuses an older one")
    void tokens() {
        assertThat(commit(commitOf(0, assigned(1, 7)), commitOf(1, assigned(2, 6)), commitOf(1, assigned(3, 8))))
                .containsExactly(committed(1), new CommitResult.StaleToken(7), committed(2));
    }

    @Test
    @DisplayName("The limit of events counts what earlier commits of the list brought")
    void limit() {
        LeadEvent[] allButOne = IntStream.range(1, LeadHistory.MOST_EVENTS)
                .mapToObj(i -> visited(LEAD, i))
                .toArray(LeadEvent[]::new);
        assertThat(commit(
                        commitOf(0, allButOne),
                        commitOf(1, visited(LEAD, 0), captured(LEAD)),
                        commitOf(1, visited(LEAD, 0)),
                        commitOf(2, captured(LEAD))))
                .containsExactly(
                        committed(1),
                        new CommitResult.Full(LeadHistory.MOST_EVENTS - 1),
                        committed(2),
                        new CommitResult.Full(LeadHistory.MOST_EVENTS));
    }

    @Test
    @DisplayName("Effects, payloads and shared keys of every commit of a list are there; an effect twice is one")
    void whatGoesInWithThem() {
        commit(
                due(0, captured(LEAD), effect(LEAD, "one", 1)).withPayload(Optional.of(payload("1", 60))),
                due(1, visited(LEAD, 1), effect(LEAD, "one", 1), effect(LEAD, "two", 2))
                        .withPayload(Optional.of(payload("2", 60))),
                shared(0, PHONE, captured(OTHER)),
                shared(2, PHONE, visited(LEAD, 2)));
        assertThat(store.outbox().claim(at(5), at(9), 9).stream()
                        .map(claim -> claim.effect().id().value()))
                .containsExactly("one", "two");
        assertThat(store.payloads(LEAD)).containsExactly(payload("1", 60), payload("2", 60));
        assertThat(store.page(LeadQuery.withKey(PHONE), Optional.empty(), 9)).containsExactly(LEAD, OTHER);
    }

    @Test
    @DisplayName("A list of a thousand commits keeps its order: in the results, the feed and the pages")
    void thousand() {
        List<Commit> commits = new ArrayList<>();
        List<LeadId> leads = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            LeadId lead = new LeadId("N-" + (i * 7_919) % 1_000);
            leads.add(lead);
            commits.add(commitOf(i % 10 == 3 ? 1 : 0, captured(lead)));
        }
        List<CommitResult> results = store.commit(commits);
        List<LeadId> in = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            assertThat(results.get(i)).isEqualTo(i % 10 == 3 ? new CommitResult.Conflict(0) : committed(1));
            if (i % 10 != 3) {
                in.add(leads.get(i));
            }
        }
        assertThat(results).hasSize(1_000);
        assertThat(feed(store).stream().map(LeadEvent::leadId)).containsExactlyElementsOf(in);
        assertThat(store.page(LeadQuery.all(), Optional.empty(), 1_000)).containsExactlyElementsOf(in);
        assertThat(store.find(leads)).hasSize(900);
    }
}
