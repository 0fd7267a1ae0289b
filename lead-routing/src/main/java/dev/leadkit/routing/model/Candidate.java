package dev.leadkit.routing.model;

/**
 * A rep in a ranking, with what the ledger says of the rep.
 *
 * @param rep the rep
 * @param open the rep's open leads
 * @param lag how far the rep is behind the fair share, in {@link Lag} units; negative when ahead
 */
public record Candidate(Rep rep, int open, long lag) {}
