package dev.leadkit.examples.benchmarks.suite;

/**
 * How long to measure.
 *
 * @param processes how many processes, one after the other, measure the same
 * @param warmups how often each process does it before it counts
 * @param rounds how often it does it then
 */
public record Effort(int processes, int warmups, int rounds) {

    /** A whole suite within five minutes. */
    public static final Effort QUICK = new Effort(1, 5, 10);
    /** For figures that are written down. */
    public static final Effort FULL = new Effort(3, 10, 20);
}
