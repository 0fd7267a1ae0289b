package dev.leadkit.scoring.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts values together. Numbers: first into bins of about a twentieth of the leads (Siddiqi 2006: at least 5 % in each),
 * then neighbours whose outcomes do not differ become one, the most alike first, as long as chi-square says that chance
 * alone would do it in more than one of twenty cases (ChiMerge, Kerber 1992). Texts: each common value is a bin, the most
 * common {@value #MOST_TEXTS} at most; the others share one.
 */
final class Binner {

    /** How many bins numbers are put into at first. */
    static final int FINE = 20;

    /** The most values of a text that have a bin of their own. */
    static final int MOST_TEXTS = 50;

    /** The 95 % point of chi-square with one degree of freedom. */
    private static final double CRITICAL = 3.841458820694124;

    private final long least;

    /**
     * Makes a binner.
     *
     * @param least how many leads a bin must have
     */
    Binner(long least) {
        this.least = least;
    }

    List<Bins> bins(Table table, int... rows) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(column -> bins(Tally.of(table, column, rows)))
                .toList();
    }

    Bins bins(Tally tally) {
        return tally.column().isOrdered() ? ordered(tally) : unordered(tally);
    }

    private Bins unordered(Tally tally) {
        int[] bins = new int[tally.column().levels()];
        Arrays.fill(bins, Bins.NONE);
        List<Integer> own = ownBins(tally);
        for (int i = 0; i < own.size(); i++) {
            bins[own.get(i)] = i;
        }
        long inOwn = own.stream().mapToLong(tally::count).sum();
        boolean others = tally.column().hasOthers() && tally.known() > inOwn;
        if (others) {
            Arrays.setAll(bins, level -> bins[level] == Bins.NONE ? own.size() : bins[level]);
        }
        return Bins.of(tally, bins, others);
    }

    private List<Integer> ownBins(Tally tally) {
        Column column = tally.column();
        long needed = column.hasOthers() ? least : 1;
        return IntStream.range(0, column.levels())
                .filter(level -> column.isBin(level) && tally.count(level) >= needed)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(tally::count).reversed())
                .limit(MOST_TEXTS)
                .sorted()
                .toList();
    }

    private Bins ordered(Tally tally) {
        List<Run> runs = fine(tally);
        merge(runs);
        int[] bins = new int[tally.column().levels()];
        int from = 0;
        for (int i = 0; i < runs.size(); i++) {
            int to = i + 1 == runs.size()
                    ? bins.length
                    : tally.column().edge(runs.get(i).last(), runs.get(i + 1).first());
            Arrays.fill(bins, from, to, i);
            from = to;
        }
        if (runs.isEmpty()) {
            Arrays.fill(bins, Bins.NONE);
        }
        return Bins.of(tally, bins, false);
    }

    /** Neighbouring values, each run about a twentieth of the leads; a value as common as that is alone. */
    private List<Run> fine(Tally tally) {
        double share = Math.max((double) least, (double) tally.known() / FINE);
        List<Run> runs = new ArrayList<>();
        boolean closed = true;
        for (int level = 0; level < tally.column().levels(); level++) {
            Run run = new Run(level, level, tally.won(level), tally.lost(level));
            if (run.size() == 0) {
                continue;
            }
            if (closed || run.size() >= share) {
                runs.add(run);
            } else {
                runs.add(runs.remove(runs.size() - 1).with(run));
            }
            closed = runs.get(runs.size() - 1).size() >= share;
        }
        return runs;
    }

    private void merge(List<Run> runs) {
        while (runs.size() > 1) {
            int best = 0;
            double smallest = Double.POSITIVE_INFINITY;
            for (int i = 0; i + 1 < runs.size(); i++) {
                double difference = difference(runs.get(i), runs.get(i + 1));
                best = difference < smallest ? i : best;
                smallest = Math.min(smallest, difference);
            }
            if (smallest >= CRITICAL) {
                return;
            }
            runs.set(best, runs.get(best).with(runs.remove(best + 1)));
        }
    }

    /** Pearson's chi-square of two runs and the outcomes; nothing for a run that is too small to stand alone. */
    private double difference(Run one, Run other) {
        double size = (double) one.size() * other.size();
        double wins = (double) one.won() + other.won();
        double losses = (double) one.lost() + other.lost();
        if (wins == 0 || losses == 0) {
            return 0;
        }
        double chi = StrictMath.pow((double) one.won() * other.lost() - (double) other.won() * one.lost(), 2)
                * (one.size() + other.size())
                / (size * wins * losses);
        return Math.min(one.size(), other.size()) < least ? Math.min(chi, CRITICAL / 2) : chi;
    }

    private record Run(int first, int last, long won, long lost) {

        long size() {
            return won + lost;
        }

        Run with(Run next) {
            return new Run(first, next.last, won + next.won, lost + next.lost);
        }
    }
}
