package dev.leadkit.routing.territory;

import java.util.List;
import java.util.function.Predicate;

/**
 * The best rule of each cell. Where codes or sizes alone decide, the best at each place is known; the rest is searched.
 * Rules that ask nothing but a condition stand apart, by their conditions.
 */
final class TerritoryIndex {

    private final Cells cells;
    private final int[] plain;
    private final Steps[] postal;
    private final Steps[] sizes;
    private final Stabbing[] rest;

    TerritoryIndex(List<Rule> rules) {
        cells = new Cells(
                rules.stream().filter(rule -> !asksConditionOnly(rule)).toList(), false);
        int count = cells.rules.size();
        plain = new int[count];
        postal = new Steps[count];
        sizes = new Steps[count];
        rest = new Stabbing[count];
        for (int cell = 0; cell < count; cell++) {
            compile(cell, cells.rules.get(cell));
        }
        cells.rules.clear();
    }

    static boolean asksConditionOnly(Rule rule) {
        boolean other = rule.hasPostal() || rule.scope.hasSize();
        for (int value = 0; value < Rule.VALUES; value++) {
            other |= rule.scope.has(value);
        }
        return rule.hasCondition() && !other;
    }

    private void compile(int cell, List<Rule> all) {
        plain[cell] = Steps.NOBODY;
        for (Rule rule : all) {
            if (!rule.hasPostal() && !rule.scope.hasSize() && !rule.hasCondition()) {
                plain[cell] = Math.min(plain[cell], rule.rank);
            }
        }
        postal[cell] = Steps.of(
                some(all, rule -> !rule.hasCondition() && rule.hasPostal() && !rule.scope.hasSize()),
                rule -> rule.postalFrom,
                rule -> rule.postalTo,
                false);
        sizes[cell] = Steps.of(
                some(all, rule -> !rule.hasCondition() && !rule.hasPostal() && rule.scope.hasSize()),
                rule -> rule.scope.size().from(),
                rule -> rule.scope.size().to(),
                false);
        rest[cell] = Stabbing.of(
                some(all, rule -> rule.hasCondition() || (rule.hasPostal() && rule.scope.hasSize())));
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
    int best(LeadValues lead, int[] key, Predicate<Rule> fits) {
        int best = Steps.NOBODY;
        for (int i = 0; i < cells.shapes.length && cells.bestOfShape[i] < best; i++) {
            int shape = cells.shapes[i];
            if (fill(lead, shape, key)) {
                best = (shape & 1 << Rule.ACCOUNT) == 0
                        ? best(key, lead, best, fits)
                        : bestOfAccounts(key, lead, best, fits);
            }
        }
        return best;
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

    private int bestOfAccounts(int[] key, LeadValues lead, int known, Predicate<Rule> fits) {
        int best = known;
        for (int i = 0; i < lead.accounts(); i++) {
            key[Rule.ACCOUNT] = lead.accounts[i];
            best = best(key, lead, best, fits);
        }
        return best;
    }

    private int best(int[] key, LeadValues lead, int known, Predicate<Rule> fits) {
        int cell = cells.table.find(key);
        if (cell == CellTable.NONE) {
            return known;
        }
        int best = Math.min(known, plain[cell]);
        if (!postal[cell].isEmpty() && lead.postal() != PostalFormat.NONE) {
            best = Math.min(best, postal[cell].best(lead.postal()));
        }
        if (!sizes[cell].isEmpty() && lead.hasSize()) {
            best = Math.min(best, sizes[cell].best(lead.size()));
        }
        return rest[cell].isEmpty() ? best : rest[cell].best(lead.postal(), best, fits);
    }
}
