package dev.leadkit.routing.territory;

import dev.leadkit.fault.Fault;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Entries of different territories that are equally strong and have a lead in common. They ask the same criteria and stand in
 * the same cell; there, equally strong intervals are equally wide, so that going through them by their beginnings, with those
 * still open at hand, finds a neighbour that overlaps.
 */
final class Overlaps {

    private final RuleBook book;
    private final Consumer<Fault> faults;
    private final Set<Rule> told = new HashSet<>();

    Overlaps(RuleBook book, Consumer<Fault> faults) {
        this.book = book;
        this.faults = faults;
    }

    void check(Cells cells) {
        for (List<Rule> cell : cells.rules) {
            for (int from = 0, to; from < cell.size(); from = to) {
                to = from + 1;
                while (to < cell.size() && cell.get(to).isAsStrongAs(cell.get(from))) {
                    to++;
                }
                if (to - from > 1) {
                    sweep(cell.subList(from, to));
                }
            }
        }
    }

    private void sweep(List<Rule> equals) {
        NavigableMap<Long, Rule> open = new TreeMap<>();
        Queue<Rule> byEnd = new ArrayDeque<>();
        List<Rule> byStart = equals.stream()
                .sorted(Comparator.<Rule>comparingLong(rule -> rule.postalFrom).thenComparingLong(rule -> rule.rank))
                .toList();
        for (Rule rule : byStart) {
            while (!byEnd.isEmpty() && byEnd.element().postalTo < rule.postalFrom) {
                Rule over = byEnd.remove();
                open.remove(over.scope.size().from(), over);
            }
            clash(below(open, rule), rule);
            clash(above(open, rule), rule);
            open.merge(rule.scope.size().from(), rule, Overlaps::wider);
            byEnd.add(rule);
        }
    }

    /** The later one where both are as wide: it is open for longer. */
    private static Rule wider(Rule earlier, Rule later) {
        return earlier.scope.size().to() > later.scope.size().to() ? earlier : later;
    }

    private static @Nullable Rule below(NavigableMap<Long, Rule> open, Rule rule) {
        Map.Entry<Long, Rule> below = open.floorEntry(rule.scope.size().from());
        return below == null
                        || below.getValue().scope.size().to()
                                < rule.scope.size().from()
                ? null
                : below.getValue();
    }

    private static @Nullable Rule above(NavigableMap<Long, Rule> open, Rule rule) {
        Map.Entry<Long, Rule> above = open.higherEntry(rule.scope.size().from());
        return above == null || above.getKey() > rule.scope.size().to() ? null : above.getValue();
    }

    /** Between a territory and one that it is within, the inner one is meant. */
    private boolean isWithin(Rule one, Rule other) {
        return book.hierarchy.holds(other.scope.territory(), one.scope.territory());
    }

    private void clash(@Nullable Rule one, Rule other) {
        if (one == null || isWithin(one, other) || isWithin(other, one)) {
            return;
        }
        Rule first = one.rank < other.rank ? one : other;
        Rule second = first == one ? other : one;
        if (told.add(second)) {
            faults.accept(new Fault(
                    book.path(second),
                    "stronger or weaker than " + book.path(first),
                    '"' + book.words(second) + '"',
                    "Leads fall into both " + book.territory(first) + " and " + book.territory(second)
                            + ": give one of them a priority."));
        }
    }
}
