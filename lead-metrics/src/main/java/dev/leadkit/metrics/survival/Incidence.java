package dev.leadkit.metrics.survival;

import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.Proportion;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The Aalen-Johansen estimate of one kind of end and its variance, day by day. At a day with n at risk, d ends of that kind and e of
 * any kind, {@code F += S * d / n} and {@code S *= 1 - e / n}. The variance is Greenwood's for competing risks:
 *
 * <pre>sum (F(t) - F(j))^2 * e / (n (n - e))  +  sum S(j-)^2 * d (n - d) / n^3  -  2 sum (F(t) - F(j)) * S(j-) * d / n^2</pre>
 *
 * <p>kept as sums without F(t), so that every day costs the same. A day that empties the risk set adds nothing to the first sum: F
 * stays as it is from then on.
 *
 * <p>Source: Marubini and Valsecchi (1995), "Analysing survival data from clinical trials and observational studies", section 10;
 * Choudhury (2002), "Non-parametric confidence interval estimation for competing risks analysis", whose log-log interval
 * {@code F^exp(+- z * sqrt(Var) / (F ln F))} is used. Without other ends F is one less the Kaplan-Meier estimate, and the variance
 * Greenwood's.
 */
final class Incidence {

    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final double Z = 1.959963984540054;

    private BigDecimal incidence = BigDecimal.ZERO;
    private BigDecimal survival = BigDecimal.ONE;
    private BigDecimal ends = BigDecimal.ZERO;
    private BigDecimal endsByIncidence = BigDecimal.ZERO;
    private BigDecimal endsBySquare = BigDecimal.ZERO;
    private BigDecimal own = BigDecimal.ZERO;
    private BigDecimal shared = BigDecimal.ZERO;
    private BigDecimal sharedByIncidence = BigDecimal.ZERO;

    CurveStep step(long day, long atRisk, long events, long others) {
        BigDecimal risk = BigDecimal.valueOf(atRisk);
        BigDecimal happened = BigDecimal.valueOf(events);
        BigDecimal ended = BigDecimal.valueOf(Math.addExact(events, others));
        incidence = incidence.add(survival.multiply(happened).divide(risk, DIGITS), DIGITS);
        spread(risk, happened, ended);
        survival = survival.multiply(risk.subtract(ended)).divide(risk, DIGITS);
        BigDecimal rounded = incidence.setScale(Curve.SCALE, RoundingMode.HALF_EVEN);
        return new CurveStep(day, atRisk, events, others, rounded, interval());
    }

    private void spread(BigDecimal risk, BigDecimal happened, BigDecimal ended) {
        BigDecimal left = risk.subtract(ended);
        if (left.signum() > 0) {
            BigDecimal term = ended.divide(risk.multiply(left), DIGITS);
            ends = ends.add(term, DIGITS);
            endsByIncidence = endsByIncidence.add(term.multiply(incidence), DIGITS);
            endsBySquare = endsBySquare.add(term.multiply(incidence).multiply(incidence), DIGITS);
        }
        BigDecimal jump = survival.multiply(happened).divide(risk.multiply(risk), DIGITS);
        own = own.add(survival.multiply(jump).multiply(risk.subtract(happened)).divide(risk, DIGITS), DIGITS);
        shared = shared.add(jump, DIGITS);
        sharedByIncidence = sharedByIncidence.add(jump.multiply(incidence), DIGITS);
    }

    private BigDecimal variance() {
        BigDecimal first = incidence
                .multiply(incidence)
                .multiply(ends)
                .subtract(incidence.multiply(endsByIncidence).multiply(BigDecimal.valueOf(2)))
                .add(endsBySquare);
        BigDecimal third = incidence.multiply(shared).subtract(sharedByIncidence);
        return first.add(own).subtract(third.multiply(BigDecimal.valueOf(2)));
    }

    private Optional<Interval> interval() {
        double chance = incidence.doubleValue();
        double variance = variance().doubleValue();
        if (chance <= 0 || chance >= 1 || variance <= 0) {
            return Optional.empty();
        }
        double reach = StrictMath.exp(Z * StrictMath.sqrt(variance) / (chance * -StrictMath.log(chance)));
        return Optional.of(new Interval(power(chance, reach), power(chance, 1 / reach)));
    }

    private static BigDecimal power(double chance, double exponent) {
        return BigDecimal.valueOf(StrictMath.pow(chance, exponent))
                .setScale(Proportion.INTERVAL_SCALE, RoundingMode.HALF_EVEN);
    }
}
