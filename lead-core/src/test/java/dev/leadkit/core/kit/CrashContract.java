package dev.leadkit.core.kit;

import static dev.leadkit.core.kit.StoreSamples.EMAIL;
import static dev.leadkit.core.kit.StoreSamples.LEAD;
import static dev.leadkit.core.kit.StoreSamples.OTHER;
import static dev.leadkit.core.kit.StoreSamples.PHONE;
import static dev.leadkit.core.kit.StoreSamples.at;
import static dev.leadkit.core.kit.StoreSamples.bad;
import static dev.leadkit.core.kit.StoreSamples.captured;
import static dev.leadkit.core.kit.StoreSamples.commitOf;
import static dev.leadkit.core.kit.StoreSamples.due;
import static dev.leadkit.core.kit.StoreSamples.effect;
import static dev.leadkit.core.kit.StoreSamples.payload;
import static dev.leadkit.core.kit.StoreSamples.reservation;
import static dev.leadkit.core.kit.StoreSamples.visited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.store.Claim;
import dev.leadkit.store.Commit;
import dev.leadkit.store.KeepResult;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.QuarantineItem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The process dies within a call, at each place where it can: after that everything of a commit is there or nothing, and to
 * do it again ends as if it had been done once. What is seen is compared with the plainest store before and after.
 */
abstract class CrashContract {

    private static final int MOST_CALLS = 10_000;

    abstract LeadStore newStore();

    abstract LeadStore reopened(LeadStore store);

    abstract LeadStore dying(LeadStore store, int calls);

    /** Something to do; on another store it gives an equal answer. */
    private interface Deed {
        Object on(LeadStore store);
    }

    private static Commit whole(long version, LeadEvent... events) {
        String name = events[0].id().value();
        return commitOf(version, events)
                .withKeys(Set.of(events[0].leadId().equals(LEAD) ? EMAIL : PHONE), Set.of(PHONE))
                .withEffects(
                        List.of(effect(events[0].leadId(), name + "-a", 1), effect(events[0].leadId(), name + "-b", 2)))
                .withReservation(reservation(name, "p"))
                .withPayload(Optional.of(payload(name, 90)));
    }

    @Test
    @DisplayName("Of a new lead everything is there or nothing")
    void newLead() {
        allOrNothing(store -> "", store -> store.commit(whole(0, captured(LEAD), visited(LEAD, 1))));
    }

    @Test
    @DisplayName("Of a change to a lead everything is there or nothing")
    void changedLead() {
        allOrNothing(
                store -> store.commit(whole(0, captured(LEAD))),
                store -> store.commit(whole(1, visited(LEAD, 1), visited(LEAD, 2))));
    }

    @Test
    @DisplayName("Of a list of commits the first some are there, each of them whole, and none of the others")
    void list() {
        Deed setUp = store -> store.commit(commitOf(0, captured(OTHER)));
        List<Commit> commits =
                List.of(whole(0, captured(LEAD)), whole(1, visited(OTHER, 1)), whole(1, visited(LEAD, 2)));
        List<Deed> parts = IntStream.rangeClosed(0, commits.size())
                .<Deed>mapToObj(many -> store -> store.commit(commits.subList(0, many)))
                .toList();
        oneOf(setUp, parts, parts.get(commits.size()));
    }

    @Test
    @DisplayName("A redaction reaches everything or nothing")
    void redaction() {
        allOrNothing(
                store -> {
                    store.commit(whole(0, captured(LEAD), visited(LEAD, 1)));
                    store.commit(whole(0, captured(OTHER)));
                    return store.commit(whole(1, visited(LEAD, 2)));
                },
                store -> store.redact(LEAD));
    }

    @Test
    @DisplayName("A submission is in quarantine with its reservation, or neither is there")
    void quarantine() {
        allOrNothing(
                store -> "",
                store -> store.quarantine().keep(bad("1", "a", 90), reservation("try-1", "p"))
                        instanceof KeepResult.Kept);
    }

    @Test
    @DisplayName("A submission is taken out of quarantine or it is not")
    void removal() {
        allOrNothing(
                store -> store.quarantine().keep(bad("1", "a", 90), Optional.empty()) instanceof KeepResult.Kept,
                store -> {
                    List<QuarantineItem> items = store.quarantine().page(0, 1);
                    return !items.isEmpty()
                            && store.quarantine().remove(items.get(0).number());
                });
    }

    @Test
    @DisplayName("An effect is claimed, completed or given back, or it is not; a claim that was lost lapses")
    void effects() {
        Deed setUp = store -> store.commit(due(0, captured(LEAD), effect(LEAD, "one", 1)));
        Claim claim = new Claim(effect(LEAD, "one", 1), 1, 0);
        Deed claimed = store -> store.outbox().claim(at(10), at(20), 1);
        Deed both = store -> List.of(setUp.on(store), claimed.on(store));
        allOrNothing(setUp, claimed);
        allOrNothing(both, store -> store.outbox().complete(claim));
        allOrNothing(both, store -> store.outbox().postpone(claim, at(50)));
        allOrNothing(both, store -> store.outbox().failed(claim, at(50)));
    }

    @Test
    @DisplayName("A payload whose time has come is forgotten or not")
    void forgetting() {
        allOrNothing(
                store -> store.commit(whole(0, captured(LEAD)).withReservation(Optional.empty())),
                store -> store.forget(at(90)));
    }

    private void allOrNothing(Deed setUp, Deed deed) {
        oneOf(setUp, List.of(store -> "", deed), deed);
    }

    /** Lets the process die after 0, 1, 2, ... calls, until the deed is done before it can. */
    private void oneOf(Deed setUp, List<Deed> parts, Deed deed) {
        assertThat(died(0, setUp, parts, deed))
                .as("a store that may not call at all must fail")
                .isTrue();
        int calls = 1;
        while (died(calls, setUp, parts, deed)) {
            calls++;
            assertThat(calls)
                    .as("calls of the database in one call of the store")
                    .isLessThan(MOST_CALLS);
        }
    }

    private boolean died(int calls, Deed setUp, List<Deed> parts, Deed deed) {
        boolean died = died(calls, setUp, parts, deed, false);
        assertThat(died(calls, setUp, parts, deed, true)).isEqualTo(died);
        return died;
    }

    private boolean died(int calls, Deed setUp, List<Deed> parts, Deed deed, boolean claiming) {
        LeadStore store = newStore();
        setUp.on(store);
        boolean died = dies(dying(store, calls), deed);
        List<Object> seen = seen(reopened(store), deed, claiming);
        List<List<Object>> possible = (died ? parts : List.of(deed))
                .stream().map(part -> seen(plain(setUp, part), deed, claiming)).toList();
        assertThat(possible).as("what may be seen after %d calls", calls).contains(seen);
        return died;
    }

    private static boolean dies(LeadStore store, Deed deed) {
        try {
            deed.on(store);
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static LeadStore plain(Deed setUp, Deed part) {
        LeadStore plain = new PlainStore();
        setUp.on(plain);
        part.on(plain);
        return plain;
    }

    /**
     * What is there, what the deed gives when it is done (again), and what is there then. The outbox shows itself only to
     * those who claim, which changes it: so there are two ways to look, one of which claims before the deed.
     */
    private static List<Object> seen(LeadStore store, Deed deed, boolean claiming) {
        Object content = StoreView.of(store);
        Object waiting = claiming ? StoreView.waiting(store, 1_000_000) : "";
        return List.of(content, waiting, deed.on(store), StoreView.of(store), StoreView.waiting(store, 2_000_000));
    }
}
