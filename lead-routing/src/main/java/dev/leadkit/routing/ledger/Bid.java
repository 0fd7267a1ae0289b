package dev.leadkit.routing.ledger;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.RepId;

/**
 * A rep who may take a lead.
 *
 * @param rep which rep
 * @param limit the most open leads that the rep may have, this one among them; 0 for none
 */
public record Bid(RepId rep, int limit) {

    /**
     * Makes a bid.
     *
     * @param rep which rep
     * @param limit the limit, not negative
     */
    public Bid {
        requireNonNull(rep, "rep");
        if (limit < 0) {
            throw new IllegalArgumentException("limit must be 0 or more, was " + limit);
        }
    }
}
