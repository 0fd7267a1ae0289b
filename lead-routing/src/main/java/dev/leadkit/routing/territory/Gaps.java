package dev.leadkit.routing.territory;

import dev.leadkit.fault.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What a plan has to cover and does not. */
final class Gaps {

    private final RuleBook book;
    private final Cells cells;
    private final Consumer<Fault> faults;

    Gaps(RuleBook book, Cells cells, Consumer<Fault> faults) {
        this.book = book;
        this.cells = cells;
        this.faults = faults;
    }

    void check(Criteria coverage, String path) {
        boolean other = coverage.hasAccounts()
                || coverage.size().isPresent()
                || coverage.when().isPresent();
        if (other || coverage.isEmpty()) {
            faults.accept(new Fault(
                    path,
                    "countries, regions, postal codes, industries or sources",
                    other ? "something else" : "empty",
                    "Nothing else can be counted out."));
            return;
        }
        Effect effect = book.effects.both(Effect.NOTHING_ASKED, coverage, path);
        if (effect != null) {
            check(effect, path);
        }
    }

    private void check(Effect effect, String path) {
        List<Effect.Piece> postal = effect.postal();
        Rule.Scope scope =
                new Rule.Scope(new Rule.Place(0, 0, 0), 0, effect.values(), effect.size(), Rule.NO_CONDITION);
        List<Rule> wanted = postal == null
                ? List.of(new Rule(scope))
                : postal.stream()
                        .map(piece -> new Rule(scope, piece.span(), piece.from(), piece.to()))
                        .toList();
        for (Rule each : wanted) {
            cells.forEach(each, key -> check(each, key, path), ignored -> {});
        }
    }

    private int check(Rule wanted, int[] key, String path) {
        List<Rule> covering = covering(key);
        if (covering.stream().noneMatch(rule -> !rule.hasPostal())) {
            if (wanted.hasPostal()) {
                uncovered(wanted, covering, key, path);
            } else {
                tell(path, words(key));
            }
        }
        return 0;
    }

    /** Some more than once: a key without a value finds the cell of those that do not ask it. */
    private List<Rule> covering(int[] key) {
        List<Rule> covering = new ArrayList<>();
        int[] reduced = new int[cells.width()];
        for (int shape : cells.shapes) {
            Cells.reduce(key, shape, reduced);
            int cell = cells.table.find(reduced);
            if (cell != CellTable.NONE) {
                cells.rules.get(cell).stream()
                        .filter(rule -> !rule.scope.hasSize())
                        .forEach(covering::add);
            }
        }
        return covering;
    }

    private void uncovered(Rule wanted, List<Rule> covering, int[] key, String path) {
        long next = wanted.postalFrom;
        List<Rule> byStart = covering.stream()
                .filter(rule -> rule.postalTo >= wanted.postalFrom && rule.postalFrom <= wanted.postalTo)
                .sorted(Comparator.comparingLong(rule -> rule.postalFrom))
                .toList();
        for (Rule rule : byStart) {
            if (rule.postalFrom > next) {
                gap(next, rule.postalFrom - 1, key, path);
            }
            next = Math.max(next, rule.postalTo + 1);
        }
        if (next <= wanted.postalTo) {
            gap(next, wanted.postalTo, key, path);
        }
    }

    private void gap(long from, long to, int[] key, String path) {
        PostalFormat format = book.vocabulary.format(key[Rule.COUNTRY]);
        String codes = from == to ? format.text(from) : format.text(from) + ".." + format.text(to);
        tell(path + ".postalCode", words(key) + " " + codes);
    }

    private void tell(String path, String value) {
        faults.accept(new Fault(path, "covered by entries that ask no more", value, ""));
    }

    private String words(int[] key) {
        return book.vocabulary.words(key);
    }
}
