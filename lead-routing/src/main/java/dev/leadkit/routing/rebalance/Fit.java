package dev.leadkit.routing.rebalance;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.RepId;

/**
 * A rep who may have a lead.
 *
 * @param rep who
 * @param cost how badly they fit, the cost of a missed deadline included, in any unit that all costs of a task share; 0 or more
 */
public record Fit(RepId rep, long cost) {

    /**
     * Makes a fit.
     *
     * @param rep who
     * @param cost how badly they fit
     */
    public Fit {
        requireNonNull(rep, "rep");
    }
}
