package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Change;
import dev.leadkit.routing.ledger.Changes;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Goes through all that a ledger told in its feed, change by change: what was never so at any moment cannot be seen at the end
 * alone. It is asked when nobody writes; to read on while others write is allowed.
 */
public final class FeedProof {

    private static final int PAGE = 1_000;
    private static final int MANY = 100_000;

    private final AssignmentLedger ledger;
    private final List<Change> told = new ArrayList<>();
    private final Map<Load, Integer> loads = new HashMap<>();
    private final Map<LeadId, LeadProof> leads = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    /** Work of one kind that a rep has. */
    private record Load(RepId rep, String kind) {
        static Load of(Place place) {
            return new Load(place.rep(), place.work().kind());
        }
    }

    /** A proof about a ledger whose feed nobody has made forget anything yet. */
    public FeedProof(AssignmentLedger ledger) {
        this.ledger = ledger;
    }

    /** Reads on to the end of the feed; fails if the ledger has forgotten what comes next. */
    public FeedProof read() {
        boolean more = true;
        while (more) {
            Changes page = ledger.changes(last(), PAGE);
            assertThat(page.complete())
                    .as("the feed after %d has all changes", last())
                    .isTrue();
            page.list().forEach(this::add);
            more = !page.list().isEmpty();
        }
        return this;
    }

    private long last() {
        return told.isEmpty() ? 0 : told.get(told.size() - 1).position();
    }

    private void add(Change change) {
        if (change.position() <= last()) {
            problems.add(change + " comes after " + last());
        }
        told.add(change);
    }

    /** What was read, in the order of the feed. */
    public List<Change> told() {
        return List.copyOf(told);
    }

    /**
     * Fails unless, after every change, no grant has brought a rep's load above the capacity, no load was below 0, and no lead had
     * two places; and unless what the last changes left is what the ledger says.
     */
    public void check(ToIntFunction<RepId> capacity) {
        checkLoads(capacity);
        checkLeads();
        assertThat(problems).isEmpty();
        checkEnd();
    }

    /** Two leads' changes may stand in the feed in another order than they happened to the load: its steps say which. */
    private void checkLoads(ToIntFunction<RepId> capacity) {
        Map<Load, List<Change>> byLoad = new HashMap<>();
        for (Change change : told) {
            if (change.units() != 0) {
                byLoad.computeIfAbsent(Load.of(change.place()), load -> new ArrayList<>())
                        .add(change);
            } else if (change.step() != 0) {
                problems.add(change + " moves no load");
            }
        }
        byLoad.forEach((load, changes) -> checkLoad(load, changes, capacity.applyAsInt(load.rep())));
    }

    /** What is put in again from the host's records may exceed every limit; a place that is granted then may not. */
    private void checkLoad(Load load, List<Change> changes, int capacity) {
        changes.sort(Comparator.comparing(Change::step));
        int units = 0;
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            units += change.units();
            if (change.step() != i + 1) {
                problems.add(change + " should be step " + (i + 1));
            }
            if (units < 0 || (change.sort() == Change.Sort.GRANTED && units > capacity)) {
                problems.add(change + " brings the load to " + units);
            }
        }
        loads.put(load, units);
    }

    private void checkLeads() {
        leads.clear();
        for (Change change : told) {
            leads.computeIfAbsent(change.place().lead(), lead -> new LeadProof())
                    .next(change)
                    .ifPresent(problems::add);
        }
    }

    private void checkEnd() {
        Map<LeadId, Place> held = new HashMap<>();
        leads.forEach((lead, proof) -> proof.held().ifPresent(place -> held.put(lead, place)));
        assertThat(places()).as("places that the feed tells").isEqualTo(held);
        Map<Load, Integer> standing = new HashMap<>();
        loads.forEach((load, units) -> standing.put(load, open(load)));
        assertThat(standing).as("loads that the feed tells").isEqualTo(loads);
        Map<Load, Integer> summed = new HashMap<>();
        loads.keySet().forEach(load -> summed.put(load, 0));
        held.values().forEach(place -> summed.merge(Load.of(place), place.work().units(), Integer::sum));
        assertThat(summed).as("units of all places").isEqualTo(loads);
    }

    private int open(Load load) {
        List<Standing> standings = ledger.standings("", load.kind(), List.of(load.rep()));
        return standings.get(0).open();
    }

    private Map<LeadId, Place> places() {
        Map<LeadId, Place> all = new HashMap<>();
        List<Place> page = ledger.places(Optional.empty(), MANY);
        while (!page.isEmpty()) {
            for (Place place : page) {
                assertThat(all.put(place.lead(), place)).as("another place").isNull();
            }
            page = ledger.places(Optional.of(page.get(page.size() - 1).lead()), MANY);
        }
        return all;
    }
}
