package dev.leadkit.routing.territory;

import dev.leadkit.fault.Fault;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Entries that can never win: in each of their cells better rules that ask no more take all leads. */
final class Shadows {

    private final RuleBook book;
    private final Cells cells;
    private final long[] plain;
    private final Steps[] postal;
    private final Steps[] sizes;
    private final int[] reduced;

    Shadows(RuleBook book, Cells cells) {
        this.book = book;
        this.cells = cells;
        this.reduced = new int[cells.width()];
        int count = cells.rules.size();
        plain = new long[count];
        postal = new Steps[count];
        sizes = new Steps[count];
        for (int cell = 0; cell < count; cell++) {
            List<Rule> all = cells.rules.get(cell);
            plain[cell] = all.stream()
                    .filter(rule -> !rule.hasPostal() && !rule.scope.hasSize())
                    .mapToLong(rule -> rule.rank)
                    .min()
                    .orElse(Steps.NOBODY);
            postal[cell] = Steps.of(
                    all.stream()
                            .filter(rule -> rule.hasPostal() && !rule.scope.hasSize())
                            .toList(),
                    rule -> rule.postalFrom,
                    rule -> rule.postalTo,
                    true);
            sizes[cell] = Steps.of(
                    all.stream()
                            .filter(rule -> !rule.hasPostal() && rule.scope.hasSize())
                            .toList(),
                    rule -> rule.scope.size().from(),
                    rule -> rule.scope.size().to(),
                    true);
        }
    }

    void check(Consumer<Fault> warnings) {
        for (Rule rule : book.rules) {
            AtomicBoolean shadowed = new AtomicBoolean(true);
            cells.forEach(rule, key -> isTaken(rule, key) ? 0 : 1, open -> shadowed.compareAndSet(true, open == 0));
            if (shadowed.get()) {
                warnings.accept(new Fault(
                        book.path(rule),
                        "an entry that some lead falls into",
                        '"' + book.words(rule) + '"',
                        "Stronger entries take every lead of it."));
            }
        }
    }

    /** What a key does not have, nobody in the cell that it is reduced to asks. */
    private boolean isTaken(Rule rule, int[] key) {
        for (int i = 0; i < cells.shapes.length && cells.bestOfShape[i] < rule.rank; i++) {
            Cells.reduce(key, cells.shapes[i], reduced);
            int cell = cells.table.find(reduced);
            if (cell != CellTable.NONE && isTaken(rule, cell)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTaken(Rule rule, int cell) {
        SizeSpan size = rule.scope.size();
        return plain[cell] < rule.rank
                || (rule.hasPostal() && postal[cell].worst(rule.postalFrom, rule.postalTo) < rule.rank)
                || (rule.scope.hasSize() && sizes[cell].worst(size.from(), size.to()) < rule.rank);
    }
}
