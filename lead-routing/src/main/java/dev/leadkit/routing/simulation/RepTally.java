package dev.leadkit.routing.simulation;

import dev.leadkit.lead.RepId;

/**
 * How a rep fared.
 *
 * @param rep which rep
 * @param weight the part in a fair share
 * @param received how many leads the rep got
 * @param peak the most leads that the rep had at once
 * @param lag how far the rep ended behind the fair share, in {@link dev.leadkit.routing.model.Lag} units; negative when ahead
 * @param largestLag how far the rep was ever from the fair share, behind or ahead, in the same units
 */
public record RepTally(RepId rep, int weight, int received, int peak, long lag, long largestLag) {}
