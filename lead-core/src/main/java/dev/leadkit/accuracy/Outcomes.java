package dev.leadkit.accuracy;

/**
 * How many had the outcome and how many had not. Counts are signed, so that a retraction can be held before what it
 * retracts has arrived. Immutable and thread-safe.
 *
 * @param positives how many had the outcome; below 0 when more was retracted than added
 * @param negatives how many had it not; below 0 when more was retracted than added
 */
public record Outcomes(long positives, long negatives) {

    static final Outcomes NONE = new Outcomes(0, 0);

    static Outcomes one(boolean positive) {
        return positive ? new Outcomes(1, 0) : new Outcomes(0, 1);
    }

    /**
     * Both counts together.
     *
     * @return the sum of positives and negatives
     * @throws ArithmeticException if the sum leaves the range of long
     */
    public long total() {
        return Math.addExact(positives, negatives);
    }

    /**
     * The sums of both counts, each by itself.
     *
     * @param other what is added
     * @return the sums
     * @throws ArithmeticException if a sum leaves the range of long
     */
    public Outcomes plus(Outcomes other) {
        return new Outcomes(Math.addExact(positives, other.positives), Math.addExact(negatives, other.negatives));
    }

    /**
     * What undoes these outcomes when added.
     *
     * @return both counts with the sign turned
     * @throws ArithmeticException if a count is {@link Long#MIN_VALUE}
     */
    public Outcomes negated() {
        return new Outcomes(Math.negateExact(positives), Math.negateExact(negatives));
    }

    boolean hasNegativeCount() {
        return positives < 0 || negatives < 0;
    }
}
