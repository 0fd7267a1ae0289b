package dev.leadkit.scoring.learn;

import dev.leadkit.accuracy.Forecast;
import dev.leadkit.accuracy.ForecastCounts;
import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.Measure;
import dev.leadkit.accuracy.OutcomeCounts;
import dev.leadkit.accuracy.Outcomes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How well points that were learned from some leads told winners from losers among others.
 *
 * @param outcomes how many of those others won and lost
 * @param auc the {@linkplain OutcomeCounts#auc() area under the ROC curve} of the points
 * @param auc95 the range that holds the true area with 95 % confidence; empty for fewer than two winners or losers
 * @param ks the {@linkplain OutcomeCounts#ks() greatest distance} between winners and losers
 * @param lift how many times richer in winners the tenth with the most points is than all
 * @param logLoss the {@linkplain ForecastCounts#logLoss() mean surprise} of the probabilities that the points claim
 * @param brier their {@linkplain ForecastCounts#brier() mean squared error}
 * @param groups what was foretold beside what came, in up to ten groups of about equal size, lowest first
 */
public record Validation(
        Outcomes outcomes,
        Measure auc,
        Optional<Interval> auc95,
        Measure ks,
        Measure lift,
        Optional<BigDecimal> logLoss,
        Measure brier,
        List<Forecast> groups) {

    private static final int GROUPS = 10;

    /**
     * Keeps a copy of the groups.
     *
     * @param outcomes how many won and lost
     * @param auc the area under the ROC curve
     * @param auc95 its interval
     * @param ks the greatest distance
     * @param lift the lift in the top tenth
     * @param logLoss the mean surprise
     * @param brier the mean squared error
     * @param groups what was foretold beside what came
     */
    public Validation {
        groups = List.copyOf(groups);
    }

    static Validation of(OutcomeCounts points, ForecastCounts forecasts) {
        return new Validation(
                points.total(),
                points.auc(),
                points.auc95(),
                points.ks(),
                points.lift(),
                forecasts.logLoss(),
                forecasts.brier(),
                forecasts.calibration(GROUPS));
    }
}
