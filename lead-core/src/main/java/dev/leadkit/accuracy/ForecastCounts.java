package dev.leadkit.accuracy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes counted by the probability that was foretold for them: an accumulator that tells how far the probabilities
 * can be believed. Probabilities are whole millionths, so that counts of shards merge exactly in any grouping and order.
 * Mutable and not thread-safe.
 */
public final class ForecastCounts {

    /** The probability of what is certain, in the unit that probabilities are counted in. */
    public static final int CERTAIN = 1_000_000;

    /** How many digits stand after the point in a log loss. */
    public static final int SCALE = 6;

    private final OutcomeCounts counts = new OutcomeCounts();

    /** Starts with no counts. */
    public ForecastCounts() {}

    /**
     * Counts one outcome.
     *
     * @param millionths the probability that was foretold, in millionths, from 0 to {@value #CERTAIN}
     * @param positive whether it had the outcome
     * @throws IllegalArgumentException if the probability is out of its bounds
     */
    public void add(int millionths, boolean positive) {
        add(millionths, Outcomes.one(positive));
    }

    /**
     * Counts many outcomes of one probability, for example counts read back from storage.
     *
     * @param millionths the probability that was foretold, in millionths, from 0 to {@value #CERTAIN}
     * @param outcomes how many, 0 or more of both
     * @throws IllegalArgumentException if the probability is out of its bounds, or a count is below 0
     * @throws ArithmeticException if a count leaves the range of long; nothing has changed then
     */
    public void add(int millionths, Outcomes outcomes) {
        if (millionths < 0 || millionths > CERTAIN) {
            throw new IllegalArgumentException(
                    "probability must be from 0 to " + CERTAIN + " millionths, was " + millionths);
        }
        if (outcomes.hasNegativeCount()) {
            throw new IllegalArgumentException("outcomes must be 0 or more, were " + outcomes);
        }
        counts.add(millionths, outcomes);
    }

    /**
     * Adds all counts of another accumulator, which stays as it is.
     *
     * @param from what is added
     * @throws ArithmeticException if a count leaves the range of long; nothing has changed then
     */
    public void merge(ForecastCounts from) {
        counts.merge(from.counts);
    }

    /**
     * All of them together: how many were expected, how many came.
     *
     * @return the sums, nothing of nothing where nothing was counted
     */
    public Forecast total() {
        return forecast(counts.counts());
    }

    /**
     * The mean surprise: over all outcomes the mean of {@code -ln(p)}, {@code p} being the probability that was foretold
     * for what came. 0 is perfect, 0.693 is a coin. A probability of 0 or 1 counts as one millionth less sure, so that a
     * single mistake does not make it infinite.
     *
     * <p>Source: Good (1952), "Rational decisions".
     *
     * @return the mean, rounded half to even to {@value #SCALE} digits after the point, the same on every machine; empty
     *     without outcomes
     */
    public Optional<BigDecimal> logLoss() {
        double sum = 0;
        for (Map.Entry<Long, Outcomes> each : counts.counts().entrySet()) {
            double probability = (double) doubted(each.getKey()) / CERTAIN;
            sum -= each.getValue().positives() * StrictMath.log(probability)
                    + each.getValue().negatives() * StrictMath.log1p(-probability);
        }
        long all = counts.total().total();
        return all == 0
                ? Optional.empty()
                : Optional.of(new BigDecimal(sum / all).setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    /** What is certain, a millionth less sure. */
    static long doubted(long millionths) {
        return Math.max(1, Math.min(CERTAIN - 1, millionths));
    }

    /**
     * The mean squared distance between what was foretold and what came (1 or 0). 0 is perfect, 1/4 is a coin. Exact.
     *
     * <p>Source: Brier (1950), "Verification of forecasts expressed in terms of probability".
     *
     * @return a figure from 0 to 1; undefined ({@link Measure.Reason#EMPTY}) without outcomes
     */
    public Measure brier() {
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<Long, Outcomes> each : counts.counts().entrySet()) {
            long foretold = each.getKey();
            sum = sum.add(squares(CERTAIN - foretold, each.getValue().positives()))
                    .add(squares(foretold, each.getValue().negatives()));
        }
        BigInteger all = BigInteger.valueOf(counts.total().total());
        return all.signum() == 0
                ? new Measure.Undefined(Measure.Reason.EMPTY)
                : new Measure.Known(new Fraction(
                        sum, all.multiply(BigInteger.valueOf(CERTAIN).pow(2))));
    }

    private static BigInteger squares(long distance, long times) {
        return BigInteger.valueOf(distance).pow(2).multiply(BigInteger.valueOf(times));
    }

    /**
     * What was foretold beside what came, from the lowest probabilities to the highest, in groups of about equal size;
     * equal probabilities stay together.
     *
     * @param groups the most groups, at least 1
     * @return the groups that have outcomes, lowest first
     * @throws IllegalArgumentException if there are fewer groups than 1
     */
    public List<Forecast> calibration(int groups) {
        return Groups.of(counts.counts(), groups).stream()
                .map(ForecastCounts::forecast)
                .toList();
    }

    /**
     * The straight line from the log-odds that were foretold to those that came true, over all outcomes as they were counted, without
     * bins. Costs a few tens of walks over the different probabilities.
     *
     * @return slope, intercept and calibration-in-the-large, the same on every machine; each undefined where the outcomes do not
     *     determine it
     */
    public Recalibration recalibration() {
        return new LogisticLine(counts.counts()).fitted();
    }

    private static Forecast forecast(Map<Long, Outcomes> part) {
        BigInteger expected = BigInteger.ZERO;
        Outcomes sum = Outcomes.NONE;
        for (Map.Entry<Long, Outcomes> each : part.entrySet()) {
            long all = each.getValue().total();
            expected = expected.add(BigInteger.valueOf(each.getKey()).multiply(BigInteger.valueOf(all)));
            sum = sum.plus(each.getValue());
        }
        return new Forecast(
                new Fraction(expected, BigInteger.valueOf(CERTAIN)), new Proportion(sum.positives(), sum.total()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ForecastCounts that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return "ForecastCounts" + counts.counts();
    }
}
