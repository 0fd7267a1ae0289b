package dev.leadkit.accuracy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes counted by score: an accumulator that tells how well the score ranked the outcomes. Counts of shards merge
 * in any grouping and order, and what was added can be retracted, also before it arrives. Two accumulators are equal
 * when they hold the same counts; a score with no counts left is the same as a score never seen.
 *
 * <p>The scores are whole numbers in whatever unit the caller scores in; only their order matters. Memory grows with
 * the number of different scores, not with the number of outcomes. Mutable and not thread-safe: one per thread, merged
 * afterwards, and no key of a hash table while it still counts.
 */
public final class OutcomeCounts {

    private static final Fraction TOP_DECILE = Fraction.of(1, 10);

    private final NavigableMap<Long, Outcomes> buckets = new TreeMap<>();

    /** Starts with no counts. */
    public OutcomeCounts() {}

    /**
     * Counts one outcome.
     *
     * @param score the score it had
     * @param positive whether it had the outcome
     * @throws ArithmeticException if a count leaves the range of long; nothing has changed then
     */
    public void add(long score, boolean positive) {
        add(score, Outcomes.one(positive));
    }

    /**
     * Undoes one {@link #add(long, boolean)} with the same arguments.
     *
     * @param score the score it had
     * @param positive whether it had the outcome
     * @throws ArithmeticException if a count leaves the range of long; nothing has changed then
     */
    public void retract(long score, boolean positive) {
        add(score, Outcomes.one(positive).negated());
    }

    /**
     * Counts many outcomes of one score, for example counts read back from storage.
     *
     * @param score the score they had
     * @param outcomes how many, signed
     * @throws ArithmeticException if a count leaves the range of long; nothing has changed then
     */
    public void add(long score, Outcomes outcomes) {
        set(score, at(score).plus(outcomes));
    }

    /**
     * Adds all counts of another accumulator, which stays as it is.
     *
     * @param from what is added; may be this accumulator
     * @throws ArithmeticException if a count leaves the range of long; nothing has changed then
     */
    public void merge(OutcomeCounts from) {
        NavigableMap<Long, Outcomes> sums = new TreeMap<>();
        from.buckets.forEach((score, outcomes) -> sums.put(score, at(score).plus(outcomes)));
        sums.forEach(this::set);
    }

    /**
     * The distribution of the scores by outcome, as a histogram needs it.
     *
     * @return a copy that cannot be changed: lowest score first, without scores that have no counts left
     */
    public SortedMap<Long, Outcomes> counts() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(buckets));
    }

    /**
     * The outcomes of all scores together.
     *
     * @return the sums, 0 and 0 when nothing was counted
     * @throws ArithmeticException if a sum leaves the range of long
     */
    public Outcomes total() {
        return buckets.values().stream().reduce(Outcomes.NONE, Outcomes::plus);
    }

    /**
     * The area under the ROC curve: the chance that a random positive scored higher than a random negative, a tie
     * counting as half. 1 is perfect ranking, 1/2 is none, 0 is perfectly reversed. Exact. For the positives
     * {@code p(s)} and negatives {@code n(s)} of score {@code s}, {@code P} and {@code N} in all: the sum over {@code s} of
     * {@code p(s) * (2 * (negatives below s) + n(s))}, over {@code 2 * P * N}.
     *
     * <p>Source: the U statistic of Mann and Whitney (1947), "On a test of whether one of two random variables is
     * stochastically larger than the other", with mid-ranks for ties; as the area: Hanley and McNeil (1982), "The
     * meaning and use of the area under a receiver operating characteristic (ROC) curve".
     *
     * @return a figure from 0 to 1; undefined when a count is below 0 or without both positives and negatives
     */
    public Measure auc() {
        return new Ranking(buckets).auc();
    }

    /**
     * How far the {@linkplain #auc() area} would scatter if other leads of the same kind had been counted: its standard
     * error. Placements are those of {@link #auc()}: for a positive the share of negatives below it, for a negative the
     * share of positives above it, ties as half; the squared error is the variance of the former over {@code P} plus the
     * variance of the latter over {@code N}. It is 0 where the ranking is perfect, which says little for few outcomes.
     *
     * <p>Source: DeLong, DeLong and Clarke-Pearson (1988), "Comparing the areas under two or more correlated receiver
     * operating characteristic curves".
     *
     * @return the standard error, rounded half to even to {@value Proportion#INTERVAL_SCALE} digits after the point; empty
     *     when a count is below 0 or there are fewer than two positives or two negatives
     */
    public Optional<BigDecimal> aucError() {
        return new Ranking(buckets).aucError();
    }

    /**
     * The range that holds the true area with 95 % confidence: {@link #auc()} give or take 1.96 times its
     * {@linkplain #aucError() standard error}, cut off at 0 and 1.
     *
     * @return the interval, both ends rounded half to even to {@value Proportion#INTERVAL_SCALE} digits after the point;
     *     empty where there is no standard error
     */
    public Optional<Interval> auc95() {
        return new Ranking(buckets).auc95();
    }

    /**
     * The greatest distance between the scores of positives and negatives: over all scores {@code s}, the greatest
     * difference between the share of negatives and the share of positives that score at most {@code s}. 0 is no
     * difference, 1 is perfect separation, in either direction. Exact.
     *
     * <p>Source: the two-sample statistic of Smirnov (1939), as used for scorecards by Siddiqi (2006), "Credit Risk
     * Scorecards".
     *
     * @return a figure from 0 to 1; undefined when a count is below 0 or without both positives and negatives
     */
    public Measure ks() {
        return new Ranking(buckets).ks();
    }

    /**
     * The {@linkplain #lift(Fraction) lift} in the top decile, the tenth with the highest scores.
     *
     * @return a figure from 0 to 10; undefined when a count is below 0 or without positives
     */
    public Measure lift() {
        return lift(TOP_DECILE);
    }

    /**
     * How many times richer in positives the top scores are than all together: the rate of positives among the given
     * share with the highest scores, over the rate among all. 1 is no better than chance. Exact: the share is not
     * rounded to whole outcomes (a tenth of 25 is 2.5 of them), and where it ends inside one score, that score gives
     * its positives in proportion, which is what random picking among equals would give on average.
     *
     * <p>Source: Piatetsky-Shapiro and Masand (1999), "Estimating campaign benefits and modeling lift"; the
     * proportional cut is this library's, so that the order of the input cannot matter.
     *
     * @param share which part counts as the top, above 0 and at most 1
     * @return a figure from 0 to {@code 1 / share}; undefined when a count is below 0 or without positives
     * @throws IllegalArgumentException if the share is out of its bounds
     */
    public Measure lift(Fraction share) {
        return new Ranking(buckets).lift(share);
    }

    private Outcomes at(long score) {
        return buckets.getOrDefault(score, Outcomes.NONE);
    }

    private void set(long score, Outcomes outcomes) {
        if (outcomes.equals(Outcomes.NONE)) {
            buckets.remove(score);
        } else {
            buckets.put(score, outcomes);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OutcomeCounts counts && buckets.equals(counts.buckets);
    }

    @Override
    public int hashCode() {
        return buckets.hashCode();
    }

    @Override
    public String toString() {
        return "OutcomeCounts" + buckets;
    }
}
