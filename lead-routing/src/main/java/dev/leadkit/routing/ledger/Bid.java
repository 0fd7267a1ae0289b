package dev.leadkit.routing.ledger;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.RepId;

/**
 * A rep who may take a lead.
 *
 * @param rep which rep
 * @param units how many units of work the lead is for this rep, 1 to {@link Work#MOST_UNITS}
 * @param limit the most units of this kind of work that the rep may have, this lead's among them; 0 for none. It comes with
 *     the bid because it is the plan's to say, and may be another one the next time
 */
public record Bid(RepId rep, int units, int limit) {

    /**
     * Makes a bid.
     *
     * @param rep which rep
     * @param units how many units
     * @param limit the limit, not negative
     */
    public Bid {
        requireNonNull(rep, "rep");
        Work.checkUnits(units);
        checkLimit(limit);
    }

    /**
     * Makes a bid for one unit.
     *
     * @param rep which rep
     * @param limit the limit, not negative
     */
    public Bid(RepId rep, int limit) {
        this(rep, 1, limit);
    }

    static void checkLimit(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must be 0 or more, was " + limit);
        }
    }
}
