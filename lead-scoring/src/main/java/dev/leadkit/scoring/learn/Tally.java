package dev.leadkit.scoring.learn;

/** Who won and who lost, for each value of one column in some examples. */
final class Tally {

    private final Column column;
    private final long[] won;
    private final long[] lost;

    private Tally(Column column) {
        this.column = column;
        this.won = new long[column.levels() + 1];
        this.lost = new long[column.levels() + 1];
    }

    static Tally of(Table table, int column, int... rows) {
        Tally tally = new Tally(table.columns().get(column));
        for (int row : rows) {
            long[] side = table.won(row) ? tally.won : tally.lost;
            side[table.code(column, row) + 1]++;
        }
        return tally;
    }

    Column column() {
        return column;
    }

    long won(int level) {
        return won[level + 1];
    }

    long lost(int level) {
        return lost[level + 1];
    }

    long count(int level) {
        return won(level) + lost(level);
    }

    long missing() {
        return count(Column.MISSING);
    }

    long known() {
        long known = 0;
        for (int level = 0; level < column.levels(); level++) {
            known += count(level);
        }
        return known;
    }
}
