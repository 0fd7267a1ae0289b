package dev.leadkit.metrics.score;

import dev.leadkit.accuracy.Fraction;
import dev.leadkit.accuracy.Measure;
import dev.leadkit.accuracy.OutcomeCounts;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;

/** Turns exact measures into results, and tells lifts. */
final class Lift {

    private static final String TOP = "top=";

    private Lift() {}

    /** A lift, with the definition of another one for another share. */
    static KpiResult of(OutcomeCounts outcomes, Fraction share, Definition other, SortedMap<String, Long> excluded) {
        String plain = share.denominator().bitLength() < Integer.SIZE && isDecimal(share)
                ? new BigDecimal(share.numerator())
                        .divide(new BigDecimal(share.denominator()))
                        .toPlainString()
                : share.toString();
        Definition definition = new Definition(
                other.id().replaceFirst(TOP + "[^&]*", TOP + plain),
                other.basis(),
                "Converted leads among the share of " + plain
                        + " with the highest scores at their first decision, over the number expected by chance.");
        BigDecimal expected = new BigDecimal(share.numerator())
                .multiply(BigDecimal.valueOf(outcomes.total().positives()))
                .divide(new BigDecimal(share.denominator()), KpiResult.SCALE, RoundingMode.HALF_EVEN);
        return figure(definition, outcomes.lift(share), expected, excluded);
    }

    private static boolean isDecimal(Fraction share) {
        int left = share.denominator().intValueExact();
        while (left % 2 == 0) {
            left /= 2;
        }
        while (left % 5 == 0) {
            left /= 5;
        }
        return left == 1;
    }

    /** A measure as a result: the denominator is given, the numerator is what makes the measure. */
    static KpiResult figure(Definition definition, Measure measure, BigDecimal base, SortedMap<String, Long> excluded) {
        if (measure instanceof Measure.Known known) {
            BigDecimal below = plain(base);
            Basis basis = new Basis(times(known.figure(), below), below, excluded);
            return KpiResult.known(definition, KpiUnit.NUMBER, known.figure().decimal(KpiResult.SCALE), basis);
        }
        String reason = reason(((Measure.Undefined) measure).reason());
        return KpiResult.undefined(
                definition, KpiUnit.NUMBER, new Basis(BigDecimal.ZERO, plain(base), excluded), reason);
    }

    /** Exact for pairs; a share of tied leads at the cut may need rounding. */
    private static BigDecimal times(Fraction figure, BigDecimal base) {
        return plain(base.multiply(new BigDecimal(figure.numerator()))
                .divide(new BigDecimal(figure.denominator()), KpiResult.SCALE, RoundingMode.HALF_EVEN));
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale()), RoundingMode.UNNECESSARY);
    }

    static String reason(Measure.Reason reason) {
        return switch (reason) {
            case NEGATIVE_COUNT -> KpiResult.INCOMPLETE;
            case EMPTY -> "no lead has a score at its first decision";
            case NO_POSITIVES -> "no scored lead was converted";
            case NO_NEGATIVES -> "every scored lead was converted";
            case EQUAL_FORECASTS -> "all probabilities are equal";
            case SEPARATED -> "a probability divides the converted leads from the others";
        };
    }
}
