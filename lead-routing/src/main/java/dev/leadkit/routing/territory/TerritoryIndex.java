package dev.leadkit.routing.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The best rule of each cell. Where codes or sizes alone decide, the best at each place is known; the rest is searched.
 * Rules that ask nothing but a condition stand apart, by their conditions.
 */
final class TerritoryIndex {

    /** A line has a key, the rank of the best rule that asks nothing else in two halves, and the number of the other rules from 1. */
    private static final int LINE = 8;

    private static final int PLAIN = Rule.VALUES;
    private static final int OTHERS = PLAIN + 2;
    private static final int NO_OTHERS = -1;
    private static final int NO_LINE = -1;

    private static final int SEVERAL = -1;

    private final int[] shapes;

    /** The only value that a shape asks, by whose number its lines are found; {@link #SEVERAL} if there is not one. */
    private final int[] onlyValue;

    private final int[][] lineOfValue;
    private final long[] bestOfShape;
    private final List<Others> others = new ArrayList<>();

    /** Lines by the hash of their keys. Nothing is looked up that is not in one: what is there is in one place of memory. */
    private final int[] lines;

    /** Rules of a cell that ask codes, sizes or conditions. */
    private record Others(Steps postal, Steps sizes, Stabbing rest) {}

    TerritoryIndex(List<Rule> rules) {
        Cells cells = new Cells(
                rules.stream().filter(rule -> !asksConditionOnly(rule)).toList(), false);
        shapes = cells.shapes;
        bestOfShape = cells.bestOfShape;
        lines = new int[LINE * Math.max(2, Integer.highestOneBit(cells.rules.size()) * 4)];
        int[] key = new int[Rule.VALUES];
        for (int cell = 0; cell < cells.rules.size(); cell++) {
            cells.table.copy(cell, key);
            compile(line(key), key, cells.rules.get(cell));
        }
        onlyValue = Arrays.stream(shapes).map(TerritoryIndex::onlyValue).toArray();
        lineOfValue = Arrays.stream(onlyValue)
                .mapToObj(value -> linesOf(value, cells))
                .toArray(int[][]::new);
    }

    private static int onlyValue(int shape) {
        return Integer.bitCount(shape) == 1 ? Integer.numberOfTrailingZeros(shape) : SEVERAL;
    }

    /** Where the lines of a shape that asks one value begin, by the value's number; {@link #NO_LINE} where there is none. */
    private int[] linesOf(int value, Cells cells) {
        int[] found = {};
        int[] key = new int[Rule.VALUES];
        for (int cell = 0; value != SEVERAL && cell < cells.rules.size(); cell++) {
            cells.table.copy(cell, key);
            if (asksOnly(value, key)) {
                int end = found.length;
                found = end > key[value] ? found : Arrays.copyOf(found, 2 * key[value] + 1);
                Arrays.fill(found, end, found.length, NO_LINE);
                found[key[value]] = line(key);
            }
        }
        return found;
    }

    private static boolean asksOnly(int value, int[] key) {
        for (int i = 0; i < key.length; i++) {
            if ((key[i] == CellTable.NONE) == (i == value)) {
                return false;
            }
        }
        return true;
    }

    /** Where the line of a key begins, or the free one where it would. */
    private int line(int[] key) {
        int line = LINE * CellTable.hash(key, 0, key.length) & (lines.length - 1);
        while (lines[line + OTHERS] != 0 && !isOf(line, key)) {
            line = (line + LINE) & (lines.length - 1);
        }
        return line;
    }

    private boolean isOf(int line, int[] key) {
        for (int i = 0; i < key.length; i++) {
            if (lines[line + i] != key[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean asksConditionOnly(Rule rule) {
        boolean other = rule.hasPostal() || rule.scope.hasSize();
        for (int value = 0; value < Rule.VALUES; value++) {
            other |= rule.scope.has(value);
        }
        return rule.hasCondition() && !other;
    }

    private void compile(int line, int[] key, List<Rule> all) {
        System.arraycopy(key, 0, lines, line, key.length);
        long plain = Steps.NOBODY;
        boolean isPlain = true;
        for (Rule rule : all) {
            if (rule.hasPostal() || rule.scope.hasSize() || rule.hasCondition()) {
                isPlain = false;
            } else {
                plain = Math.min(plain, rule.rank);
            }
        }
        lines[line + PLAIN] = (int) (plain >> Integer.SIZE);
        lines[line + PLAIN + 1] = (int) plain;
        lines[line + OTHERS] = NO_OTHERS;
        if (!isPlain) {
            others.add(others(all));
            lines[line + OTHERS] = others.size();
        }
    }

    private static Others others(List<Rule> all) {
        Steps postal = Steps.of(
                some(all, rule -> !rule.hasCondition() && rule.hasPostal() && !rule.scope.hasSize()),
                rule -> rule.postalFrom,
                rule -> rule.postalTo,
                false);
        Steps sizes = Steps.of(
                some(all, rule -> !rule.hasCondition() && !rule.hasPostal() && rule.scope.hasSize()),
                rule -> rule.scope.size().from(),
                rule -> rule.scope.size().to(),
                false);
        List<Rule> rest = some(all, rule -> rule.hasCondition() || (rule.hasPostal() && rule.scope.hasSize()));
        return new Others(postal, sizes, Stabbing.of(rest));
    }

    private static List<Rule> some(List<Rule> all, Predicate<Rule> wanted) {
        for (Rule rule : all) {
            if (wanted.test(rule)) {
                return all.stream().filter(wanted).toList();
            }
        }
        return List.of();
    }

    /** The rank of the best rule that a lead fulfils; {@code key} is room for a key. */
    long best(LeadValues lead, int[] key, Predicate<Rule> fits) {
        long best = Steps.NOBODY;
        for (int i = 0; i < shapes.length && bestOfShape[i] < best; i++) {
            if (onlyValue[i] != SEVERAL) {
                best = bestOfOne(i, lead, best, fits);
            } else if (fill(lead, shapes[i], key)) {
                best = (shapes[i] & 1 << Rule.ACCOUNT) == 0
                        ? best(line(key), lead, best, fits)
                        : bestOfAccounts(key, lead, best, fits);
            }
        }
        return best;
    }

    private long bestOfOne(int shape, LeadValues lead, long known, Predicate<Rule> fits) {
        if (onlyValue[shape] != Rule.ACCOUNT) {
            return bestOfOne(shape, lead.value(onlyValue[shape]), lead, known, fits);
        }
        long best = known;
        for (int i = 0; i < lead.accounts(); i++) {
            best = bestOfOne(shape, lead.accounts[i], lead, best, fits);
        }
        return best;
    }

    private long bestOfOne(int shape, int value, LeadValues lead, long known, Predicate<Rule> fits) {
        int[] ofValue = lineOfValue[shape];
        boolean isNamed = value >= 0 && value < ofValue.length && ofValue[value] != NO_LINE;
        return isNamed ? best(ofValue[value], lead, known, fits) : known;
    }

    private static boolean fill(LeadValues lead, int shape, int[] key) {
        key[Rule.ACCOUNT] = CellTable.NONE;
        for (int value = Rule.ACCOUNT + 1; value < Rule.VALUES; value++) {
            boolean asked = (shape >> value & 1) == 1;
            key[value] = asked ? lead.value(value) : CellTable.NONE;
            if (asked && key[value] == Words.NONE) {
                return false;
            }
        }
        return true;
    }

    private long bestOfAccounts(int[] key, LeadValues lead, long known, Predicate<Rule> fits) {
        long best = known;
        for (int i = 0; i < lead.accounts(); i++) {
            key[Rule.ACCOUNT] = lead.accounts[i];
            best = best(line(key), lead, best, fits);
        }
        return best;
    }

    private long best(int line, LeadValues lead, long known, Predicate<Rule> fits) {
        if (lines[line + OTHERS] == 0) {
            return known;
        }
        long best = Math.min(known, plain(line));
        return lines[line + OTHERS] == NO_OTHERS ? best : best(others.get(lines[line + OTHERS] - 1), lead, best, fits);
    }

    private long plain(int line) {
        return (long) lines[line + PLAIN] << Integer.SIZE | (lines[line + PLAIN + 1] & 0xFFFF_FFFFL);
    }

    private static long best(Others others, LeadValues lead, long known, Predicate<Rule> fits) {
        long best = known;
        if (!others.postal.isEmpty() && lead.postal() != PostalFormat.NONE) {
            best = Math.min(best, others.postal.best(lead.postal()));
        }
        if (!others.sizes.isEmpty() && lead.hasSize()) {
            best = Math.min(best, others.sizes.best(lead.size()));
        }
        return others.rest.isEmpty() ? best : others.rest.best(lead.postal(), best, fits);
    }
}
