package dev.leadkit.scoring.learn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes examples in, one by one, into columns. Not thread-safe. */
final class Intake {

    private final List<Column> columns;
    private final BitSet won = new BitSet();
    private final List<Instant> decided = new ArrayList<>();
    private final SortedMap<String, Long> setLate = new TreeMap<>();

    Intake(List<Column> columns) {
        this.columns = columns;
    }

    void add(Example example) {
        columns.forEach(column -> column.add(example.facts()));
        won.set(decided.size(), example.won());
        decided.add(example.facts().asOf());
        for (Map.Entry<String, Instant> set : example.setAt().entrySet()) {
            if (example.isLate(set)) {
                setLate.merge(set.getKey(), 1L, Long::sum);
            }
        }
    }

    /** In how many examples a field was set after the decision, by its name. */
    SortedMap<String, Long> setLate() {
        return setLate;
    }

    Table table(long seed) {
        boolean[] sides = new boolean[decided.size()];
        for (int row = 0; row < sides.length; row++) {
            sides[row] = won.get(row);
        }
        return Table.of(columns, sides, decided.toArray(Instant[]::new), seed);
    }
}
