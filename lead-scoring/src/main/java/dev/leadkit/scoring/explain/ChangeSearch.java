package dev.leadkit.scoring.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds, among all ways to change exactly so many rules, one that reaches a goal with the fewest points. A limit never makes
 * more of a gain, so what is missing is the least that a way can cost, and the greatest gains that are left are the most that
 * it can bring: ways that cannot reach the goal, or not with fewer points, are left out. For one search.
 */
final class ChangeSearch {

    private static final Comparator<Choices> GREATEST_FIRST =
            Comparator.comparingLong(Choices::greatest).reversed().thenComparingInt(Choices::rule);

    private final Ledger ledger;
    private final Goal goal;
    private final List<Choices> choices;
    private final List<Flip> taken = new ArrayList<>();
    private List<Flip> best = List.of();
    private long cost;
    private long least = Long.MAX_VALUE;
    private long steps;

    ChangeSearch(Ledger ledger, Goal goal, List<Choices> choices, long steps) {
        this.ledger = ledger;
        this.goal = goal;
        this.choices = choices.stream()
                .filter(each -> goal.concerns(ledger, each.rule()))
                .sorted(GREATEST_FIRST)
                .toList();
        this.steps = steps;
    }

    /** What was found, at what cost, and how many steps are left; none left means that something may have been missed. */
    record Found(List<Flip> flips, long cost, long stepsLeft) {}

    Found find(int changes) {
        search(0, changes);
        return new Found(best, least, steps);
    }

    private void search(int from, int changes) {
        long missing = goal.atLeast() - goal.value(ledger);
        if (changes == 0) {
            if (missing <= 0 && cost < least) {
                least = cost;
                best = List.copyOf(taken);
            }
            return;
        }
        for (int i = from; i + changes <= choices.size() && steps > 0; i++) {
            if (missing > most(i, changes) || cost + Math.max(missing, 0) >= least) {
                return;
            }
            if (i == from || !isSame(choices.get(i - 1), choices.get(i))) {
                take(i, changes);
            }
        }
    }

    private void take(int i, int changes) {
        Choices each = choices.get(i);
        for (int way = 0; way < each.gains().size() && steps > 0; way++) {
            steps--;
            long gain = each.gains().get(way);
            ledger.add(each.rule(), gain);
            cost += gain;
            taken.add(each.flips().get(way));
            search(i + 1, changes - 1);
            taken.remove(taken.size() - 1);
            cost -= gain;
            ledger.add(each.rule(), -gain);
        }
    }

    /** The most that some changes can bring from here on. */
    private long most(int from, int changes) {
        long most = 0;
        for (int i = from; i < from + changes; i++) {
            most += choices.get(i).greatest();
        }
        return most;
    }

    /** Of two rules with the same gains under the same limits, the later need not be tried where the earlier was not taken. */
    private boolean isSame(Choices one, Choices other) {
        return one.gains().equals(other.gains())
                && ledger.groupOf(one.rule()) == ledger.groupOf(other.rule())
                && ledger.dimensionOf(one.rule()) == ledger.dimensionOf(other.rule());
    }
}
