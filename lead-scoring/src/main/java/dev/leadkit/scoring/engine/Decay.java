package dev.leadkit.scoring.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Exponential decay, {@code units * 2^(-age / halfLife)}, in integer arithmetic: the same bits everywhere.
 *
 * <p>Whole half-lives are a shift. The fraction of a half-life comes from a table of 1,024 steps in fixed point with 52
 * fractional bits, and between two steps from the straight line, which lies at most {@code (ln 2 / 1024)^2 / 8 < 5.8e-8} of
 * the value above the curve. The age in half-lives is a multiplication by the reciprocal, rounded up, which is exact for whole
 * half-lives and elsewhere at most one part in 2^30 too great. The result is rounded to the nearest unit, halves toward zero, so that what happened a moment ago
 * is worth its points and a grade at their sum can be reached. It therefore differs from the formula by at most
 * {@code 0.5 + 6e-8 * |units|} units (a unit is a thousandth of a point), apart from ages being counted in whole
 * milliseconds. Its magnitude never grows with age and reaches exactly 0 after at most 64 half-lives. Immutable.
 */
final class Decay {

    private static final int FRACTION_BITS = 52;
    private static final int STEP_BITS = 10;
    private static final int LINE_BITS = 20;
    private static final int STEPS = 1 << STEP_BITS;
    private static final int NOTHING_LEFT = 64;
    private static final int HALF_WORD = 32;
    private static final long[] TABLE = table();

    /** The age at which nothing is left, in milliseconds. */
    private final long end;

    /** An age in half-lives, with 30 fractional bits, is the high word of this times the age, shifted left by the scale. */
    private final long reciprocal;

    private final int scale;
    private final long longestSeconds;

    /** A decay of a half-life from 1 millisecond to 36,525 days: {@link #table} and the line fit into a long for these. */
    Decay(Duration halfLife) {
        long millis = halfLife.toMillis();
        this.end = millis * NOTHING_LEFT;
        this.scale = Math.max(0, HALF_WORD - (Long.SIZE - Long.numberOfLeadingZeros(millis - 1)));
        BigInteger dividend = BigInteger.ONE.shiftLeft(Long.SIZE + STEP_BITS + LINE_BITS - scale);
        BigInteger divisor = BigInteger.valueOf(millis);
        this.reciprocal =
                dividend.add(divisor.subtract(BigInteger.ONE)).divide(divisor).longValueExact();
        this.longestSeconds = Math.multiplyExact(halfLife.toSeconds() + 1, NOTHING_LEFT);
    }

    private static long[] table() {
        MathContext digits = new MathContext(50, RoundingMode.HALF_EVEN);
        BigDecimal step = new BigDecimal("0.5");
        for (int i = 0; i < STEP_BITS; i++) {
            step = step.sqrt(digits);
        }
        long[] table = new long[STEPS + 1];
        BigDecimal value = BigDecimal.valueOf(1L << FRACTION_BITS);
        for (int i = 0; i < STEPS; i++) {
            table[i] = value.longValue();
            value = value.multiply(step, digits);
        }
        table[STEPS] = 1L << (FRACTION_BITS - 1);
        return table;
    }

    /**
     * What is left.
     *
     * @param units what was there at age zero; its magnitude below 2^62
     * @param age the age, not negative
     */
    long left(long units, Duration age) {
        return age.toSeconds() > longestSeconds ? 0 : left(units, age.toMillis());
    }

    /**
     * What is left.
     *
     * @param units what was there at age zero; its magnitude below 2^62
     * @param millis the age in milliseconds, not negative
     */
    long left(long units, long millis) {
        if (millis >= end) {
            return 0;
        }
        long passed = Math.multiplyHigh(millis << scale, reciprocal);
        int halves = (int) (passed >>> (STEP_BITS + LINE_BITS));
        long left = product(Math.abs(units), fraction(passed), FRACTION_BITS + halves);
        return units < 0 ? -left : left;
    }

    /** The first age above one, in milliseconds, at which less is left; -1 if nothing is left to lose. */
    long nextChange(long units, Duration age) {
        long now = left(units, age);
        if (now == 0) {
            return -1;
        }
        long low = age.toMillis();
        long high = end;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (left(units, middle) == now) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** 2^(-passed) with 52 fractional bits, for the part of a half-life that has passed beyond the whole ones. */
    private static long fraction(long passed) {
        int step = (int) (passed >>> LINE_BITS) & (STEPS - 1);
        long beyond = passed & ((1L << LINE_BITS) - 1);
        return TABLE[step] - (((TABLE[step] - TABLE[step + 1]) * beyond) >> LINE_BITS);
    }

    /** {@code a * b / 2^shift} to the nearest, halves down, over all 128 bits of the product; the result must fit. */
    private static long product(long a, long b, int shift) {
        long low = a * b;
        long high = Math.multiplyHigh(a, b);
        if (shift >= Long.SIZE) {
            return upper(high, low, shift - Long.SIZE);
        }
        long rounded = low + (1L << (shift - 1)) - 1;
        long carry = (low & ~rounded) >>> (Long.SIZE - 1);
        return ((high + carry) << (Long.SIZE - shift)) | (rounded >>> shift);
    }

    /** The same where only the upper word is left; the lower one decides whether that is beyond a half. */
    private static long upper(long high, long low, int shift) {
        if (shift == 0) {
            return high + (Long.compareUnsigned(low, Long.MIN_VALUE) > 0 ? 1 : 0);
        }
        long carry = low == 0 ? 0 : 1;
        return (high + (1L << (shift - 1)) - 1 + carry) >>> shift;
    }
}
