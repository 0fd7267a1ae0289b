package dev.leadkit.routing.ledger;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.RepId;

/**
 * What part of a lead was due to a rep.
 *
 * @param rep which rep
 * @param units the part, in {@link dev.leadkit.routing.model.Lag} units; not negative
 */
public record Share(RepId rep, long units) {

    /**
     * Makes a share.
     *
     * @param rep which rep
     * @param units the part
     */
    public Share {
        requireNonNull(rep, "rep");
        check(units);
    }

    static void check(long units) {
        if (units < 0) {
            throw new IllegalArgumentException("share must be 0 or more units, was " + units);
        }
    }
}
