package dev.leadkit.condition.index;

/** When the interactions of a lead were, by the filters that they pass. Filters that none passes take no part. */
interface Moments {

    /** Nanoseconds beyond whole microseconds where there are none. */
    short[] WHOLE = {};

    /** How many filters some interaction passes. */
    int size();

    /** One of these filters, by its place among them. */
    int filter(int place);

    /** Has somebody look at the interactions that pass it. */
    void show(int place, Ages ages);
}
