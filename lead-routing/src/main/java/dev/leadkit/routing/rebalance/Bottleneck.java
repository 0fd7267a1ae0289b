package dev.leadkit.routing.rebalance;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.util.SortedSet;

/**
 * Why leads stay without a rep: more leads than places. All these leads can only go to these reps, who have fewer places
 * than there are leads.
 *
 * @param leads the leads that compete, those with a place among them
 * @param reps all reps who may have any of them
 * @param places the places that these reps have for leads of the task
 */
public record Bottleneck(SortedSet<LeadId> leads, SortedSet<RepId> reps, int places) {

    /**
     * How many leads are too many.
     *
     * @return leads less places, 1 or more
     */
    public int missing() {
        return leads.size() - places;
    }

    @Override
    public String toString() {
        return leads.size() + " leads can only go to " + reps + ", who have " + places + " places";
    }
}
