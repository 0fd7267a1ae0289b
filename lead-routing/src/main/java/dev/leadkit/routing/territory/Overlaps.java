package dev.leadkit.routing.territory;

import dev.leadkit.fault.Fault;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Entries of territories, none within the other, that are equally strong and have a lead in common. They ask the same criteria
 * and stand in the same cell; there, equally strong postal codes are equally many, so that those that begin first end first.
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
        OpenRules open = new OpenRules(equals, book.hierarchy);
        int[] byStart = IntStream.range(0, equals.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(number -> open.rule(number).postalFrom)
                        .thenComparingLong(number -> open.rule(number).rank))
                .mapToInt(Integer::intValue)
                .toArray();
        int closed = 0;
        for (int number : byStart) {
            Rule rule = open.rule(number);
            while (open.rule(byStart[closed]).postalTo < rule.postalFrom) {
                open.close(byStart[closed++]);
            }
            Rule other = open.apart(rule);
            if (other != null) {
                clash(other, rule);
            }
            open.open(number);
        }
    }

    private void clash(Rule one, Rule other) {
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
