package dev.leadkit.examples.quickstart.replay;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Lead;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts who has the leads. */
public final class Placements {

    private final SortedMap<String, Integer> owned = new TreeMap<>();
    private int waiting;
    private int closed;

    /** Counts one more lead. */
    public void add(LeadHistory history) {
        Lead lead = history.lead();
        if (lead.owner().isPresent()) {
            owned.merge(lead.owner().get().value(), 1, Integer::sum);
        } else if (lead.convertedAt().isPresent() || lead.lostAt().isPresent()) {
            closed++;
        } else {
            waiting++;
        }
    }

    /** How many leads each rep was given, won and lost ones among them. */
    public SortedMap<String, Integer> owned() {
        return owned;
    }

    /** How many leads were won or lost before a rep had room for them. */
    public int closed() {
        return closed;
    }

    /** How many open leads nobody owns. */
    public int waiting() {
        return waiting;
    }

    /** How many leads were given to a rep. */
    public int assigned() {
        return owned.values().stream().mapToInt(Integer::intValue).sum();
    }
}
