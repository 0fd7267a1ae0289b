package dev.leadkit.routing.workload;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Those who are eligible for one lead, side by side: what is known of each in arrays, one place for each candidate, and who is
 * first by a {@link FieldRanking}. Used again for lead after lead, so that a decision makes no object for each candidate. For one
 * thread.
 */
public final class Field {

    private static final int MOST_BEST = 16;

    int size;
    final int[] rep;
    final int[] weight;
    final int[] capacity;
    final int[] open;
    final long[] lag;
    final long[] last;

    /** What was due of this lead; written by a ranking that keeps an account. */
    final long[] share;

    /** The lower, the better; those of the same key go by the fraction, if there is one. */
    final long[] key;

    final long[] numerator;
    final long[] denominator;

    boolean fractions;
    boolean account;
    boolean draws;
    long twice;

    private final int[] best = new int[MOST_BEST];
    private int bestEnd;
    private @Nullable Lots lots;

    /** A rep's lot for the lead in hand, by which ties are resolved: the lowest wins. */
    @FunctionalInterface
    public interface Lots {

        /**
         * Draws.
         *
         * @param rep the rep's number
         * @return the lot
         */
        long of(int rep);
    }

    /**
     * Makes room.
     *
     * @param most the most candidates
     */
    public Field(int most) {
        rep = new int[most];
        weight = new int[most];
        capacity = new int[most];
        open = new int[most];
        lag = new long[most];
        last = new long[most];
        share = new long[most];
        key = new long[most];
        numerator = new long[most];
        denominator = new long[most];
    }

    /** Starts with nobody. */
    public void clear() {
        size = 0;
        bestEnd = 0;
        account = false;
    }

    /**
     * Adds a candidate. Candidates must come in the order of their numbers.
     *
     * @param number the rep's number
     * @param weight the part in a fair share, 1 or more
     * @param capacity the most units
     * @return the candidate's place, for {@link #standing}
     */
    public int add(int number, int weight, int capacity) {
        rep[size] = number;
        this.weight[size] = weight;
        this.capacity[size] = capacity;
        return size++;
    }

    /**
     * Says how a candidate stands.
     *
     * @param place the candidate's place
     * @param open the open units
     * @param lag how far behind the fair share, in {@link dev.leadkit.routing.model.Lag} units
     * @param last when the candidate last got a lead: the higher, the later; 0 for never
     */
    public void standing(int place, int open, long lag, long last) {
        this.open[place] = open;
        this.lag[place] = lag;
        this.last[place] = last;
    }

    /**
     * How many there are.
     *
     * @return the number of candidates
     */
    public int size() {
        return size;
    }

    /**
     * Who is at a place.
     *
     * @param place the place
     * @return the rep's number
     */
    public int rep(int place) {
        return rep[place];
    }

    /**
     * Where somebody is.
     *
     * @param number the rep's number
     * @return the candidate's place; negative if the rep is no candidate
     */
    public int place(int number) {
        return Arrays.binarySearch(rep, 0, size, number);
    }

    /**
     * What part of the lead was due to a candidate.
     *
     * @param place the place
     * @return the part, in {@link dev.leadkit.routing.model.Lag} units; all together one lead
     * @throws IllegalStateException if the ranking keeps no account
     */
    public long share(int place) {
        if (!account) {
            throw new IllegalStateException("share must be asked of a ranking that keeps an account, was of another");
        }
        return share[place];
    }

    /**
     * Whether shares are due.
     *
     * @return true if the ranking keeps an account
     */
    public boolean keepsAccount() {
        return account;
    }

    /**
     * Orders the first few.
     *
     * @param ranking by which ranking
     * @param most how many are wanted, 16 at most; 0 for as many as that
     * @param drawn what resolves ties
     */
    public void rank(FieldRanking ranking, int most, Lots drawn) {
        lots = drawn;
        fractions = false;
        account = false;
        draws = true;
        ranking.prepare(this);
        bestEnd = 0;
        int wanted = Math.min(most <= 0 ? MOST_BEST : most, MOST_BEST);
        for (int place = 0; place < size; place++) {
            if (bestEnd < wanted) {
                insert(place);
            } else if (compare(place, best[bestEnd - 1]) < 0) {
                bestEnd--;
                insert(place);
            }
        }
    }

    private void insert(int place) {
        int at = bestEnd++;
        while (at > 0 && compare(place, best[at - 1]) < 0) {
            best[at] = best[at - 1];
            at--;
        }
        best[at] = place;
    }

    /**
     * How many are in order.
     *
     * @return the number of the best that {@link #best} tells
     */
    public int ranked() {
        return bestEnd;
    }

    /**
     * One of the best.
     *
     * @param rank 0 for the first
     * @return the candidate's place
     */
    public int best(int rank) {
        return best[rank];
    }

    /**
     * Whether only the draw tells two apart.
     *
     * @param one a place
     * @param other another
     * @return true if their figures are equal
     */
    public boolean isLevel(int one, int other) {
        return byFigures(one, other) == 0;
    }

    private int compare(int one, int other) {
        int figures = byFigures(one, other);
        if (figures != 0) {
            return figures;
        }
        return draws ? byLot(one, other) : Integer.compare(one, other);
    }

    private int byLot(int one, int other) {
        Lots drawn = requireNonNull(lots, "lots");
        int lot = Long.compare(drawn.of(rep[one]), drawn.of(rep[other]));
        return lot == 0 ? Integer.compare(one, other) : lot;
    }

    int byFigures(int one, int other) {
        if (key[one] != key[other]) {
            return key[one] < key[other] ? -1 : 1;
        }
        return fractions && key[one] == Long.MIN_VALUE ? byFraction(one, other) : 0;
    }

    /** Compares two fractions exactly, by 128-bit cross multiplication; none is negative. */
    private int byFraction(int one, int other) {
        long left = numerator[one];
        long leftTimes = denominator[other];
        long right = numerator[other];
        long rightTimes = denominator[one];
        int high = Long.compare(Math.multiplyHigh(left, leftTimes), Math.multiplyHigh(right, rightTimes));
        return high == 0 ? Long.compareUnsigned(left * leftTimes, right * rightTimes) : high;
    }
}
