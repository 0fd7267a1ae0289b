package dev.leadkit.accuracy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** The definitions, computed the slow way: every pair and every sample by itself. */
final class NaiveAccuracy {

    private final List<Sample> samples;

    NaiveAccuracy(List<Sample> samples) {
        this.samples = samples;
    }

    Fraction auc() {
        long halves = 0;
        long pairs = 0;
        for (Sample positive : samples) {
            for (Sample negative : samples) {
                if (positive.positive() && !negative.positive()) {
                    pairs++;
                    halves += 1 + Long.signum(Long.compare(positive.score(), negative.score()));
                }
            }
        }
        return Fraction.of(halves, 2 * pairs);
    }

    /** The largest gap between the two empirical distribution functions, looked for at every score. */
    Fraction ks() {
        Fraction best = Fraction.of(0, 1);
        for (Sample at : samples) {
            Fraction gap = sum(share(true, at.score()), times(Fraction.of(-1, 1), share(false, at.score())));
            Fraction size = new Fraction(gap.numerator().abs(), gap.denominator());
            best = size.decimal(30).compareTo(best.decimal(30)) > 0 ? size : best;
        }
        return best;
    }

    private Fraction share(boolean positive, long score) {
        long side = samples.stream().filter(each -> each.positive() == positive).count();
        long below = samples.stream()
                .filter(each -> each.positive() == positive && each.score() <= score)
                .count();
        return Fraction.of(below, side);
    }

    /** The textbook way: the sample variance of each side's placements over the side's size, added. */
    double aucError() {
        return Math.sqrt(varianceOfMean(true) + varianceOfMean(false));
    }

    private double varianceOfMean(boolean positive) {
        double[] placements = samples.stream()
                .filter(each -> each.positive() == positive)
                .mapToDouble(each -> placement(each))
                .toArray();
        double mean = Arrays.stream(placements).sum() / placements.length;
        double squares = Arrays.stream(placements)
                .map(each -> (each - mean) * (each - mean))
                .sum();
        return squares / (placements.length - 1) / placements.length;
    }

    private double placement(Sample of) {
        return samples.stream()
                .filter(other -> other.positive() != of.positive())
                .mapToDouble(other ->
                        (1 + Long.signum(Long.compare(of.score(), other.score())) * (of.positive() ? 1 : -1)) / 2.0)
                .average()
                .orElseThrow();
    }

    /** Each sample counts with the chance that it stands in the top when equals are shuffled. */
    Fraction lift(long part, long whole) {
        Fraction hits = Fraction.of(0, 1);
        for (Sample sample : samples) {
            if (sample.positive()) {
                hits = sum(hits, chanceToBeInTop(sample, part, whole));
            }
        }
        Fraction hitRate = times(hits, Fraction.of(whole, part * samples.size()));
        return times(hitRate, Fraction.of(samples.size(), Sample.positives(samples)));
    }

    private Fraction chanceToBeInTop(Sample sample, long part, long whole) {
        long better =
                samples.stream().filter(other -> other.score() > sample.score()).count();
        long equal = samples.stream()
                .filter(other -> other.score() == sample.score())
                .count();
        long left = Math.max(0, Math.min(part * samples.size() - whole * better, whole * equal));
        return Fraction.of(left, whole * equal);
    }

    private static Fraction sum(Fraction a, Fraction b) {
        BigInteger numerator =
                a.numerator().multiply(b.denominator()).add(b.numerator().multiply(a.denominator()));
        return new Fraction(numerator, a.denominator().multiply(b.denominator()));
    }

    private static Fraction times(Fraction a, Fraction b) {
        return new Fraction(
                a.numerator().multiply(b.numerator()), a.denominator().multiply(b.denominator()));
    }
}
