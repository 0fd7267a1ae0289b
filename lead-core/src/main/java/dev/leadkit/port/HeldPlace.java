package dev.leadkit.port;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;

/**
 * A place that a router keeps for a lead.
 *
 * @param lead which lead
 * @param rep with whom
 * @param token the place's token
 * @param confirmed whether it was confirmed
 * @param lapsing whether it is given back by itself if nobody confirms it in time
 */
public record HeldPlace(LeadId lead, RepId rep, long token, boolean confirmed, boolean lapsing) {

    /**
     * Makes a place.
     *
     * @param lead which lead
     * @param rep with whom
     * @param token the token
     * @param confirmed whether it was confirmed
     * @param lapsing whether it is given back by itself
     */
    public HeldPlace {
        requireNonNull(lead, "lead");
        requireNonNull(rep, "rep");
    }
}
