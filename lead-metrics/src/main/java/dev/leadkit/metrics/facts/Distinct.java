package dev.leadkit.metrics.facts;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts events in their order, each identifier once, without those that count for nothing. */
final class Distinct {

    /** Up to here looking at all is faster than hashing. */
    static final int FEW = 24;

    private Set<String> twoContents = Set.of();
    private FactEvent[] events;
    private int size;

    private Distinct(int most) {
        events = new FactEvent[most];
    }

    static FactEvent[] sorted(Collection<FactEvent> all, FaultTally faults) {
        Distinct distinct = new Distinct(all.size());
        if (all.size() <= FEW) {
            all.forEach(distinct::insert);
        } else {
            distinct.insertMany(all);
        }
        if (!distinct.twoContents.isEmpty()) {
            faults.add(DataFault.TWO_CONTENTS, distinct.twoContents.size());
        }
        return distinct.counted(faults);
    }

    /** Of events that are in their order already, each identifier once. */
    static FactEvent[] counted(List<FactEvent> sorted, FaultTally faults) {
        Distinct distinct = new Distinct(0);
        distinct.events = sorted.toArray(FactEvent[]::new);
        distinct.size = sorted.size();
        return distinct.counted(faults);
    }

    private void insert(FactEvent event) {
        int same = indexOf(event.id());
        if (same >= 0) {
            if (!isCorrection(event, events[same])) {
                return;
            }
            size--;
            System.arraycopy(events, same + 1, events, same, size - same);
        }
        int place = size;
        while (place > 0 && events[place - 1].compareTo(event) > 0) {
            events[place] = events[place - 1];
            place--;
        }
        events[place] = event;
        size++;
    }

    private int indexOf(String id) {
        int hash = id.hashCode();
        for (int i = 0; i < size; i++) {
            String other = events[i].id();
            if (other.hashCode() == hash && other.equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isCorrection(FactEvent event, FactEvent known) {
        if (event.equals(known)) {
            return false;
        }
        twoContents = twoContents.isEmpty() ? new HashSet<>() : twoContents;
        twoContents.add(event.id());
        return event.corrects(known);
    }

    private void insertMany(Collection<FactEvent> all) {
        Map<String, FactEvent> byId = new HashMap<>();
        for (FactEvent event : all) {
            byId.merge(event.id(), event, (known, other) -> isCorrection(other, known) ? other : known);
        }
        events = byId.values().toArray(FactEvent[]::new);
        size = events.length;
        Arrays.sort(events);
    }

    private FactEvent[] counted(FaultTally faults) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (counts(events[i], faults)) {
                events[kept++] = events[i];
            }
        }
        return kept == events.length ? events : Arrays.copyOf(events, kept);
    }

    private static boolean counts(FactEvent event, FaultTally faults) {
        if (event.what() instanceof Occurrence.Unknown) {
            faults.add(DataFault.UNKNOWN_TYPE, 1);
            return false;
        }
        if (event.lateness() < -DataFault.SKEW_SECONDS) {
            faults.add(DataFault.FROM_THE_FUTURE, 1);
            return false;
        }
        return true;
    }
}
