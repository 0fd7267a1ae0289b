package dev.leadkit.scoring.learn;

import java.util.stream.IntStream;

/** Deals the rows of a table into folds, winners and losers each in turn, so that every fold has its share of both. */
final class Folds {

    private Folds() {}

    /** The fold of each row. */
    static int[] of(Table table, int folds) {
        int[] fold = new int[table.rows()];
        int wins = 0;
        int losses = 0;
        for (int row = 0; row < fold.length; row++) {
            fold[row] = (table.won(row) ? wins++ : losses++) % folds;
        }
        return fold;
    }

    /** The rows that are in a fold, or those that are not. */
    static int[] rows(int[] fold, int which, boolean inside) {
        return IntStream.range(0, fold.length)
                .filter(row -> (fold[row] == which) == inside)
                .toArray();
    }
}
