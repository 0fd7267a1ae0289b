package dev.leadkit.routing.engine;

/** The way of a plan to a proposal: by stages and a ranking, or by a host's strategy. For one thread. */
interface Proposer {

    /** Proposes at most so many, about the lead that the deliberation began; host code that fails leads to nobody. */
    void propose(Deliberation deliberation, Proposal proposal, int most);
}
