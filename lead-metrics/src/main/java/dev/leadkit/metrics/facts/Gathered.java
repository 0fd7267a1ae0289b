package dev.leadkit.metrics.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The different events of one lead, as they come in: kept in their order, so that one more costs its place and not a sort. All contents
 * of an identifier are kept; whether one has several is known, because only then it must be looked which of them counts.
 */
final class Gathered {

    private final List<FactEvent> events = new ArrayList<>(4);
    private Set<String> ids = Set.of();
    private boolean isPlain = true;

    boolean isEmpty() {
        return events.isEmpty();
    }

    boolean hasAll(Collection<FactEvent> some) {
        for (FactEvent event : some) {
            if (!has(event)) {
                return false;
            }
        }
        return true;
    }

    void take(Collection<FactEvent> more) {
        for (FactEvent event : more) {
            if (!has(event)) {
                events.add(place(event), event);
                note(event);
            }
        }
    }

    void take(Gathered other) {
        take(other.events);
    }

    /** Of few events nobody keeps the identifiers: looking at all is cheap, and there are many leads of few events. */
    private void note(FactEvent event) {
        if (events.size() <= Distinct.FEW) {
            return;
        }
        if (ids.isEmpty()) {
            ids = new HashSet<>();
            events.forEach(known -> isPlain &= ids.add(known.id()));
        } else {
            isPlain &= ids.add(event.id());
        }
    }

    private boolean has(FactEvent event) {
        for (int i = place(event); i < events.size() && events.get(i).compareTo(event) == 0; i++) {
            if (events.get(i).equals(event)) {
                return true;
            }
        }
        return false;
    }

    /** The first place at which the event could stand. */
    private int place(FactEvent event) {
        int last = events.size() - 1;
        if (last < 0 || events.get(last).compareTo(event) < 0) {
            return last + 1;
        }
        int place = Collections.binarySearch(events, event);
        if (place < 0) {
            return -place - 1;
        }
        while (place > 0 && events.get(place - 1).compareTo(event) == 0) {
            place--;
        }
        return place;
    }

    /** The events that count, in their order. */
    FactEvent[] counted(FaultTally faults) {
        return isPlain && !ids.isEmpty() ? Distinct.counted(events, faults) : Distinct.sorted(events, faults);
    }
}
