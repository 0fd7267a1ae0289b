package dev.leadkit.routing.ledger;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;

/**
 * A place that a lead has with a rep.
 *
 * @param lead which lead
 * @param rep with whom
 * @param token the place's token, greater than every earlier one of the same lead; from 1
 * @param committed whether the assignment was committed; it takes up the place either way
 */
public record Place(LeadId lead, RepId rep, long token, boolean committed) {

    /**
     * Makes a place.
     *
     * @param lead which lead
     * @param rep with whom
     * @param token the token
     * @param committed whether it was committed
     */
    public Place {
        requireNonNull(lead, "lead");
        requireNonNull(rep, "rep");
        if (token < 1) {
            throw new IllegalArgumentException("token must be 1 or more, was " + token);
        }
    }

    Place asCommitted() {
        return new Place(lead, rep, token, true);
    }
}
