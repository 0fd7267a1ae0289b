package dev.leadkit.metrics.fold;

import java.math.BigDecimal;
import java.util.SortedMap;

/**
 * A quantile by nearest rank: the smallest value that at least so many percent do not exceed. Exact, and independent of the order.
 * Immutable and thread-safe.
 *
 * @param percent which one, from 1 to 100; 50 is the median
 * @param definition what it is a quantile of
 * @param unit what the values are measured in
 * @param whenEmpty why it is undefined if there are no values
 */
public record Quantile(int percent, Definition definition, KpiUnit unit, String whenEmpty) {

    private static final int WHOLE = 100;

    /**
     * Checks the percentage.
     *
     * @param percent which one
     * @param definition what it is a quantile of
     * @param unit what the values are measured in
     * @param whenEmpty why it is undefined if there are no values
     */
    public Quantile {
        if (percent < 1 || percent > WHOLE) {
            throw new IllegalArgumentException("percent must be from 1 to 100, was " + percent);
        }
    }

    /**
     * How a definition says which quantile it is.
     *
     * @param percent which one
     * @return {@code The median}, or such as {@code The 90th percentile}
     */
    public static String rule(int percent) {
        return percent == WHOLE / 2 ? "The median" : "The " + percent + "th percentile";
    }

    /**
     * The quantile of some values.
     *
     * @param values how often each value was counted
     * @param excluded how many were left out, by reason
     * @return the value; its numerator is the rank, its denominator how many there are. Undefined without values, and while a count
     *     is below 0
     */
    public KpiResult of(Tally<Long> values, SortedMap<String, Long> excluded) {
        long total = values.total();
        if (values.hasNegative()) {
            return KpiResult.undefined(definition, unit, Basis.of(0, total, excluded), KpiResult.INCOMPLETE);
        }
        if (total == 0) {
            return KpiResult.undefined(definition, unit, Basis.of(0, 0, excluded), whenEmpty);
        }
        long rank = (Math.multiplyExact(total, percent) + WHOLE - 1) / WHOLE;
        BigDecimal figure = BigDecimal.valueOf(values.at(rank));
        return KpiResult.known(definition, unit, figure, Basis.of(rank, total, excluded));
    }
}
