package dev.leadkit.routing.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Rules by the combinations of values that they name. A rule stands in a cell for each of its combinations; which criteria
 * it asks is its shape. A lead's rules are those in the cells of its values, one cell for each shape, and there are few
 * shapes. In each cell the rules are in order of precedence.
 */
final class Cells {

    final CellTable table;
    final List<List<Rule>> rules = new ArrayList<>();

    /** The shapes that occur, the one with the best rule first: bit i for criterion i. */
    final int[] shapes;

    /** The rank of the best rule of each shape. */
    final long[] bestOfShape;

    private final boolean byCondition;

    /** Cells of some rules in order of precedence; with {@code byCondition} the condition is one more value. */
    Cells(List<Rule> all, boolean byCondition) {
        this.byCondition = byCondition;
        this.table = new CellTable(width());
        long[] best = new long[1 << width()];
        Arrays.fill(best, Steps.NOBODY);
        List<Integer> found = new ArrayList<>();
        for (Rule rule : all) {
            int shape = shape(rule);
            if (best[shape] == Steps.NOBODY) {
                best[shape] = rule.rank;
                found.add(shape);
            }
            forEach(rule, key -> table.add(key), cell -> file(cell, rule));
        }
        shapes = found.stream().mapToInt(Integer::intValue).toArray();
        bestOfShape = found.stream().mapToLong(shape -> best[shape]).toArray();
    }

    int width() {
        return Rule.VALUES + (byCondition ? 1 : 0);
    }

    private int shape(Rule rule) {
        int shape = byCondition && rule.hasCondition() ? 1 << Rule.VALUES : 0;
        for (int value = 0; value < Rule.VALUES; value++) {
            shape |= rule.scope.has(value) ? 1 << value : 0;
        }
        return shape;
    }

    private void file(int cell, Rule rule) {
        if (cell == rules.size()) {
            rules.add(new ArrayList<>(1));
        }
        rules.get(cell).add(rule);
    }

    /** Finds or makes a cell. */
    interface Lookup {
        int cell(int[] key);
    }

    /** Goes through the cells of a rule. */
    void forEach(Rule rule, Lookup lookup, IntConsumer action) {
        int[] key = new int[width()];
        if (byCondition) {
            key[Rule.VALUES] = rule.scope.condition();
        }
        fill(rule.scope.values(), 0, key, lookup, action);
    }

    private static void fill(Choices values, int value, int[] key, Lookup lookup, IntConsumer action) {
        if (value == Rule.VALUES) {
            action.accept(lookup.cell(key));
            return;
        }
        if (values.get(value).length == 0) {
            key[value] = CellTable.NONE;
            fill(values, value + 1, key, lookup, action);
        }
        for (int number : values.get(value)) {
            key[value] = number;
            fill(values, value + 1, key, lookup, action);
        }
    }

    /** A key of which only the criteria of a shape are left. */
    static void reduce(int[] key, int shape, int[] into) {
        for (int value = 0; value < into.length; value++) {
            into[value] = (shape >> value & 1) == 1 ? key[value] : CellTable.NONE;
        }
    }
}
