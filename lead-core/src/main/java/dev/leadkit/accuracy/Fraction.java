package dev.leadkit.accuracy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact ratio of two whole numbers in lowest terms, the sign in the numerator: two fractions are equal exactly when
 * they are the same number. Immutable and thread-safe.
 *
 * @param numerator the upper number, of any sign
 * @param denominator the lower number, above 0
 */
public record Fraction(BigInteger numerator, BigInteger denominator) {

    /**
     * Brings the ratio to lowest terms with a positive denominator.
     *
     * @param numerator the upper number, of any sign
     * @param denominator the lower number, of any sign but not 0
     * @throws IllegalArgumentException if the denominator is 0
     */
    public Fraction {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("denominator must be other than 0, was 0");
        }
        BigInteger divisor = numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    /**
     * The ratio of two numbers.
     *
     * @param numerator the upper number, of any sign
     * @param denominator the lower number, of any sign but not 0
     * @return the ratio in lowest terms
     * @throws IllegalArgumentException if the denominator is 0
     */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * The ratio as a decimal, rounded half to even.
     *
     * @param scale how many digits stand after the point, 0 or more
     * @return a decimal of exactly this scale
     * @throws IllegalArgumentException if the scale is below 0
     */
    public BigDecimal decimal(int scale) {
        if (scale < 0) {
            throw new IllegalArgumentException("scale must be 0 or more, was " + scale);
        }
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), scale, RoundingMode.HALF_EVEN);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
