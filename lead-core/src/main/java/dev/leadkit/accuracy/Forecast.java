package dev.leadkit.accuracy;

import java.math.BigInteger;

/**
 * What was foretold for some outcomes, and what came true of it. Immutable and thread-safe.
 *
 * @param expected how many were expected to have the outcome: the sum of their probabilities
 * @param outcomes how many had it, of how many
 */
public record Forecast(Fraction expected, Proportion outcomes) {

    /**
     * The mean probability that was foretold.
     *
     * @return a figure from 0 to 1; undefined ({@link Measure.Reason#EMPTY}) without outcomes
     */
    public Measure mean() {
        return outcomes.trials() == 0
                ? new Measure.Undefined(Measure.Reason.EMPTY)
                : new Measure.Known(new Fraction(
                        expected.numerator(), expected.denominator().multiply(BigInteger.valueOf(outcomes.trials()))));
    }
}
