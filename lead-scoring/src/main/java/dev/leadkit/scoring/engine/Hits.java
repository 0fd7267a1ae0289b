package dev.leadkit.scoring.engine;

/** Is told what the rules give. */
@FunctionalInterface
interface Hits {

    /** A rule gives these units, before its own limits; told at most once for a rule, and never zero. */
    void add(int rule, long units);
}
