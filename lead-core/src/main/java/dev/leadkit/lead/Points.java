package dev.leadkit.lead;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number of score points, exact to a thousandth of a point. Sums do not depend on order, machine or compiler. Every
 * operation throws {@link ArithmeticException} rather than overflow (beyond about 9.2 * 10<sup>15</sup> points).
 *
 * @param units thousandths of a point; may be negative
 */
public record Points(long units) implements Comparable<Points> {

    /** How many units make one point. */
    public static final int UNITS_PER_POINT = 1_000;

    /** No points. */
    public static final Points ZERO = new Points(0);

    private static final int SCALE = 3;

    /**
     * A whole number of points.
     *
     * @param points how many; may be negative
     * @return that many points
     */
    public static Points of(long points) {
        return new Points(Math.multiplyExact(points, UNITS_PER_POINT));
    }

    /**
     * A decimal number of points.
     *
     * @param points how many, with at most three decimals
     * @return exactly that many points
     * @throws ArithmeticException if there are more decimals, or the number is out of range
     */
    public static Points of(BigDecimal points) {
        return new Points(
                points.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
    }

    /**
     * The sum.
     *
     * @param other what to add
     * @return this and the other together
     */
    public Points plus(Points other) {
        return new Points(Math.addExact(units, other.units));
    }

    /**
     * The difference.
     *
     * @param other what to take away
     * @return this without the other
     */
    public Points minus(Points other) {
        return new Points(Math.subtractExact(units, other.units));
    }

    /**
     * The same number as a decimal.
     *
     * @return exactly these points, with three decimals
     */
    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(units, SCALE);
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(units, other.units);
    }

    /** The points as a plain decimal without superfluous zeros: {@code 12.5}, {@code -3}, {@code 0}. */
    @Override
    public String toString() {
        return units == 0 ? "0" : toBigDecimal().stripTrailingZeros().toPlainString();
    }
}
