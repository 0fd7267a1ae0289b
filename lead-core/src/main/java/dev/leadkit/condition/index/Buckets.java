package dev.leadkit.condition.index;

/**
 * Tells how many of some ascending numbers are less than another one. Numbers are sorted into buckets by the leading bits of their order;
 * most buckets hold two at most, which takes no branch that depends on the number that is asked about: numbers are compared by whole numbers of the
 * same order, whose difference has the answer in its sign. Immutable.
 */
final class Buckets {

    /** How many NaN, than which nothing is less, must stand behind the numbers. */
    static final int BEHIND = 2;

    private static final long FOR_EACH = 8;

    /** So many bits are given up for buckets, so that no difference is beyond a long. */
    private static final int SPARE = 2;

    /** The order of each number; behind them that of none. */
    private final long[] order;

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
        this.order = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            order[i] = Double.isNaN(numbers[i]) ? Long.MAX_VALUE : order(numbers[i]);
        }
        this.least = size == 0 ? 0 : order[0] >> SPARE;
        long span = size == 0 ? 0 : (order[size - 1] >> SPARE) - least;
        this.shift = Long.SIZE - Long.numberOfLeadingZeros(span / (FOR_EACH * size + 1));
        this.before = new int[(int) (span >>> shift) + 2];
        for (int i = 0; i < size; i++) {
            before[bucket(order[i]) + 1]++;
        }
        for (int i = 1; i < before.length; i++) {
            before[i] += before[i - 1];
        }
    }

    /** Greater for greater numbers, the same for both zeros. */
    private static long order(double number) {
        long bits = Double.doubleToRawLongBits(number + 0.0);
        return bits ^ ((bits >> (Long.SIZE - 1)) & Long.MAX_VALUE);
    }

    private int bucket(long asked) {
        long at = ((asked >> SPARE) - least) >> shift;
        return (int) Math.max(0, Math.min(at, before.length - 2));
    }

    /** 1 if one is less than the other, 0 if not; without a branch, and though their difference may be too great (Warren 2012, section 2-12). */
    private static int less(long one, long other) {
        return (int) (((one & ~other) | (~(one ^ other) & (one - other))) >>> (Long.SIZE - 1));
    }

    /** How many of the numbers are less than this one, which must be one. */
    int below(double number) {
        return below(order(number));
    }

    private int below(long asked) {
        long[] all = order;
        int bucket = bucket(asked);
        int from = before[bucket];
        int length = before[bucket + 1] - from;
        while (length > BEHIND) {
            int half = length >>> 1;
            from += half * less(all[from + half - 1], asked);
            length -= half;
        }
        return from + less(all[from], asked) + less(all[from + 1], asked);
    }

    /** Twice as many as are less than this number, and one more if the next one is equal to it. */
    int place(double number) {
        long asked = order(number);
        int below = below(asked);
        long difference = order[below] ^ asked;
        return 2 * below + 1 - (int) ((difference | -difference) >>> (Long.SIZE - 1));
    }
}
