package dev.leadkit.scoring.review;

import dev.leadkit.accuracy.Interval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How the areas under the ROC curves of two scores of the same leads differ, with the interval of DeLong, DeLong and
 * Clarke-Pearson (1988), "Comparing the areas under two or more correlated receiver operating characteristic curves". Counts of
 * pairs of scores: memory grows with the number of different pairs. Exact up to the square root. Not thread-safe.
 */
final class PairedAreas {

    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal Z = new BigDecimal("1.959963984540054");
    private static final int SCALE = 6;

    private final Map<Pair, long[]> counts = new TreeMap<>();
    private final long[] sizes = new long[2];

    private record Pair(long one, long other) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair pair) {
            int order = Long.compare(one, pair.one);
            return order == 0 ? Long.compare(other, pair.other) : order;
        }
    }

    void add(long one, long other, boolean positive) {
        int side = positive ? 1 : 0;
        counts.computeIfAbsent(new Pair(one, other), none -> new long[2])[side]++;
        sizes[side]++;
    }

    long positives() {
        return sizes[1];
    }

    long negatives() {
        return sizes[0];
    }

    /** The 95 % interval of the second area minus the first; empty with fewer than two of either outcome. */
    Optional<Interval> difference95() {
        if (sizes[0] < 2 || sizes[1] < 2) {
            return Optional.empty();
        }
        Sums positives = sums(1);
        Sums negatives = sums(0);
        BigDecimal middle = ratio(positives.sum, BigInteger.valueOf(sizes[1]).multiply(twice(sizes[0])));
        BigDecimal variance = variance(positives, sizes[1], sizes[0]).add(variance(negatives, sizes[0], sizes[1]));
        BigDecimal reach = variance.sqrt(DIGITS).multiply(Z);
        return Optional.of(new Interval(rounded(middle.subtract(reach)), rounded(middle.add(reach))));
    }

    /** Of the leads on one side: by how much more of twice the other side the second score beats than the first. */
    private Sums sums(int side) {
        NavigableMap<Long, BigInteger> byOne = beaten(side, Pair::one);
        NavigableMap<Long, BigInteger> byOther = beaten(side, Pair::other);
        Sums sums = new Sums();
        counts.forEach((pair, count) -> {
            BigInteger more = byOther.getOrDefault(pair.other(), BigInteger.ZERO)
                    .subtract(byOne.getOrDefault(pair.one(), BigInteger.ZERO));
            BigInteger times = BigInteger.valueOf(count[side]);
            sums.sum = sums.sum.add(more.multiply(times));
            sums.squares = sums.squares.add(more.pow(2).multiply(times));
        });
        return sums;
    }

    private static final class Sums {
        private BigInteger sum = BigInteger.ZERO;
        private BigInteger squares = BigInteger.ZERO;
    }

    /** For each score, twice how many of the other side a lead of this side beats with it; a tie is half a win. */
    private NavigableMap<Long, BigInteger> beaten(int side, Function<Pair, Long> score) {
        NavigableMap<Long, Long> others = new TreeMap<>();
        counts.forEach((pair, count) -> others.merge(score.apply(pair), count[1 - side], Long::sum));
        NavigableMap<Long, BigInteger> beaten = new TreeMap<>();
        long below = 0;
        for (Map.Entry<Long, Long> each : (side == 1 ? others : others.descendingMap()).entrySet()) {
            beaten.put(
                    each.getKey(),
                    BigInteger.valueOf(2).multiply(BigInteger.valueOf(below)).add(BigInteger.valueOf(each.getValue())));
            below += each.getValue();
        }
        return beaten;
    }

    /** The variance of the mean of one side. */
    private static BigDecimal variance(Sums sums, long size, long others) {
        BigInteger n = BigInteger.valueOf(size);
        BigInteger spread = sums.squares.multiply(n).subtract(sums.sum.pow(2));
        return ratio(
                spread,
                n.pow(2)
                        .multiply(n.subtract(BigInteger.ONE))
                        .multiply(twice(others).pow(2)));
    }

    private static BigInteger twice(long number) {
        return BigInteger.valueOf(number).shiftLeft(1);
    }

    private static BigDecimal ratio(BigInteger upper, BigInteger lower) {
        return new BigDecimal(upper).divide(new BigDecimal(lower), DIGITS);
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.setScale(SCALE, RoundingMode.HALF_EVEN);
    }
}
