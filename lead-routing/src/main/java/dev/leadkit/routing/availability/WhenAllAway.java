package dev.leadkit.routing.availability;

import dev.leadkit.lead.RepId;

/**
 * The plan's one answer to a lead whose fitting reps are all away: closed by their hours or out of office. Absence is never
 * ignored unless the plan says so. Immutable and thread-safe.
 */
public sealed interface WhenAllAway {

    /** The lead waits in the plan's queue until the first of them is there; the decision tells when that is. The default. */
    record QueueUntilNextOpen() implements WhenAllAway {}

    /**
     * The lead goes to another queue.
     *
     * @param queue its name
     */
    record FallbackQueue(String queue) implements WhenAllAway {

        /**
         * Makes the answer.
         *
         * @param queue the queue's name
         * @throws IllegalArgumentException if it is blank
         */
        public FallbackQueue {
            if (queue.isBlank()) {
                throw new IllegalArgumentException("queue must be a name, was blank");
            }
        }
    }

    /**
     * The lead goes to one rep, who need not be there.
     *
     * @param rep which rep
     */
    record FallbackRep(RepId rep) implements WhenAllAway {}

    /** The lead is routed as if everybody were there, and the decision says so. */
    record RouteAnyway() implements WhenAllAway {}
}
