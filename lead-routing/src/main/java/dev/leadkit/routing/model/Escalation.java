package dev.leadkit.routing.model;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What changes for a lead that has waited for some time: stages that are no longer asked, another queue, or both. A later
 * escalation adds to the earlier ones, so that whoever could take the lead still can.
 *
 * @param after after which time of waiting; longer than nothing, at most
 *     {@link Requirement#LONGEST_WAIT}
 * @param waives the names of stages that everybody passes from then on; never {@link BuiltIn#CAPACITY}
 * @param queue the queue that the lead waits in from then on; empty for the same as before
 */
public record Escalation(Duration after, SortedSet<String> waives, Optional<String> queue) {

    /**
     * Makes an escalation.
     *
     * @param after after which time
     * @param waives stages that are waived
     * @param queue another queue
     * @throws IllegalArgumentException if the time is out of its bounds, the capacity is waived, a name is blank, or
     *     nothing changes
     */
    public Escalation {
        waives = Collections.unmodifiableSortedSet(new TreeSet<>(waives));
        Requirement.checkWait("after", after);
        if (waives.contains(BuiltIn.CAPACITY)) {
            throw new IllegalArgumentException("waives must be stages other than \"capacity\", was " + waives);
        }
        if (queue.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("queue must be a text, was blank");
        }
        if (waives.isEmpty() && queue.isEmpty()) {
            throw new IllegalArgumentException(
                    "escalation must be one that waives a stage or names a queue, was neither");
        }
    }
}
