package dev.leadkit.examples.benchmarks.contest;

/**
 * A contender that is ready to score the leads of a workload. For one thread. Each has a loop of its own, so that what the compiler learns about one
 * does not cost another.
 */
@FunctionalInterface
public interface Lane {

    /**
     * Scores leads, one after the other.
     *
     * @param from the first
     * @param to behind the last
     * @return the sum of their totals, in thousandths of a point
     */
    long sum(int from, int to);
}
