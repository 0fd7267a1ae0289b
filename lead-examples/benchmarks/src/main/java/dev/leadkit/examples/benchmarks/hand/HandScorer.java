package dev.leadkit.examples.benchmarks.hand;

/** What the generated code is: one set of rules, for one thread. */
interface HandScorer {

    /** The total in thousandths of a point. */
    long total(Prospect lead);

    /** Scores all leads of a range, so that the loop around the code belongs to it alone. */
    long sum(Prospect[] leads, int from, int to);
}
