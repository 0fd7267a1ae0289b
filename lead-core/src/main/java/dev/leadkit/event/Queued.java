package dev.leadkit.event;

import dev.leadkit.lead.ModelRef;

/**
 * No rep could take the lead; it waits in a named queue.
 *
 * @param header what every event has
 * @param queue the queue's name
 * @param plan the routing plan that decided
 * @param reason why no rep could take it
 */
public record Queued(EventHeader header, String queue, ModelRef plan, String reason) implements LeadEvent {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.queued(this);
    }
}
