package dev.leadkit.routing.engine;

/** The way of a plan to a proposal: by stages and a ranking, or by a host's strategy. */
interface Proposer {

    /** Proposes at most so many; host code that fails leads to nobody, with the reason. */
    Proposal propose(Deliberation deliberation, int most);
}
