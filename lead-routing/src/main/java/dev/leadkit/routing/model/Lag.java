package dev.leadkit.routing.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The unit in which shares of leads are counted. A whole lead is the least common multiple of 1 to 36, so that in a pool
 * with a total weight up to 36 every share is a whole number of units; in any other pool the shares are rounded by at most
 * one unit and still add up to one lead. A {@code long} holds some 60,000 leads of it.
 */
public final class Lag {

    /** One lead. */
    public static final long ONE_LEAD = 144_403_552_893_600L;

    private Lag() {}

    /**
     * Divides an amount in proportion to weights, in whole units that add up to it exactly: each part is rounded down, and of the
     * units that are left the first ones get one each.
     *
     * @param units the amount; may be negative
     * @param weights the weights, each more than 0, all together at most {@link Integer#MAX_VALUE}; at least one
     * @return a part for each weight
     * @throws IllegalArgumentException if there is no weight, or one is not more than 0
     */
    public static long[] parts(long units, int... weights) {
        long total = 0;
        for (int weight : weights) {
            if (weight < 1) {
                throw new IllegalArgumentException("weight must be more than 0, was " + weight);
            }
            total += weight;
        }
        if (total < 1 || total > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("weights must add up to 1 to " + Integer.MAX_VALUE + ", were " + total);
        }
        return parts(units, total, weights);
    }

    /** A part is units * weight / total; taken apart, so that no product is too large for a long. */
    private static long[] parts(long units, long total, int... weights) {
        long whole = Math.floorDiv(units, total);
        long rest = Math.floorMod(units, total);
        long[] parts = new long[weights.length];
        long left = units;
        for (int i = 0; i < weights.length; i++) {
            parts[i] = whole * weights[i] + rest * weights[i] / total;
            left -= parts[i];
        }
        for (int i = 0; i < left; i++) {
            parts[i]++;
        }
        return parts;
    }

    /**
     * Puts an amount into words.
     *
     * @param units the amount
     * @return leads with three decimals, such as {@code 0.333}; no sign other than a leading minus
     */
    public static String words(long units) {
        return BigDecimal.valueOf(units)
                .divide(BigDecimal.valueOf(ONE_LEAD), 3, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
