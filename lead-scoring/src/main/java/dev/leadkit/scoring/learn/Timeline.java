package dev.leadkit.scoring.learn;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Learns from the earlier decisions and tests on the later ones, as it will be in use. */
final class Timeline {

    private Timeline() {}

    /**
     * Learned from the first two thirds, tested on the rest; decisions of one moment are on one side. Empty where a part has
     * no winner or no loser.
     */
    static Optional<Validation> later(Table table, Settings settings) {
        if (table.rows() == 0) {
            return Optional.empty();
        }
        Instant[] order = IntStream.range(0, table.rows())
                .mapToObj(table::decided)
                .sorted()
                .toArray(Instant[]::new);
        Instant cut = order[(int) (order.length * 2L / 3)];
        int[] earlier = rows(table, cut, true);
        int[] later = rows(table, cut, false);
        if (!hasBoth(table, earlier) || !hasBoth(table, later)) {
            return Optional.empty();
        }
        Trial trial = new Trial(table, settings);
        trial.run(earlier, later);
        return Optional.of(trial.validation());
    }

    private static int[] rows(Table table, Instant cut, boolean earlier) {
        return Arrays.stream(table.all())
                .filter(row -> table.decided(row).isBefore(cut) == earlier)
                .toArray();
    }

    private static boolean hasBoth(Table table, int... rows) {
        int wins = table.wins(rows);
        return wins > 0 && wins < rows.length;
    }
}
