package dev.leadkit.metrics.score;

import dev.leadkit.accuracy.Forecast;
import dev.leadkit.accuracy.ForecastCounts;
import dev.leadkit.accuracy.Measure;
import dev.leadkit.accuracy.Recalibration;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Tells how far probabilities can be believed. */
final class Believed {

    private static final int BINS = 10;
    private static final String EMPTY = "no lead has a probability at its first decision";

    private final ScoreAccuracy kpi;
    private final ForecastCounts counts;
    private final SortedMap<String, Long> excluded;

    Believed(ScoreAccuracy kpi, ForecastCounts counts, SortedMap<String, Long> excluded) {
        this.kpi = kpi;
        this.counts = counts;
        this.excluded = excluded;
    }

    Accuracy.Forecasts forecasts(boolean incomplete) {
        Forecast total = counts.total();
        BigDecimal leads = BigDecimal.valueOf(total.outcomes().trials());
        String reason = incomplete ? KpiResult.INCOMPLETE : EMPTY;
        BigDecimal expected = expected(total);
        return new Accuracy.Forecasts(
                mean(
                        "score.log-loss/1",
                        "The mean of -ln of what was foretold for what came; a probability of 0 or 1 counts as a"
                                + " millionth less sure",
                        counts.logLoss().map(loss -> loss.multiply(leads)),
                        reason),
                mean(
                        "score.brier/1",
                        "The mean squared distance between what was foretold and what came",
                        counts.brier()
                                .value()
                                .map(brier -> new BigDecimal(brier.numerator())
                                        .multiply(leads)
                                        .divide(new BigDecimal(brier.denominator()), MathContext.DECIMAL128)),
                        reason),
                incomplete
                        ? KpiResult.undefined(observed(), KpiUnit.NUMBER, basis(BigDecimal.ZERO, expected), reason)
                        : KpiResult.quotient(
                                observed(),
                                KpiUnit.NUMBER,
                                basis(BigDecimal.valueOf(total.outcomes().successes()), expected),
                                "no conversion was expected"),
                mean(
                        "score.ece/1",
                        "The mean distance between mean probability and observed rate over up to ten bins of about"
                                + " equal size, weighted by their leads",
                        distance(),
                        reason),
                line(incomplete),
                bins());
    }

    private Accuracy.Line line(boolean incomplete) {
        Recalibration line = counts.recalibration();
        return new Accuracy.Line(
                line(
                        "score.calibration.slope/1",
                        "How much the log-odds that came true rise with those foretold; 1 is perfect, below 1 they were too"
                                + " extreme (numerator: converted leads, denominator: leads)",
                        line.slope(),
                        incomplete),
                line(
                        "score.calibration.intercept/1",
                        "The log-odds that came true where an even chance was foretold, on the line of that slope; 0 is"
                                + " perfect (numerator: converted leads, denominator: leads)",
                        line.intercept(),
                        incomplete),
                line(
                        "score.calibration.in-the-large/1",
                        "How far the log-odds that came true lie above those foretold on the whole; 0 is perfect"
                                + " (numerator: converted leads, denominator: leads)",
                        line.inTheLarge(),
                        incomplete));
    }

    private KpiResult line(String name, String meaning, Measure measure, boolean incomplete) {
        Definition definition = definition(name, meaning);
        Basis basis = Basis.of(
                counts.total().outcomes().successes(), counts.total().outcomes().trials(), excluded);
        if (measure instanceof Measure.Known known && !incomplete) {
            BigDecimal figure = known.figure().decimal(KpiResult.SCALE);
            return KpiResult.known(definition, KpiUnit.NUMBER, figure, basis);
        }
        String reason = incomplete ? KpiResult.INCOMPLETE : why(((Measure.Undefined) measure).reason());
        return KpiResult.undefined(definition, KpiUnit.NUMBER, basis, reason);
    }

    private static String why(Measure.Reason reason) {
        return switch (reason) {
            case EMPTY -> EMPTY;
            case NO_POSITIVES -> "no lead with a probability was converted";
            case NO_NEGATIVES -> "every lead with a probability was converted";
            case NEGATIVE_COUNT, EQUAL_FORECASTS, SEPARATED -> Lift.reason(reason);
        };
    }

    private static BigDecimal expected(Forecast forecast) {
        return Lift.plain(new BigDecimal(forecast.expected().numerator())
                .divide(new BigDecimal(forecast.expected().denominator())));
    }

    private Basis basis(BigDecimal above, BigDecimal below) {
        return new Basis(above, below, excluded);
    }

    private Definition definition(String name, String meaning) {
        return new Definition(
                name + kpi.parameters(""),
                kpi.definition().basis(),
                meaning + ", of leads with a probability at their first decision.");
    }

    private Definition observed() {
        return definition("score.observed-to-expected/1", "Converted leads over the sum of their probabilities");
    }

    private KpiResult mean(String name, String meaning, Optional<BigDecimal> sum, String reason) {
        BigDecimal leads = BigDecimal.valueOf(counts.total().outcomes().trials());
        if (sum.isEmpty() || leads.signum() == 0) {
            return KpiResult.undefined(
                    definition(name, meaning), KpiUnit.NUMBER, basis(BigDecimal.ZERO, leads), reason);
        }
        return KpiResult.quotient(
                definition(name, meaning), KpiUnit.NUMBER, basis(Lift.plain(sum.get()), leads), reason);
    }

    /** The sum over the bins of the distance between how many were expected and how many came. */
    private Optional<BigDecimal> distance() {
        return counts.calibration(BINS).stream()
                .map(bin -> expected(bin)
                        .subtract(BigDecimal.valueOf(bin.outcomes().successes()))
                        .abs())
                .reduce(BigDecimal::add);
    }

    private List<Accuracy.Bin> bins() {
        List<Accuracy.Bin> bins = new ArrayList<>();
        for (Forecast bin : counts.calibration(BINS)) {
            long leads = bin.outcomes().trials();
            Basis observed = Basis.of(bin.outcomes().successes(), leads, excluded);
            bins.add(new Accuracy.Bin(
                    KpiResult.quotient(
                            definition("score.calibration.foretold/1", "The mean probability of a bin"),
                            KpiUnit.SHARE,
                            basis(expected(bin), BigDecimal.valueOf(leads)),
                            EMPTY),
                    KpiResult.rate(
                            definition("score.calibration.observed/1", "Converted leads of a bin, over all of it"),
                            observed,
                            EMPTY)));
        }
        return bins;
    }
}
