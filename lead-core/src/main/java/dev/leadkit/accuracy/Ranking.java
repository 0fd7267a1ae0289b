package dev.leadkit.accuracy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The figures of one moment of counts; in big integers, since a product of two counts can leave the range of long. */
final class Ranking {

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final NavigableMap<Long, Outcomes> buckets;
    private final BigInteger positives;
    private final BigInteger negatives;

    Ranking(NavigableMap<Long, Outcomes> buckets) {
        this.buckets = buckets;
        this.positives = sum(Outcomes::positives);
        this.negatives = sum(Outcomes::negatives);
    }

    Measure auc() {
        return gapOfBoth().orElseGet(() -> new Measure.Known(area()));
    }

    private Fraction area() {
        return new Fraction(twiceWins(), positives.multiply(negatives).shiftLeft(1));
    }

    Optional<BigDecimal> aucError() {
        return error().map(Ranking::rounded);
    }

    Optional<Interval> auc95() {
        return error().map(error -> {
            BigDecimal reach = error.multiply(Proportion.Z);
            BigDecimal middle = decimal(area());
            return new Interval(
                    rounded(middle.subtract(reach).max(BigDecimal.ZERO)),
                    rounded(middle.add(reach).min(BigDecimal.ONE)));
        });
    }

    Measure ks() {
        return gapOfBoth().orElseGet(() -> new Measure.Known(farthest()));
    }

    private Fraction farthest() {
        BigInteger best = BigInteger.ZERO;
        BigInteger apart = BigInteger.ZERO;
        for (Outcomes outcomes : buckets.values()) {
            apart = apart.add(BigInteger.valueOf(outcomes.negatives()).multiply(positives))
                    .subtract(BigInteger.valueOf(outcomes.positives()).multiply(negatives));
            best = best.max(apart.abs());
        }
        return new Fraction(best, positives.multiply(negatives));
    }

    private Optional<BigDecimal> error() {
        if (gapOfBoth().isPresent() || positives.equals(BigInteger.ONE) || negatives.equals(BigInteger.ONE)) {
            return Optional.empty();
        }
        BigDecimal variance = decimal(scatter(positives, negatives, Outcomes::positives, buckets, Outcomes::negatives))
                .add(decimal(scatter(
                        negatives, positives, Outcomes::negatives, buckets.descendingMap(), Outcomes::positives)));
        return Optional.of(variance.sqrt(DIGITS));
    }

    /** The variance of the mean placement of one side, its scores walked from where it has beaten none of the other. */
    private static Fraction scatter(
            BigInteger size,
            BigInteger others,
            ToLongFunction<Outcomes> side,
            Map<Long, Outcomes> walk,
            ToLongFunction<Outcomes> other) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        BigInteger below = BigInteger.ZERO;
        for (Outcomes outcomes : walk.values()) {
            BigInteger here = BigInteger.valueOf(other.applyAsLong(outcomes));
            BigInteger beaten = below.shiftLeft(1).add(here);
            BigInteger all = beaten.multiply(BigInteger.valueOf(side.applyAsLong(outcomes)));
            sum = sum.add(all);
            squares = squares.add(all.multiply(beaten));
            below = below.add(here);
        }
        BigInteger spread = squares.multiply(size).subtract(sum.pow(2));
        BigInteger scale = others.shiftLeft(1).pow(2);
        return new Fraction(
                spread, size.pow(2).multiply(size.subtract(BigInteger.ONE)).multiply(scale));
    }

    private static BigDecimal decimal(Fraction fraction) {
        return new BigDecimal(fraction.numerator()).divide(new BigDecimal(fraction.denominator()), DIGITS);
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.setScale(Proportion.INTERVAL_SCALE, RoundingMode.HALF_EVEN);
    }

    private Optional<Measure> gapOfBoth() {
        Optional<Measure> gap = gap();
        return gap.isEmpty() && negatives.signum() == 0
                ? Optional.of(new Measure.Undefined(Measure.Reason.NO_NEGATIVES))
                : gap;
    }

    Measure lift(Fraction share) {
        if (share.numerator().signum() <= 0 || share.numerator().compareTo(share.denominator()) > 0) {
            throw new IllegalArgumentException("share must be above 0 and at most 1, was " + share);
        }
        return gap().orElseGet(() -> new Measure.Known(richness(share)));
    }

    private Optional<Measure> gap() {
        if (buckets.values().stream().anyMatch(Outcomes::hasNegativeCount)) {
            return Optional.of(new Measure.Undefined(Measure.Reason.NEGATIVE_COUNT));
        }
        if (buckets.isEmpty()) {
            return Optional.of(new Measure.Undefined(Measure.Reason.EMPTY));
        }
        return positives.signum() == 0
                ? Optional.of(new Measure.Undefined(Measure.Reason.NO_POSITIVES))
                : Optional.empty();
    }

    private BigInteger twiceWins() {
        BigInteger wins = BigInteger.ZERO;
        BigInteger below = BigInteger.ZERO;
        for (Outcomes outcomes : buckets.values()) {
            BigInteger here = BigInteger.valueOf(outcomes.negatives());
            BigInteger beaten = below.shiftLeft(1).add(here);
            wins = wins.add(BigInteger.valueOf(outcomes.positives()).multiply(beaten));
            below = below.add(here);
        }
        return wins;
    }

    // Everything is counted in parts of one outcome, as many as the share's denominator says, so that the cut is whole.
    private Fraction richness(Fraction share) {
        BigInteger parts = share.denominator();
        BigInteger left = positives.add(negatives).multiply(share.numerator());
        BigInteger hits = BigInteger.ZERO;
        BigInteger chance = positives.multiply(share.numerator());
        for (Outcomes outcomes : buckets.descendingMap().values()) {
            BigInteger rich = BigInteger.valueOf(outcomes.positives());
            BigInteger size = rich.add(BigInteger.valueOf(outcomes.negatives()));
            if (left.compareTo(size.multiply(parts)) <= 0) {
                return new Fraction(hits.multiply(size).add(rich.multiply(left)), chance.multiply(size));
            }
            hits = hits.add(rich.multiply(parts));
            left = left.subtract(size.multiply(parts));
        }
        throw new AssertionError("a share of at most 1 ends inside the counts");
    }

    private BigInteger sum(ToLongFunction<Outcomes> side) {
        return buckets.values().stream()
                .map(outcomes -> BigInteger.valueOf(side.applyAsLong(outcomes)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
