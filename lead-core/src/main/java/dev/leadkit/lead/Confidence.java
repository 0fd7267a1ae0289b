package dev.leadkit.lead;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of what a model could give could be judged for a lead: a rule that asks for data which nobody knows earns
 * nothing, and lowers the confidence instead of passing for a fact.
 *
 * @param judged the points, regardless of sign, that hang on rules which could be judged; from zero to the reachable
 * @param reachable the points, regardless of sign, that hang on all rules; zero where a scorer does not say
 */
public record Confidence(Points judged, Points reachable) {

    /** Nothing was in doubt: there is nothing to judge, or the scorer does not say. */
    public static final Confidence FULL = new Confidence(Points.ZERO, Points.ZERO);

    private static final int DECIMALS = 3;

    /**
     * Makes a confidence.
     *
     * @param judged the points that could be judged
     * @param reachable all points
     * @throws IllegalArgumentException unless {@code 0 <= judged <= reachable}
     */
    public Confidence {
        if (judged.units() < 0 || judged.compareTo(reachable) > 0) {
            throw new IllegalArgumentException(
                    "judged points must be from 0 to the reachable " + reachable + ", was " + judged);
        }
    }

    /**
     * The judged share of the reachable points.
     *
     * @return from 0 to 1 with three decimals, rounded down, so that 1 means everything; 1 where nothing is reachable
     */
    public BigDecimal share() {
        return reachable.units() == 0
                ? BigDecimal.ONE.setScale(DECIMALS)
                : judged.toBigDecimal().divide(reachable.toBigDecimal(), DECIMALS, RoundingMode.DOWN);
    }

    /** The share as a decimal, such as {@code 0.75}, or {@code 1}. */
    @Override
    public String toString() {
        BigDecimal share = share();
        return share.signum() == 0 ? "0" : share.stripTrailingZeros().toPlainString();
    }
}
