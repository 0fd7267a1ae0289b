package dev.leadkit.metrics.fold;

import java.time.Duration;

/**
 * Puts durations into buckets that keep two significant digits: below 256 s every second is a bucket of its own; from there each
 * doubling is split into 128 buckets of equal width. A bucket is named by its lower end in seconds, which is at most 0.8 % below
 * any duration in it. There are fewer than 7,300 buckets in all. Stateless and thread-safe.
 *
 * <p>Source: the log-linear layout of HdrHistogram, with two significant digits.
 */
public final class DurationBuckets {

    private static final int KEPT_BITS = 8;

    private DurationBuckets() {}

    /**
     * The bucket of a duration.
     *
     * @param duration a duration of 0 or more; parts of a second are cut off
     * @return the lower end of its bucket in seconds
     * @throws IllegalArgumentException if the duration is below 0
     */
    public static long of(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must be 0 or more, was " + duration);
        }
        return of(duration.toSeconds());
    }

    /**
     * The bucket of a duration in whole seconds.
     *
     * @param seconds 0 or more
     * @return the lower end of its bucket in seconds
     */
    public static long of(long seconds) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(seconds);
        int cut = Math.max(0, bits - KEPT_BITS);
        return seconds >>> cut << cut;
    }
}
