package dev.leadkit.condition.index;

/**
 * Tells how many of some ascending numbers are less than another one. Numbers are sorted into buckets by the leading bits of their order;
 * most buckets hold two at most, which takes no branch that depends on the number that is asked about. Immutable.
 */
final class Buckets {

    /** How many NaN, than which nothing is less, must stand behind the numbers. */
    static final int BEHIND = 2;

    private static final long FOR_EACH = 8;

    private final double[] numbers;
    private final long least;
    private final int shift;

    /** How many numbers stand before each bucket, and behind the last. */
    private final int[] before;

    /**
     * Sorts numbers into buckets.
     *
     * @param numbers ascending, {@value #BEHIND} NaN behind them
     * @param size how many there are without these
     */
    Buckets(double[] numbers, int size) {
        this.numbers = numbers;
        this.least = size == 0 ? 0 : rank(numbers[0]);
        long span = size == 0 ? 0 : rank(numbers[size - 1]) - least;
        this.shift = Long.SIZE - Long.numberOfLeadingZeros(span / (FOR_EACH * size + 1));
        this.before = new int[(int) (span >>> shift) + 2];
        for (int i = 0; i < size; i++) {
            before[bucket(numbers[i]) + 1]++;
        }
        for (int i = 1; i < before.length; i++) {
            before[i] += before[i - 1];
        }
    }

    /** Greater for greater numbers, the same for both zeros; two bits are given up so that no difference is beyond a long. */
    private static long rank(double number) {
        long bits = Double.doubleToRawLongBits(number + 0.0);
        return (bits ^ ((bits >> (Long.SIZE - 1)) & Long.MAX_VALUE)) >> 2;
    }

    private int bucket(double number) {
        long at = (rank(number) - least) >> shift;
        return (int) Math.max(0, Math.min(at, before.length - 2));
    }

    /** How many of the numbers are less than this one, which must be one. */
    int below(double number) {
        double[] all = numbers;
        int bucket = bucket(number);
        int from = before[bucket];
        int length = before[bucket + 1] - from;
        while (length > BEHIND) {
            int half = length >>> 1;
            from += all[from + half - 1] < number ? half : 0;
            length -= half;
        }
        return from + (all[from] < number ? 1 : 0) + (all[from + 1] < number ? 1 : 0);
    }
}
