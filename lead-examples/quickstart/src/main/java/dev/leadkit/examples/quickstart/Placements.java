package dev.leadkit.examples.quickstart;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Lead;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts who has the leads. */
final class Placements {

    private final SortedMap<String, Integer> owned = new TreeMap<>();
    private int waiting;

    void add(LeadHistory history) {
        Lead lead = history.lead();
        if (lead.owner().isPresent()) {
            owned.merge(lead.owner().get().value(), 1, Integer::sum);
        } else {
            waiting++;
        }
    }

    /** How many leads each rep was given, won and lost ones among them. */
    SortedMap<String, Integer> owned() {
        return owned;
    }

    /** How many leads nobody owns. */
    int waiting() {
        return waiting;
    }

    int assigned() {
        return owned.values().stream().mapToInt(Integer::intValue).sum();
    }
}
