package dev.leadkit.accuracy;

import java.math.BigInteger;
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
