package dev.leadkit.port;

import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;

/** Where a lead goes. */
public sealed interface Placement {

    /**
     * The plan that decided.
     *
     * @return its name and version
     */
    ModelRef plan();

    /**
     * Why.
     *
     * @return a sentence for a person; not to be parsed
     */
    String reason();

    /**
     * To a rep who keeps a place for it.
     *
     * @param rep the rep
     * @param token the reservation's token; greater than all earlier ones of the same lead
     * @param plan the plan that decided
     * @param reason why this rep
     */
    record WithRep(RepId rep, long token, ModelRef plan, String reason) implements Placement {}

    /**
     * To a queue, because no rep can take it now.
     *
     * @param queue the queue's name
     * @param plan the plan that decided
     * @param reason why no rep can take it
     */
    record InQueue(String queue, ModelRef plan, String reason) implements Placement {}
}
