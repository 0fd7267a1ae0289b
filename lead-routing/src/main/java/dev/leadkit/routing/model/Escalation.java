package dev.leadkit.routing.model;

import dev.leadkit.lead.RepId;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What changes for a lead that has waited for some time: stages that are no longer asked, further reps who may take it, another
 * queue, or several of these. A later escalation adds to the earlier ones, so that whoever could take the lead still can.
 *
 * @param after after which time of waiting, in the plan's {@linkplain RoutingPlan#waitingHours waiting hours}; longer than nothing, at most
 *     {@link Requirement#LONGEST_WAIT}
 * @param waives the names of stages that everybody passes from then on; never {@link BuiltIn#CAPACITY}
 * @param to its targets: reps who may take the lead from then on, wherever it comes from and whatever skills it requires; all other stages
 *     they pass as anybody does
 * @param queue the queue that the lead waits in from then on; empty for the same as before
 */
public record Escalation(Duration after, SortedSet<String> waives, SortedSet<RepId> to, Optional<String> queue) {

    /**
     * Makes an escalation.
     *
     * @param after after which time
     * @param waives stages that are waived
     * @param to the targets
     * @param queue another queue
     * @throws IllegalArgumentException if the time is out of its bounds, the capacity is waived, a name is blank, or
     *     nothing changes
     */
    public Escalation {
        waives = Collections.unmodifiableSortedSet(new TreeSet<>(waives));
        to = Collections.unmodifiableSortedSet(new TreeSet<>(to));
        Requirement.checkWait("after", after);
        if (waives.contains(BuiltIn.CAPACITY)) {
            throw new IllegalArgumentException("waives must be stages other than \"capacity\", was " + waives);
        }
        if (queue.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("queue must be a text, was blank");
        }
        if (waives.isEmpty() && to.isEmpty() && queue.isEmpty()) {
            throw new IllegalArgumentException(
                    "escalation must be one that waives a stage, names reps or a queue, was none of these");
        }
    }

    /**
     * An escalation to nobody in particular.
     *
     * @param after after which time
     * @param waives stages that are waived
     * @param queue another queue
     * @throws IllegalArgumentException as the other constructor does
     */
    public Escalation(Duration after, SortedSet<String> waives, Optional<String> queue) {
        this(after, waives, new TreeSet<>(), queue);
    }

    /**
     * An escalation to some reps.
     *
     * @param after after which time
     * @param reps the targets
     * @return the escalation, which waives no stage and leaves the lead in its queue
     * @throws IllegalArgumentException if the time is out of its bounds, or there are no targets
     */
    public static Escalation to(Duration after, Collection<RepId> reps) {
        return new Escalation(after, new TreeSet<>(), new TreeSet<>(reps), Optional.empty());
    }
}
