package dev.leadkit.examples.benchmarks.contest;

/**
 * What a contender reached.
 *
 * @param name its name
 * @param nanos nanoseconds a lead
 * @param bytes bytes allocated a lead
 */
public record Standing(String name, double nanos, double bytes) {

    private static final String BETWEEN = "\t";

    /**
     * One line, to be handed from process to process.
     *
     * @return name, nanoseconds and bytes
     */
    public String line() {
        return String.join(BETWEEN, name, Double.toString(nanos), Double.toString(bytes));
    }

    /**
     * Reads a line.
     *
     * @param line what {@link #line} gave
     * @return the standing
     */
    public static Standing of(String line) {
        String[] parts = line.split(BETWEEN, -1);
        return new Standing(parts[0], Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
    }

    /**
     * The better of two.
     *
     * @param other another of the same contender
     * @return the one that took less time
     */
    public Standing best(Standing other) {
        return nanos <= other.nanos ? this : other;
    }
}
