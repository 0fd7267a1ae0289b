package dev.leadkit.metrics.funnel;

import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.DurationBuckets;
import java.util.function.LongPredicate;

/** A bucket of durations and the step of time at which a window is over, in one key. */
final class DurationCell {

    private static final int BUCKETS = 1 << 13;
    private static final int EXACT = 256;
    private static final int PER_DOUBLING = 128;
    private static final int KEPT_BITS = 8;

    private DurationCell() {}

    static long of(long seconds, long over) {
        return over * BUCKETS + place(DurationBuckets.of(seconds));
    }

    /** The number of a bucket among all, from 0. */
    static long place(long lowerEnd) {
        if (lowerEnd < EXACT) {
            return lowerEnd;
        }
        int cut = Long.SIZE - Long.numberOfLeadingZeros(lowerEnd) - KEPT_BITS;
        return (long) cut * PER_DOUBLING + (lowerEnd >>> cut);
    }

    static long lowerEnd(long place) {
        if (place < EXACT) {
            return place;
        }
        long cut = place / PER_DOUBLING - 1;
        return (place - cut * PER_DOUBLING) << cut;
    }

    /** The buckets of a part whose window is over as wanted, each by its lower end. */
    static Counts buckets(Counts counts, int part, LongPredicate wanted) {
        Counts buckets = new Counts();
        for (long key : counts.keys(part)) {
            if (wanted.test(Math.floorDiv(key, BUCKETS))) {
                buckets.add(0, lowerEnd(Math.floorMod(key, (long) BUCKETS)), counts.count(part, key));
            }
        }
        return buckets;
    }
}
