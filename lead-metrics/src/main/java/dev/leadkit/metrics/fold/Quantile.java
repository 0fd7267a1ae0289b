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
     * A quantile of durations that are kept in {@link DurationBuckets}, in seconds.
     *
     * @param percent which one, from 1 to 100
     * @param name the name of the figure that it belongs to, without version; the quantile's own is {@code name.p50/1} and the like
     * @param meaning what the durations are, as the rest of "the median of ..."
     * @param whenEmpty why it is undefined if there are none
     * @return the quantile
     */
    public static Quantile ofSeconds(int percent, String name, String meaning, String whenEmpty) {
        Definition definition = new Definition(
                name + ".p" + percent + "/1",
                rule(percent) + " of " + meaning
                        + ", by nearest rank (numerator: the rank, denominator: how many); rounded down to eight significant"
                        + " binary digits, at most 0.8 % low.");
        return new Quantile(percent, definition, KpiUnit.SECONDS, whenEmpty);
    }

    /**
     * The same quantile under an identifier that names its parameters.
     *
     * @param parameters such as {@code from=new&to=won}
     * @param basis by which instants it counts
     * @return the quantile
     */
    public Quantile with(String parameters, TimeBasis basis) {
        Definition named = new Definition(definition.id(), basis, definition.meaning()).with(parameters);
        return new Quantile(percent, named, unit, whenEmpty);
    }

    /**
     * The quantile of some values.
     *
     * @param counts how often each value was counted
     * @param part the part of them that counts the values
     * @param excluded how many were left out, by reason
     * @return the value; its numerator is the rank, its denominator how many there are. Undefined without values, and while a count
     *     is below 0
     */
    public KpiResult of(Counts counts, int part, SortedMap<String, Long> excluded) {
        long total = counts.total(part);
        if (counts.hasNegative(part)) {
            return KpiResult.undefined(definition, unit, Basis.of(0, total, excluded), KpiResult.INCOMPLETE);
        }
        if (total == 0) {
            return KpiResult.undefined(definition, unit, Basis.of(0, 0, excluded), whenEmpty);
        }
        long rank = Math.addExact(Math.multiplyExact(total, percent), WHOLE - 1) / WHOLE;
        return KpiResult.known(
                definition, unit, BigDecimal.valueOf(at(counts, part, rank)), Basis.of(rank, total, excluded));
    }

    private static long at(Counts counts, int part, long rank) {
        long seen = 0;
        long last = 0;
        for (long key : counts.keys(part)) {
            last = key;
            seen += counts.count(part, key);
            if (seen >= rank) {
                return key;
            }
        }
        return last;
    }

    /**
     * The quantile of some values.
     *
     * @param values how often each value was counted
     * @param excluded how many were left out, by reason
     * @return as {@link #of(Counts, int, SortedMap)}
     */
    public KpiResult of(Tally<Long> values, SortedMap<String, Long> excluded) {
        Counts counts = new Counts();
        values.counts().forEach((value, times) -> counts.add(0, value, times));
        return of(counts, 0, excluded);
    }
}
