package dev.leadkit.accuracy;

import java.math.BigDecimal;

/**
 * A range in which the true value is expected, both ends included. Immutable and thread-safe.
 *
 * @param low the lower end
 * @param high the upper end, not below the lower
 */
public record Interval(BigDecimal low, BigDecimal high) {

    /**
     * Checks the order of the ends.
     *
     * @param low the lower end
     * @param high the upper end
     * @throws IllegalArgumentException if the upper end is below the lower
     */
    public Interval {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("high must be at least low = " + low + ", was " + high);
        }
    }
}
