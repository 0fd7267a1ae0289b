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

    /** The 97.5 % point of the standard normal distribution: so many standard errors make a 95 % interval on both sides. */
    public static final BigDecimal Z = new BigDecimal("1.959963984540054");

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

    /**
     * The range that holds the true difference of two rates, this one's less the other's, with 95 % confidence, if the trials of
     * both are independent. With the rates {@code p1}, {@code p2} and their {@link #wilson95 Wilson} ends {@code l} and {@code u}:
     * from {@code p1 - p2 - sqrt((p1 - l1)^2 + (u2 - p2)^2)} to {@code p1 - p2 + sqrt((u1 - p1)^2 + (p2 - l2)^2)}, computed with 34
     * digits. It never leaves -1 to 1.
     *
     * <p>Source: Newcombe (1998), "Interval estimation for the difference between independent proportions: comparison of eleven
     * methods", method 10.
     *
     * @param other the rate that is taken away
     * @return the interval, both ends from -1 to 1 and rounded half to even to {@value #INTERVAL_SCALE} digits after the point;
     *     empty if either has no trials
     */
    public Optional<Interval> newcombe95(Proportion other) {
        return trials == 0 || other.trials == 0 ? Optional.empty() : Optional.of(newcombe(other));
    }

    private Interval newcombe(Proportion other) {
        BigDecimal difference = exactRate().subtract(other.exactRate());
        BigDecimal down = distance(exactRate().subtract(end(-1)), other.end(1).subtract(other.exactRate()));
        BigDecimal up = distance(end(1).subtract(exactRate()), other.exactRate().subtract(other.end(-1)));
        return new Interval(rounded(difference.subtract(down)), rounded(difference.add(up)));
    }

    private static BigDecimal distance(BigDecimal one, BigDecimal other) {
        return one.pow(2).add(other.pow(2)).sqrt(MathContext.DECIMAL128);
    }

    private BigDecimal exactRate() {
        return BigDecimal.valueOf(successes).divide(BigDecimal.valueOf(trials), MathContext.DECIMAL128);
    }

    private Interval wilson() {
        return new Interval(rounded(end(-1)), rounded(end(1)));
    }

    /** The lower end of Wilson's interval for -1, the upper one for 1. */
    private BigDecimal end(int side) {
        MathContext digits = MathContext.DECIMAL128;
        BigDecimal weight = BigDecimal.valueOf(trials).add(Z_SQUARED);
        BigDecimal middle = BigDecimal.valueOf(successes).add(half(Z_SQUARED));
        BigDecimal reach =
                Z.multiply(variance(digits).add(half(half(Z_SQUARED))).sqrt(digits));
        return middle.add(reach.multiply(BigDecimal.valueOf(side))).divide(weight, digits);
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
