package dev.leadkit.accuracy;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a score has meant: for each range of scores, how many of those who had it had the outcome. Never decreasing: where
 * a higher range had a lower rate, both are one range. Immutable and thread-safe.
 *
 * <p>Source: pooling adjacent violators, Ayer et al. (1955), "An empirical distribution function for sampling with
 * incomplete information"; for scores: Zadrozny and Elkan (2002), "Transforming classifier scores into accurate
 * multiclass probability estimates".
 */
public final class Calibration {

    private final NavigableMap<Long, Proportion> bands;

    private Calibration(NavigableMap<Long, Proportion> bands) {
        this.bands = bands;
    }

    /**
     * Learns what scores mean from scores whose outcomes are known, which the score must not have been learned from.
     *
     * @param counts the outcomes by score; none of the counts below 0
     * @param most the most ranges, at least 1: the outcomes are first cut into so many groups of about equal size
     * @return the calibration; without any range where nothing was counted
     * @throws IllegalArgumentException if there are fewer ranges than 1, or a count is below 0
     */
    public static Calibration of(OutcomeCounts counts, int most) {
        SortedMap<Long, Outcomes> all = counts.counts();
        if (all.values().stream().anyMatch(Outcomes::hasNegativeCount)) {
            throw new IllegalArgumentException("counts must be 0 or more, some are below");
        }
        Deque<Band> pooled = new ArrayDeque<>();
        for (SortedMap<Long, Outcomes> group : Groups.of(all, most)) {
            Band band = new Band(group.firstKey(), group.values().stream().reduce(Outcomes.NONE, Outcomes::plus));
            while (!pooled.isEmpty() && !pooled.getLast().isBelow(band)) {
                band = pooled.removeLast().with(band);
            }
            pooled.addLast(band);
        }
        NavigableMap<Long, Proportion> bands = new TreeMap<>();
        pooled.forEach(band -> bands.put(band.from(), band.proportion()));
        return new Calibration(bands);
    }

    /**
     * A calibration as it was, from ranges that were kept: {@code Calibration.of(one.bands())} equals {@code one}.
     *
     * @param bands each range's lowest score and its outcomes; none means that nothing was counted
     * @return the calibration
     * @throws IllegalArgumentException if a range is of nobody, or its rate is not above that of the range below: every such
     *     range is named
     */
    public static Calibration of(SortedMap<Long, Proportion> bands) {
        NavigableMap<Long, Proportion> sorted = new TreeMap<>();
        bands.forEach(sorted::put);
        List<String> wrong = new ArrayList<>();
        Optional<Band> below = Optional.empty();
        for (Map.Entry<Long, Proportion> each : sorted.entrySet()) {
            Band band = Band.of(each.getKey(), each.getValue());
            boolean rises = below.map(lower -> lower.isBelow(band)).orElse(true);
            if (each.getValue().trials() > 0) {
                below = Optional.of(band);
            }
            if (!rises || each.getValue().trials() == 0) {
                wrong.add(words(each.getKey(), each.getValue()));
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "each range must be of somebody and have a greater rate than the one below, were not: "
                            + String.join(", ", wrong));
        }
        return new Calibration(sorted);
    }

    private static String words(long from, Proportion outcomes) {
        return "from " + from + ": " + outcomes.successes() + " of " + outcomes.trials();
    }

    /**
     * What a score has meant.
     *
     * @param score any score; one below all ranges counts as of the lowest
     * @return how many of those in the score's range had the outcome: the rate is the probability,
     *     {@link Proportion#wilson95()} its interval; empty where there is no range
     */
    public Optional<Proportion> at(long score) {
        return Optional.ofNullable(bands.floorEntry(score))
                .or(() -> Optional.ofNullable(bands.firstEntry()))
                .map(Map.Entry::getValue);
    }

    /**
     * The ranges.
     *
     * @return each range's lowest score and its outcomes, lowest first; rates rise strictly
     */
    public SortedMap<Long, Proportion> bands() {
        return Collections.unmodifiableSortedMap(bands);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Calibration that && bands.equals(that.bands);
    }

    @Override
    public int hashCode() {
        return bands.hashCode();
    }

    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        bands.forEach((from, outcomes) -> words.add(words(from, outcomes)));
        return "Calibration" + words;
    }

    private record Band(long from, Outcomes outcomes) {

        static Band of(long from, Proportion counted) {
            return new Band(from, new Outcomes(counted.successes(), counted.trials() - counted.successes()));
        }

        boolean isBelow(Band next) {
            return product(outcomes.positives(), next.outcomes().total())
                            .compareTo(product(next.outcomes().positives(), outcomes.total()))
                    < 0;
        }

        private static BigInteger product(long one, long other) {
            return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
        }

        Band with(Band next) {
            return new Band(from, outcomes.plus(next.outcomes()));
        }

        Proportion proportion() {
            return new Proportion(outcomes.positives(), outcomes.total());
        }
    }
}
