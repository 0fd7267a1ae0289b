package dev.leadkit.metrics.score;

import dev.leadkit.accuracy.Fraction;
import dev.leadkit.accuracy.OutcomeCounts;
import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.accuracy.Recalibration;
import dev.leadkit.accuracy.StabilityIndex;
import dev.leadkit.lead.Points;
import dev.leadkit.metrics.fold.KpiResult;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of {@link ScoreAccuracy}.
 *
 * @param auc the area under the ROC curve, from 0 to 1, with its interval
 * @param lift the lift in the top decile, from 0 to 10
 * @param ks the greatest distance between the scores of converted leads and the others, from 0 to 1
 * @param distribution how many leads were converted and not, by score
 * @param forecasts how far probabilities can be believed
 * @param drift how far scores moved between two periods
 * @param immature how many scored leads have a horizon that is not over; 0 without a horizon
 */
public record Accuracy(
        KpiResult auc,
        KpiResult lift,
        KpiResult ks,
        SortedMap<Points, Outcomes> distribution,
        Forecasts forecasts,
        Drift drift,
        long immature) {

    /**
     * Keeps a copy of the distribution.
     *
     * @param auc the area under the ROC curve
     * @param lift the lift in the top decile
     * @param ks the greatest distance
     * @param distribution how many leads were converted and not, by score
     * @param forecasts how far probabilities can be believed
     * @param drift how far scores moved
     * @param immature how many are young
     */
    public Accuracy {
        distribution = Collections.unmodifiableSortedMap(new TreeMap<>(distribution));
    }

    /**
     * The lift in any share of the leads with the highest scores.
     *
     * @param share which part counts as the top, above 0 and at most 1
     * @return the lift, from 0 to {@code 1 / share}
     * @throws IllegalArgumentException if the share is out of its bounds
     */
    public KpiResult liftAt(Fraction share) {
        OutcomeCounts outcomes = new OutcomeCounts();
        distribution.forEach((points, each) -> outcomes.add(points.units(), each));
        return Lift.of(outcomes, share, lift.definition(), lift.basis().excluded());
    }

    /**
     * How far the probabilities that were foretold can be believed.
     *
     * @param logLoss the mean surprise; 0 is perfect, 0.693 a coin
     * @param brier the mean squared distance; 0 is perfect, 0.25 a coin
     * @param observedToExpected converted leads over the sum of their probabilities; above 1, too little was foretold
     * @param ece the expected calibration error: over the bins, the mean distance between the mean probability and the observed rate,
     *     weighted by their leads. Source: Naeini et al. (2015), with bins of about equal size
     * @param line how outcomes follow probabilities
     * @param bins up to ten bins of about equal size, lowest probabilities first; leads of one probability stay together
     */
    public record Forecasts(
            KpiResult logLoss,
            KpiResult brier,
            KpiResult observedToExpected,
            KpiResult ece,
            Line line,
            List<Bin> bins) {

        /**
         * Keeps a copy of the bins.
         *
         * @param logLoss the mean surprise
         * @param brier the mean squared distance
         * @param observedToExpected observed over expected
         * @param ece the calibration error
         * @param line how outcomes follow probabilities
         * @param bins the bins
         */
        public Forecasts {
            bins = List.copyOf(bins);
        }
    }

    /**
     * The straight line from the log-odds that were foretold to those that came true, fitted by maximum likelihood over the leads, not
     * the bins; see {@link Recalibration} for its meaning and sources. Each rests on the converted leads over all with a probability,
     * and has no interval.
     *
     * @param slope {@code score.calibration.slope}: 1 is perfect; below 1, probabilities were too extreme, above 1 too timid, below 0
     *     the wrong way round
     * @param intercept {@code score.calibration.intercept}: the log-odds that came true where an even chance was foretold; 0 is perfect
     * @param inTheLarge {@code score.calibration.in-the-large}: the intercept of the line of slope 1; above 0, too little was foretold
     */
    public record Line(KpiResult slope, KpiResult intercept, KpiResult inTheLarge) {}

    /**
     * Leads of which about the same was foretold.
     *
     * @param foretold the mean probability (numerator: how many were expected, denominator: how many leads)
     * @param observed converted leads over all, with Wilson's interval
     */
    public record Bin(KpiResult foretold, KpiResult observed) {}

    /**
     * How far scores moved between the leads captured before an instant and those captured from then on.
     *
     * @param index the population stability index over bins that hold about a tenth of the earlier leads each (numerator: later leads,
     *     denominator: earlier leads); undefined without a comparison
     * @param comparison the index with the critical value that chance alone exceeds in 5 of 100 cases; empty where undefined
     */
    public record Drift(KpiResult index, Optional<StabilityIndex> comparison) {}
}
