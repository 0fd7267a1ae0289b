package dev.leadkit.examples.benchmarks.metrics;

import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * How often something is done before it counts, and how often then.
 *
 * @param warmups before it counts
 * @param counted then, at least once
 */
record Rounds(int warmups, int counted) {

    static Rounds of(String... arguments) {
        return new Rounds(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    }

    /** The median of the seconds. */
    double seconds(Callable<?> what) throws Exception {
        double[] seconds = new double[counted];
        for (int i = -warmups; i < counted; i++) {
            long start = System.nanoTime();
            what.call();
            double took = (System.nanoTime() - start) / 1e9;
            System.err.printf("%s %.3f s%n", i < 0 ? "warm-up" : "round", took);
            seconds[Math.max(0, i)] = took;
        }
        Arrays.sort(seconds);
        return seconds[counted / 2];
    }
}
