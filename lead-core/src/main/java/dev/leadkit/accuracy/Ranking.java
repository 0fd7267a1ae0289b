package dev.leadkit.accuracy;

import java.math.BigInteger;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The figures of one moment of counts; in big integers, since a product of two counts can leave the range of long. */
final class Ranking {

    private final NavigableMap<Long, Outcomes> buckets;
    private final BigInteger positives;
    private final BigInteger negatives;

    Ranking(NavigableMap<Long, Outcomes> buckets) {
        this.buckets = buckets;
        this.positives = sum(Outcomes::positives);
        this.negatives = sum(Outcomes::negatives);
    }

    Measure auc() {
        Optional<Measure> gap = gap();
        if (gap.isPresent()) {
            return gap.get();
        }
        return negatives.signum() == 0
                ? new Measure.Undefined(Measure.Reason.NO_NEGATIVES)
                : new Measure.Known(
                        new Fraction(twiceWins(), positives.multiply(negatives).shiftLeft(1)));
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
