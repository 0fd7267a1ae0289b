package dev.leadkit.accuracy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A rate with the counts that it came from, for example 1729 converted of 4551 captured. Immutable and thread-safe.
 *
 * @param successes how many had the outcome, from 0 to the number of trials
 * @param trials how many could have had it, 0 or more
 */
public record Proportion(long successes, long trials) {

    /** How many digits stand after the point in the ends of an interval. */
    public static final int INTERVAL_SCALE = 6;

    // The 97.5 % point of the standard normal distribution.
    static final BigDecimal Z = new BigDecimal("1.959963984540054");
    private static final BigDecimal Z_SQUARED = Z.multiply(Z);

    /**
     * Checks the counts.
     *
     * @param successes how many had the outcome
     * @param trials how many could have had it
     * @throws IllegalArgumentException if the successes are not from 0 to the trials
     */
    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException("successes must be from 0 to trials = " + trials + ", was " + successes);
        }
    }

    /**
     * Successes over trials.
     *
     * @return a figure from 0 to 1; undefined ({@link Measure.Reason#EMPTY}) without trials
     */
    public Measure rate() {
        return trials == 0
                ? new Measure.Undefined(Measure.Reason.EMPTY)
                : new Measure.Known(Fraction.of(successes, trials));
    }

    /**
     * The range that holds the true rate with 95 % confidence, if each trial had the same chance independently of the
     * others. With {@code s} successes, {@code n} trials and {@code z = 1.959963984540054}: the middle is
     * {@code (s + z^2 / 2) / (n + z^2)} and half the width is
     * {@code z / (n + z^2) * sqrt(s * (n - s) / n + z^2 / 4)}, computed with
     * 34 digits. Unlike the textbook interval it never leaves 0 to 1 and has a width at 0 and at all successes.
     *
     * <p>Source: Wilson (1927), "Probable inference, the law of succession, and statistical inference"; the score
     * interval without continuity correction.
     *
     * @return the interval, both ends from 0 to 1 and rounded half to even to {@value #INTERVAL_SCALE} digits after the
     *     point; empty without trials
     */
    public Optional<Interval> wilson95() {
        return trials == 0 ? Optional.empty() : Optional.of(wilson());
    }

    private Interval wilson() {
        MathContext digits = MathContext.DECIMAL128;
        BigDecimal weight = BigDecimal.valueOf(trials).add(Z_SQUARED);
        BigDecimal middle = BigDecimal.valueOf(successes).add(half(Z_SQUARED));
        BigDecimal reach =
                Z.multiply(variance(digits).add(half(half(Z_SQUARED))).sqrt(digits));
        return new Interval(
                rounded(middle.subtract(reach).divide(weight, digits)),
                rounded(middle.add(reach).divide(weight, digits)));
    }

    private BigDecimal variance(MathContext digits) {
        BigDecimal failures = BigDecimal.valueOf(trials - successes);
        return BigDecimal.valueOf(successes).multiply(failures).divide(BigDecimal.valueOf(trials), digits);
    }

    private static BigDecimal half(BigDecimal number) {
        return number.multiply(new BigDecimal("0.5"));
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.setScale(INTERVAL_SCALE, RoundingMode.HALF_EVEN);
    }
}
