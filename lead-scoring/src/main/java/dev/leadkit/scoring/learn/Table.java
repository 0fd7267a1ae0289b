package dev.leadkit.scoring.learn;

import dev.leadkit.accuracy.Outcomes;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All examples, column by column, in an order that follows from their content and the seed alone: whoever hands the same
 * examples in, in whatever order, gets the same table. Equal examples are told apart only by a running number.
 */
final class Table {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final List<Column> columns;
    private final int[][] codes;
    private final boolean[] won;
    private final Instant[] decided;

    private Table(List<Column> columns, int[][] codes, boolean[] won, Instant[] decided) {
        this.columns = columns;
        this.codes = codes;
        this.won = won;
        this.decided = decided;
    }

    /** Puts the examples into their order. */
    static Table of(List<Column> columns, boolean[] won, Instant[] decided, long seed) {
        int[][] codes = columns.stream().map(Column::settle).toArray(int[][]::new);
        Table asCame = new Table(columns, codes, won, decided);
        return asCame.inOrder(asCame.shuffled(seed));
    }

    private Integer[] shuffled(long seed) {
        long[] keys = new long[won.length];
        Arrays.setAll(keys, row -> content(row, seed));
        Integer[] order = IntStream.range(0, won.length).boxed().toArray(Integer[]::new);
        Comparator<Integer> byContent =
                Comparator.<Integer>comparingLong(row -> keys[row]).thenComparing(this::compare);
        Arrays.sort(order, byContent);
        long[] numbered = keys.clone();
        int copy = 0;
        for (int i = 1; i < order.length; i++) {
            copy = byContent.compare(order[i - 1], order[i]) == 0 ? copy + 1 : 0;
            numbered[order[i]] = mixed(keys[order[i]], copy);
        }
        Arrays.sort(order, Comparator.comparingLong(row -> numbered[row]));
        return order;
    }

    private long content(int row, long seed) {
        long hash = mixed(seed, won[row] ? 1 : 2);
        Instant at = decided[row];
        hash = mixed(mixed(hash, at.getEpochSecond()), at.getNano());
        for (int[] column : codes) {
            hash = mixed(hash, column[row]);
        }
        return hash;
    }

    /** A step of SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"). */
    private static long mixed(long hash, long value) {
        long z = (hash ^ value) + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Only for examples of the same hash, which are equal but for the most unlikely chance. */
    private int compare(int row, int other) {
        for (int[] column : codes) {
            if (column[row] != column[other]) {
                return Integer.compare(column[row], column[other]);
            }
        }
        int order = decided[row].compareTo(decided[other]);
        return order == 0 ? Boolean.compare(won[row], won[other]) : order;
    }

    private Table inOrder(Integer... order) {
        int[][] sorted = new int[codes.length][order.length];
        boolean[] sortedWon = new boolean[order.length];
        Instant[] sortedDecided = new Instant[order.length];
        for (int i = 0; i < order.length; i++) {
            int row = order[i];
            sortedWon[i] = won[row];
            sortedDecided[i] = decided[row];
            for (int column = 0; column < codes.length; column++) {
                sorted[column][i] = codes[column][row];
            }
        }
        return new Table(columns, sorted, sortedWon, sortedDecided);
    }

    List<Column> columns() {
        return columns;
    }

    int rows() {
        return won.length;
    }

    int code(int column, int row) {
        return codes[column][row];
    }

    boolean won(int row) {
        return won[row];
    }

    Instant decided(int row) {
        return decided[row];
    }

    /** The outcomes of all rows where a column is not missing. */
    Outcomes filled(int column) {
        long wins = 0;
        long losses = 0;
        for (int row = 0; row < won.length; row++) {
            if (codes[column][row] != Column.MISSING) {
                wins += won[row] ? 1 : 0;
                losses += won[row] ? 0 : 1;
            }
        }
        return new Outcomes(wins, losses);
    }

    /** All rows. */
    int[] all() {
        return IntStream.range(0, won.length).toArray();
    }

    /** How many of these rows won. */
    int wins(int... rows) {
        int wins = 0;
        for (int row : rows) {
            wins += won[row] ? 1 : 0;
        }
        return wins;
    }
}
