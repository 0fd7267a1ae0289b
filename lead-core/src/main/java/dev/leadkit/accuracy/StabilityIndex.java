package dev.leadkit.accuracy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How far the distribution of something has moved between two samples: the population stability index, the sum over all bins of
 * {@code (a - b) * ln(a / b)} for the shares {@code b} before and {@code a} after. Half a count is added to each bin, so that an
 * empty one is not infinitely far; bins that are empty in both samples are left out. 0 is no difference.
 *
 * <p>How much is too much depends on the size of the samples: without any drift the index times {@code 1 / (1/N + 1/M)} is
 * distributed about as chi-square with one degree of freedom less than bins, so that small samples exceed the usual thresholds of 0.1
 * and 0.25 by chance alone. The critical value here is the 95 % point of that distribution.
 *
 * <p>Source: Yurdakul (2018), "Statistical properties of population stability index"; the half counts are this library's.
 *
 * @param before how many were in the first sample
 * @param after how many were in the second
 * @param bins how many bins are not empty in both
 * @param value the index, from 0 up, rounded half to even to {@value #SCALE} digits after the point
 * @param critical what the index exceeds without drift in 5 of 100 samples of these sizes, rounded likewise
 */
public record StabilityIndex(long before, long after, int bins, BigDecimal value, BigDecimal critical) {

    /** How many digits stand after the point. */
    public static final int SCALE = 6;

    private static final double HALF = 0.5;

    /**
     * Compares two samples.
     *
     * @param before the counts of the first sample by bin, 0 or more
     * @param after the counts of the second sample by the same bins in the same order
     * @return the index, the same on every machine; empty where a sample is empty, or fewer than two bins are not empty in both
     * @throws IllegalArgumentException if there are not as many counts on both sides, or one is below 0
     */
    public static Optional<StabilityIndex> of(List<Long> before, List<Long> after) {
        if (before.size() != after.size()
                || before.stream().anyMatch(count -> count < 0)
                || after.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts must be 0 or more, as many before as after, were "
                    + before.size() + " and " + after.size());
        }
        int[] filled = IntStream.range(0, before.size())
                .filter(bin -> before.get(bin) + after.get(bin) > 0)
                .toArray();
        long first = before.stream().mapToLong(Long::longValue).sum();
        long second = after.stream().mapToLong(Long::longValue).sum();
        if (filled.length < 2 || first == 0 || second == 0) {
            return Optional.empty();
        }
        double sum = 0;
        for (int bin : filled) {
            double from = (before.get(bin) + HALF) / (first + HALF * filled.length);
            double to = (after.get(bin) + HALF) / (second + HALF * filled.length);
            sum += (to - from) * StrictMath.log(to / from);
        }
        double scatter = 1.0 / first + 1.0 / second;
        double critical = ChiSquare.point95(filled.length - 1) * scatter;
        return Optional.of(new StabilityIndex(first, second, filled.length, rounded(sum), rounded(critical)));
    }

    private static BigDecimal rounded(double number) {
        return new BigDecimal(number).setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    /**
     * Whether the difference is more than chance explains.
     *
     * @return true if the index is above its critical value
     */
    public boolean isDrift() {
        return value.compareTo(critical) > 0;
    }
}
