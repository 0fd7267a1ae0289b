package dev.leadkit.scoring.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Exponential decay, {@code units * 2^(-age / halfLife)}, in integer arithmetic: the same bits everywhere.
 *
 * <p>Whole half-lives are a shift. The fraction of a half-life comes from a table of 1,024 steps in fixed point with 52
 * fractional bits, and between two steps from the straight line, which lies at most {@code (ln 2 / 1024)^2 / 8 < 5.8e-8} of
 * the value above the curve. The result is rounded to the nearest unit, halves toward zero, so that what happened a moment ago
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
    private static final long[] TABLE = table();

    private final long halfLife;
    private final long longestSeconds;

    /** A decay of a half-life from 1 millisecond to 36,525 days: {@link #table} and the line fit into a long for these. */
    Decay(Duration halfLife) {
        this.halfLife = halfLife.toMillis();
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
        long halves = millis / halfLife;
        if (halves >= NOTHING_LEFT) {
            return 0;
        }
        long left = product(Math.abs(units), fraction(millis % halfLife), FRACTION_BITS + (int) halves);
        return units < 0 ? -left : left;
    }

    /** The first age above one, in milliseconds, at which less is left; -1 if nothing is left to lose. */
    long nextChange(long units, Duration age) {
        long now = left(units, age);
        if (now == 0) {
            return -1;
        }
        long low = age.toMillis();
        long high = halfLife * NOTHING_LEFT;
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

    /** 2^(-rest / halfLife) with 52 fractional bits, for a rest of less than a half-life. */
    private long fraction(long rest) {
        long scaled = rest << STEP_BITS;
        int step = (int) (scaled / halfLife);
        long beyond = ((scaled % halfLife) << LINE_BITS) / halfLife;
        return TABLE[step] - (((TABLE[step] - TABLE[step + 1]) * beyond) >> LINE_BITS);
    }

    /** {@code a * b / 2^shift} to the nearest, halves down, over all 128 bits of the product; the result must fit. */
    private static long product(long a, long b, int shift) {
        long product = a * b;
        long low = product + belowHalf(shift);
        long carry = Long.compareUnsigned(low, product) < 0 ? 1 : 0;
        long high = Math.multiplyHigh(a, b) + belowHalf(shift - Long.SIZE) + carry;
        return shift < Long.SIZE ? (high << (Long.SIZE - shift)) | (low >>> shift) : high >>> (shift - Long.SIZE);
    }

    /** One word of {@code 2^(shift-1) - 1}, for a shift counted from the word's lowest bit. */
    private static long belowHalf(int shift) {
        if (shift < 1) {
            return 0;
        }
        return shift > Long.SIZE ? -1 : (1L << (shift - 1)) - 1;
    }
}
