package dev.leadkit.routing.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The unit in which shares of leads are counted. A whole lead is the least common multiple of 1 to 36, so that in a pool
 * with a total weight up to 36 every share is a whole number of units; in any other pool the shares are rounded by less than
 * one unit and still add up to one lead. A {@code long} holds some 60,000 leads of it.
 */
public final class Lag {

    /** One lead. */
    public static final long ONE_LEAD = 144_403_552_893_600L;

    private Lag() {}

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
