package dev.leadkit.examples.benchmarks.workload;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws places from 0 up, the place {@code n} with a chance in proportion to {@code 1 / (n + 1)}. Immutable. */
public final class Zipf {

    private final double[] upTo;

    /**
     * Makes the chances.
     *
     * @param places how many places, 1 or more
     */
    public Zipf(int places) {
        upTo = new double[places];
        double sum = 0;
        for (int place = 0; place < places; place++) {
            sum += 1.0 / (place + 1);
            upTo[place] = sum;
        }
    }

    /**
     * Draws.
     *
     * @param chance where chance comes from
     * @return the place
     */
    public int draw(SplittableRandom chance) {
        int found = Arrays.binarySearch(upTo, chance.nextDouble() * upTo[upTo.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found + 1, upTo.length - 1);
    }
}
