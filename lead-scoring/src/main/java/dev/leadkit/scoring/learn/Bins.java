package dev.leadkit.scoring.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the values of one column were put together in some examples: the bin of each value, the bin of missing ones, and who
 * won in each.
 */
final class Bins {

    /** The bin of what the examples say nothing about. */
    static final int NONE = -1;

    private final Column column;
    private final int[] ofLevel;
    private final int missing;
    private final boolean others;
    private final long[] won;
    private final long[] lost;

    private Bins(Column column, int[] ofLevel, int missing, boolean others, long[] won, long[] lost) {
        this.column = column;
        this.ofLevel = ofLevel;
        this.missing = missing;
        this.others = others;
        this.won = won;
        this.lost = lost;
    }

    /** Counts, for each bin that the levels were put into, who won. */
    static Bins of(Tally tally, int[] ofLevel, boolean others) {
        int known = Arrays.stream(ofLevel).max().orElse(NONE) + 1;
        boolean isMissing = tally.missing() > 0;
        long[] won = new long[known + (isMissing ? 1 : 0)];
        long[] lost = new long[won.length];
        for (int level = 0; level < ofLevel.length; level++) {
            if (ofLevel[level] != NONE) {
                won[ofLevel[level]] += tally.won(level);
                lost[ofLevel[level]] += tally.lost(level);
            }
        }
        if (isMissing) {
            won[known] = tally.won(Column.MISSING);
            lost[known] = tally.lost(Column.MISSING);
        }
        return new Bins(tally.column(), ofLevel, isMissing ? known : NONE, others, won, lost);
    }

    Column column() {
        return column;
    }

    int size() {
        return won.length;
    }

    /** The bin of a value's number, or {@link #NONE}. */
    int bin(int code) {
        return code == Column.MISSING ? missing : ofLevel[code];
    }

    /** Whether a bin may earn points: there are enough leads in it, and a rule can ask for it. */
    boolean counts(int bin, long least) {
        return count(bin) >= least && (bin != missing || column.missing().isPresent());
    }

    /** How many bins may earn points. */
    int counting(long least) {
        return (int)
                IntStream.range(0, size()).filter(bin -> counts(bin, least)).count();
    }

    boolean isMissing(int bin) {
        return bin == missing;
    }

    /** Whether the bin holds all values that have none of their own. */
    boolean isOthers(int bin) {
        return others && bin == known() - 1;
    }

    /** How many bins hold values; they stand before the one of missing values. */
    int known() {
        return missing == NONE ? won.length : missing;
    }

    long won(int bin) {
        return won[bin];
    }

    long count(int bin) {
        return won[bin] + lost[bin];
    }

    long lost(int bin) {
        return lost[bin];
    }

    /** The values of a bin, in order. */
    List<Integer> levels(int bin) {
        List<Integer> levels = new ArrayList<>();
        for (int level = 0; level < ofLevel.length; level++) {
            if (ofLevel[level] == bin) {
                levels.add(level);
            }
        }
        return levels;
    }

    /** The same with a bin and the next one put together. */
    Bins joined(int bin) {
        int[] levels = ofLevel.clone();
        Arrays.setAll(levels, level -> levels[level] > bin ? levels[level] - 1 : levels[level]);
        return new Bins(
                column, levels, missing == NONE ? NONE : missing - 1, others, joined(won, bin), joined(lost, bin));
    }

    private static long[] joined(long[] counts, int bin) {
        long[] fewer = new long[counts.length - 1];
        for (int i = 0; i < counts.length; i++) {
            fewer[i > bin ? i - 1 : i] += counts[i];
        }
        return fewer;
    }
}
