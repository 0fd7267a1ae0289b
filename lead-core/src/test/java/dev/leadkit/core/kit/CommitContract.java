package dev.leadkit.core.kit;

import static dev.leadkit.core.kit.StoreSamples.DAY;
import static dev.leadkit.core.kit.StoreSamples.EMAIL;
import static dev.leadkit.core.kit.StoreSamples.LEAD;
import static dev.leadkit.core.kit.StoreSamples.OTHER;
import static dev.leadkit.core.kit.StoreSamples.PHONE;
import static dev.leadkit.core.kit.StoreSamples.RESULT;
import static dev.leadkit.core.kit.StoreSamples.at;
import static dev.leadkit.core.kit.StoreSamples.captured;
import static dev.leadkit.core.kit.StoreSamples.commitOf;
import static dev.leadkit.core.kit.StoreSamples.effect;
import static dev.leadkit.core.kit.StoreSamples.feed;
import static dev.leadkit.core.kit.StoreSamples.header;
import static dev.leadkit.core.kit.StoreSamples.keyed;
import static dev.leadkit.core.kit.StoreSamples.payload;
import static dev.leadkit.core.kit.StoreSamples.reservation;
import static dev.leadkit.core.kit.StoreSamples.visited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.event.EventHeader;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What goes in is there: leads, keys and the feed. */
abstract class CommitContract {

    private LeadStore store;

    abstract LeadStore newStore();

    @BeforeEach
    void open() {
        store = newStore();
    }

    private CommitResult commit(long version, LeadEvent... events) {
        return store.commit(commitOf(version, events));
    }

    @Test
    @DisplayName("An empty store has no lead, no key and no feed")
    void empty() {
        assertThat(store.find(LEAD)).isEmpty();
        assertThat(store.findByKey(EMAIL)).isEmpty();
        assertThat(feed(store)).isEmpty();
    }

    @Test
    @DisplayName("What was committed is found whole: events, version and keys")
    void found() {
        Commit commit = commitOf(0, visited(LEAD, 5), captured(LEAD)).withKeys(Set.of(EMAIL, PHONE), Set.of());
        assertThat(store.commit(commit)).isEqualTo(new CommitResult.Committed(1));
        LeadHistory history = LeadHistory.of(LEAD, List.of(captured(LEAD), visited(LEAD, 5)));
        assertThat(store.find(LEAD)).contains(new StoredLead(history, 1));
        assertThat(store.findByKey(EMAIL)).contains(LEAD);
        assertThat(store.findByKey(PHONE)).contains(LEAD);
    }

    @Test
    @DisplayName("Many leads and many keys are found at once, and those that there are not are left out")
    void foundMany() {
        store.commit(keyed(0, EMAIL, captured(LEAD)));
        store.commit(keyed(0, PHONE, captured(OTHER)));
        MatchKey nobody = new MatchKey("email", "nobody@example.org");
        StoredLead lead = store.find(LEAD).orElseThrow();
        StoredLead other = store.find(OTHER).orElseThrow();
        assertThat(store.find(List.of(OTHER, new LeadId("L-3"), LEAD, OTHER)))
                .containsOnlyKeys(LEAD, OTHER)
                .containsEntry(LEAD, lead)
                .containsEntry(OTHER, other);
        assertThat(store.findByKey(List.of(PHONE, nobody, EMAIL, PHONE)))
                .containsOnlyKeys(EMAIL, PHONE)
                .containsEntry(EMAIL, LEAD)
                .containsEntry(PHONE, OTHER);
        assertThat(store.find(List.of())).isEmpty();
        assertThat(store.findByKey(List.of())).isEmpty();
    }

    @Test
    @DisplayName("A lead keeps its keys when later commits name others or none")
    void keysStay() {
        store.commit(commitOf(0, captured(LEAD)).withKeys(Set.of(EMAIL), Set.of(PHONE)));
        commit(1, visited(LEAD, 1));
        store.commit(keyed(2, new MatchKey("login", "ada"), visited(LEAD, 2)));
        assertThat(store.findByKey(EMAIL)).contains(LEAD);
        assertThat(store.page(LeadQuery.withKey(PHONE), Optional.empty(), 9)).containsExactly(LEAD);
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
    @DisplayName(
            "A key is compared exactly: case, accents, blanks and letters beyond the basic plane make a difference")
    void exactKeys() {
        List<String> alike =
                List.of("ann", "Ann", "änn", "ann ", " ann", "a\u0308nn", "ann\uD83D\uDE00", "x".repeat(255));
        for (int i = 0; i < alike.size(); i++) {
            LeadId lead = new LeadId("K-" + i);
            assertThat(store.commit(keyed(0, new MatchKey("name", alike.get(i)), captured(lead))))
                    .isEqualTo(new CommitResult.Committed(1));
        }
        for (int i = 0; i < alike.size(); i++) {
            assertThat(store.findByKey(new MatchKey("name", alike.get(i)))).contains(new LeadId("K-" + i));
        }
    }

    @Test
    @DisplayName("Leads whose identifiers differ only by the case of letters are different leads")
    void exactIds() {
        LeadId upper = new LeadId("K-A");
        LeadId lower = new LeadId("K-a");
        commit(0, captured(upper));
        assertThat(store.find(lower)).isEmpty();
        assertThat(commit(0, captured(lower))).isEqualTo(new CommitResult.Committed(1));
        assertThat(store.find(lower).orElseThrow().history().id()).isEqualTo(lower);
    }

    @Test
    @DisplayName("An event that the lead has already changes nothing, not even when it is told differently")
    void duplicates() {
        commit(0, captured(LEAD), visited(LEAD, 1));
        Interacted later =
                new Interacted(new EventHeader(visited(LEAD, 1).id(), LEAD, DAY, at(5)), Interaction.inbound("other"));
        assertThat(commit(1, visited(LEAD, 1), later)).isEqualTo(new CommitResult.Committed(1));
        assertThat(commit(1, visited(LEAD, 1), visited(LEAD, 2), visited(LEAD, 2)))
                .isEqualTo(new CommitResult.Committed(2));
        assertThat(feed(store)).containsExactly(captured(LEAD), visited(LEAD, 1), visited(LEAD, 2));
        assertThat(store.find(LEAD).orElseThrow().history().events())
                .containsExactly(captured(LEAD), visited(LEAD, 1), visited(LEAD, 2));
    }

    @Test
    @DisplayName("Of two events of one identifier in one commit the first stays")
    void duplicateWithin() {
        Interacted other = new Interacted(visited(LEAD, 1).header(), Interaction.inbound("other"));
        assertThat(commit(0, visited(LEAD, 1), other)).isEqualTo(new CommitResult.Committed(1));
        assertThat(store.find(LEAD).orElseThrow().history().events()).containsExactly(visited(LEAD, 1));
        assertThat(feed(store)).containsExactly(visited(LEAD, 1));
    }

    @Test
    @DisplayName("One identifier of an event may be used by two leads")
    void sameIdOfTwoLeads() {
        Interacted one = new Interacted(header(LEAD, "visit", 1), Interaction.inbound("visit"));
        Interacted two = new Interacted(header(OTHER, "visit", 1), Interaction.inbound("visit"));
        commit(0, one);
        assertThat(commit(0, two)).isEqualTo(new CommitResult.Committed(1));
        assertThat(feed(store)).containsExactly(one, two);
    }

    @Test
    @DisplayName(
            "A commit without a new event leaves the version as it was, but sets keys, reservation, effects and payload")
    void nothingNew() {
        commit(0, captured(LEAD));
        Commit all = commitOf(1, captured(LEAD))
                .withKeys(Set.of(EMAIL), Set.of(PHONE))
                .withReservation(reservation("try-1", "p"))
                .withEffects(List.of(effect(LEAD, "welcome", 0)))
                .withPayload(Optional.of(payload("7", 60)));
        assertThat(store.commit(all)).isEqualTo(new CommitResult.Committed(1));
        assertThat(store.find(LEAD).orElseThrow().version()).isEqualTo(1);
        assertThat(store.findByKey(EMAIL)).contains(LEAD);
        assertThat(store.page(LeadQuery.withKey(PHONE), Optional.empty(), 9)).containsExactly(LEAD);
        assertThat(store.commit(all)).isEqualTo(new CommitResult.Repeated(RESULT));
        assertThat(store.outbox().claim(DAY, at(1), 9)).hasSize(1);
        assertThat(store.payloads(LEAD)).containsExactly(payload("7", 60));
        assertThat(feed(store)).containsExactly(captured(LEAD));
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
        assertThat(all.get(0).position()).isPositive();
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
}
