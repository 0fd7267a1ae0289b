package dev.leadkit.scoring.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every way to begin: for each tie that lifts something or moves more than one sum, one of its ways or none. They are few, and
 * cannot be put together by their gains. For one search; not thread-safe.
 */
final class Starts {

    private final List<List<Way>> ties;
    private final int[] mostFrom;
    private final List<Way> taken = new ArrayList<>();
    private int left = SmallestChange.MOST_STARTS;

    Starts(List<List<Way>> ties) {
        this.ties = ties;
        this.mostFrom = new int[ties.size() + 1];
        for (int i = ties.size() - 1; i >= 0; i--) {
            int most = ties.get(i).stream().mapToInt(Way::changes).max().orElse(0);
            mostFrom[i] = mostFrom[i + 1] + most;
        }
    }

    /** Whether some were left out. */
    boolean isExhausted() {
        return left < 0;
    }

    /** The most changes that a start can have. */
    int mostChanges() {
        return mostFrom[0];
    }

    /** Those of exactly so many changes. */
    void each(int changes, Consumer<List<Way>> action) {
        each(0, changes, action);
    }

    private void each(int from, int changes, Consumer<List<Way>> action) {
        if (left < 0 || changes > mostFrom[from]) {
            return;
        }
        if (from == ties.size()) {
            left--;
            if (left >= 0) {
                action.accept(List.copyOf(taken));
            }
            return;
        }
        each(from + 1, changes, action);
        for (Way way : ties.get(from)) {
            if (way.changes() <= changes) {
                taken.add(way);
                each(from + 1, changes - way.changes(), action);
                taken.remove(taken.size() - 1);
            }
        }
    }
}
