package dev.leadkit.examples.benchmarks.workload;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws places from 0 up, the place {@code n} with a chance in proportion to {@code 1 / (n + 1)}. Immutable. */
final class Zipf {

    private final double[] upTo;

    Zipf(int places) {
        upTo = new double[places];
        double sum = 0;
        for (int place = 0; place < places; place++) {
            sum += 1.0 / (place + 1);
            upTo[place] = sum;
        }
    }

    int draw(SplittableRandom chance) {
        int found = Arrays.binarySearch(upTo, chance.nextDouble() * upTo[upTo.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found + 1, upTo.length - 1);
    }
}
