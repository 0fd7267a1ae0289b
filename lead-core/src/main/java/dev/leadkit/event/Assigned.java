package dev.leadkit.event;

import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;

/**
 * The lead was assigned to a rep, who owns it from now on.
 *
 * @param header what every event has
 * @param rep the owner
 * @param token the ledger's token; of two assignments the one with the greater token is the later
 * @param plan the routing plan that decided
 * @param reason why this rep
 */
public record Assigned(EventHeader header, RepId rep, long token, ModelRef plan, String reason) implements LeadEvent {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.assigned(this);
    }
}
