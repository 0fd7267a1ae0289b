package dev.leadkit.scoring.learn;

import static java.util.Objects.requireNonNull;

import dev.leadkit.accuracy.ForecastCounts;
import dev.leadkit.accuracy.Fraction;
import dev.leadkit.lead.Points;

/**
 * What points mean: {@code points = base + double * log2(odds / baseOdds)}, where odds are the chance to win over the
 * chance to lose. Immutable and thread-safe.
 *
 * <p>Source: Siddiqi (2006), "Credit Risk Scorecards", section "Scorecard scaling" (points to double the odds); Thomas,
 * Edelman and Crook (2002), "Credit Scoring and Its Applications".
 *
 * @param pointsToDouble how many more points mean twice the odds; above 0
 * @param basePoints the points at the base odds
 * @param baseOdds the odds that the base points mean, such as 1/1 for an even chance; above 0
 */
public record OddsScale(Points pointsToDouble, Points basePoints, Fraction baseOdds) {

    /** 100 points are an even chance, each 20 points more double the odds: 120 points are 2 to 1, 80 are 1 to 2. */
    public static final OddsScale STANDARD = new OddsScale(Points.of(20), Points.of(100), Fraction.of(1, 1));

    private static final double LN_2 = StrictMath.log(2);

    /**
     * Makes a scale.
     *
     * @param pointsToDouble how many more points mean twice the odds
     * @param basePoints the points at the base odds
     * @param baseOdds the odds that the base points mean
     * @throws IllegalArgumentException if the points to double or the odds are not above 0
     */
    public OddsScale {
        requireNonNull(basePoints, "basePoints");
        if (pointsToDouble.compareTo(Points.ZERO) <= 0) {
            throw new IllegalArgumentException("points to double the odds must be above 0, was " + pointsToDouble);
        }
        if (baseOdds.numerator().signum() <= 0) {
            throw new IllegalArgumentException("base odds must be above 0, was " + baseOdds);
        }
    }

    /**
     * The probability that points claim by this scale, without looking at any outcome.
     *
     * @param points the points
     * @return the probability in millionths, from 0 to {@value ForecastCounts#CERTAIN}, the same on every machine
     */
    public int millionths(Points points) {
        double logOdds = (points.units() - offset()) / unitsPerNat();
        return (int) StrictMath.rint(ForecastCounts.CERTAIN / (1 + StrictMath.exp(-logOdds)));
    }

    /** How many units of points a step of one in the logarithm of the odds is. */
    double unitsPerNat() {
        return pointsToDouble.units() / LN_2;
    }

    /** The units of points at odds of one. */
    double offset() {
        double odds =
                baseOdds.numerator().doubleValue() / baseOdds.denominator().doubleValue();
        return basePoints.units() - unitsPerNat() * StrictMath.log(odds);
    }
}
