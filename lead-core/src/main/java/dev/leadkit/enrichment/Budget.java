package dev.leadkit.enrichment;

/**
 * How many more calls may be paid for. A call is taken before it is made, so that two workers never pay for more than there
 * is. An implementation must be safe for use by many threads; what it throws is contained, and the call is not made.
 */
public interface Budget {

    /**
     * Takes one call.
     *
     * @param provider the provider's name
     * @return true if it was taken; false if nothing is left
     */
    boolean take(String provider);

    /**
     * Gives back a call that was taken and cost nothing: the provider had no credit, or was not available.
     *
     * @param provider the provider's name
     */
    void giveBack(String provider);

    /**
     * A budget without end.
     *
     * @return a budget that has always one call more
     */
    static Budget unlimited() {
        return new CountedBudget(Long.MAX_VALUE);
    }

    /**
     * A number of calls, for all providers together, counted in memory.
     *
     * @param calls how many, from 0 up
     * @return a new budget, thread-safe
     * @throws IllegalArgumentException if it is negative
     */
    static Budget of(long calls) {
        if (calls < 0) {
            throw new IllegalArgumentException("budget must be from 0 up, was " + calls);
        }
        return new CountedBudget(calls);
    }
}
