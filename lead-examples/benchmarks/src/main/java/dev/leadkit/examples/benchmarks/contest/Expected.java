package dev.leadkit.examples.benchmarks.contest;

/** The totals that every contender must give. Immutable. */
public final class Expected {

    private final long[] upTo;

    private Expected(long... upTo) {
        this.upTo = upTo;
    }

    /**
     * Takes the totals from one contender.
     *
     * @param reference whose totals count
     * @param leads how many leads there are
     * @return what the others must give
     */
    public static Expected of(Lane reference, int leads) {
        long[] upTo = new long[leads + 1];
        for (int i = 0; i < leads; i++) {
            upTo[i + 1] = upTo[i] + reference.sum(i, i + 1);
        }
        return new Expected(upTo);
    }

    /**
     * How many leads there are.
     *
     * @return the number
     */
    public int leads() {
        return upTo.length - 1;
    }

    /** The sum of the totals of a range. */
    long sum(int from, int to) {
        return upTo[to] - upTo[from];
    }

    /**
     * Compares the totals of all leads.
     *
     * @param name whose they are
     * @param lane gives them
     * @throws IllegalStateException if one is different: the message has the first and how many are
     */
    public void check(String name, Lane lane) {
        int different = 0;
        String first = "";
        for (int i = 0; i < leads(); i++) {
            long total = lane.sum(i, i + 1);
            if (total != sum(i, i + 1)) {
                first = different == 0 ? "lead " + i + " must be " + sum(i, i + 1) + ", was " + total : first;
                different++;
            }
        }
        if (different > 0) {
            throw new IllegalStateException(
                    name + " gives " + different + " of " + leads() + " leads another total; " + first);
        }
    }
}
