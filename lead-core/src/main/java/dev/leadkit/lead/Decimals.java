package dev.leadkit.lead;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimals of floating-point numbers. */
public final class Decimals {

    /** So many digits tell every double from every other. */
    private static final int MOST_DIGITS = 17;

    /** No two decimals of so many digits are one double, so that one of them is the shortest; not so near to zero. */
    private static final int SURELY_SHORTEST = 15;

    private Decimals() {}

    /**
     * The shortest decimal that is read as this number. {@link Double#toString} and {@link BigDecimal#valueOf(double)} of a
     * JDK before 19 give a longer one for some numbers (JDK-4511638): {@code 9.999999999999999E22} for {@code 1e23}. This gives
     * the same on every JDK.
     *
     * @param number a finite number
     * @return the decimal of fewest digits that {@link BigDecimal#doubleValue} turns into this number; of those of as many digits,
     *     the nearest; with no zeros at its end behind the point; zero for negative zero
     * @throws NumberFormatException if the number is infinite or not a number
     */
    public static BigDecimal shortest(double number) {
        BigDecimal usual = plain(BigDecimal.valueOf(number));
        if (usual.precision() <= SURELY_SHORTEST && Math.abs(number) >= Double.MIN_NORMAL) {
            return usual;
        }
        BigDecimal exact = new BigDecimal(number);
        int digits = 1;
        BigDecimal rounded = rounded(exact, digits);
        while (digits < MOST_DIGITS && rounded.doubleValue() != number) {
            digits++;
            rounded = rounded(exact, digits);
        }
        return plain(rounded);
    }

    private static BigDecimal rounded(BigDecimal exact, int digits) {
        return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    /** Without superfluous zeros behind the point, and without an exponent. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.setScale(Math.max(0, bare.scale()));
    }
}
