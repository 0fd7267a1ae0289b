package dev.leadkit.accuracy;

/**
 * The straight line from the log-odds that were foretold to the log-odds that came true:
 * {@code ln(q / (1 - q)) = intercept + slope * ln(p / (1 - p))} for the probability {@code p} that was foretold and the chance {@code q},
 * fitted to the outcomes by maximum likelihood. Forecasts that can be believed have a slope of 1 and both intercepts of 0. A slope
 * below 1 means that they were too extreme, high ones too high and low ones too low, as those of a model that learned its data by heart;
 * one above 1 that they were too timid; one below 0 that they told the wrong way. The line also corrects forecasts: put in {@code p},
 * take {@code q}.
 *
 * <p>The figures have {@value #SCALE} digits after the point, rounded half to even, and are the same on every machine. A forecast of 0
 * or 1 counts as one millionth less sure, as in {@link ForecastCounts#logLoss()}. Immutable and thread-safe.
 *
 * <p>Source: Cox (1958), "Two further applications of a model for binary regression"; Van Calster et al. (2016), "A calibration
 * hierarchy for risk models was defined: from utopia to empirical data", where slope and calibration-in-the-large are the second level
 * ("weak calibration"); Van Calster et al. (2019), "Calibration: the Achilles heel of predictive analytics". That no best line exists
 * for separated outcomes: Albert and Anderson (1984), "On the existence of maximum likelihood estimates in logistic regression models".
 *
 * @param slope how much the log-odds that came true rise with those foretold; undefined without outcomes of both kinds, where all
 *     forecasts are equal ({@link Measure.Reason#EQUAL_FORECASTS}), and where one forecast divides the outcomes of one kind from those of
 *     the other, so that ever steeper lines fit ever better ({@link Measure.Reason#SEPARATED})
 * @param intercept the log-odds that came true where 1 to 1 was foretold; undefined where the slope is
 * @param inTheLarge calibration-in-the-large: the intercept if the slope is held at 1; above 0, too little was foretold on the whole;
 *     undefined only without outcomes of both kinds
 */
public record Recalibration(Measure slope, Measure intercept, Measure inTheLarge) {

    /** How many digits stand after the point. */
    public static final int SCALE = 6;
}
