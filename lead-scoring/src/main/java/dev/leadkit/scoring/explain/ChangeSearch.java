package dev.leadkit.scoring.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds, among all ways of at most so many changes, one that reaches a goal with the fewest points. A limit never makes
 * more of a gain, so what is missing is the least that a way can cost, and the greatest gains that are left are the most that
 * it can bring: ways that cannot reach the goal, or not with fewer points, are left out. For one search.
 */
final class ChangeSearch {

    private static final Comparator<Choices> GREATEST_FIRST =
            Comparator.comparingLong(Choices::greatest).reversed().thenComparingInt(Choices::rule);

    private final Ledger ledger;
    private final Goal goal;
    private final List<Choices> choices;
    private final List<Integer> kinds;
    private final List<Gains> most = new ArrayList<>();
    private final List<Way> taken = new ArrayList<>();
    private List<Way> best = List.of();
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
        this.kinds = kinds();
        this.steps = steps;
    }

    /** What was found, at what cost, and how many steps are left; none left means that something may have been missed. */
    record Found(List<Way> ways, long cost, long stepsLeft) {}

    Found find(int changes) {
        most.add(Gains.none(changes));
        for (int i = choices.size() - 1; i >= 0; i--) {
            most.add(most.get(most.size() - 1).or(choices.get(i)));
        }
        Collections.reverse(most);
        search(0, changes);
        return new Found(best, least, steps);
    }

    private void search(int from, int changes) {
        long missing = goal.atLeast() - goal.value(ledger);
        if (missing <= 0 && cost < least) {
            least = cost;
            best = List.copyOf(taken);
        }
        for (int i = from; i < choices.size() && changes > 0 && steps > 0; i++) {
            if (missing > most.get(i).of(changes) || cost + Math.max(missing, 0) >= least) {
                return;
            }
            if (i == from || !isSame(i - 1, i)) {
                take(i, changes);
            }
        }
    }

    private void take(int i, int changes) {
        for (Way way : choices.get(i).ways()) {
            if (way.changes() > changes || steps <= 0) {
                return;
            }
            steps--;
            ledger.take(way);
            cost += way.gain();
            taken.add(way);
            search(i + 1, changes - way.changes());
            taken.remove(taken.size() - 1);
            cost -= way.gain();
            ledger.takeBack(way);
        }
    }

    /** Of two choices of the same ways under the same limits, the later need not be tried where the earlier was not taken. */
    private boolean isSame(int one, int other) {
        return kinds.get(one).equals(kinds.get(other));
    }

    /** Which choices are alike: the same sum, and the same gains for as many changes. */
    private List<Integer> kinds() {
        Map<List<Object>, Integer> numbers = new HashMap<>();
        List<Integer> numbered = new ArrayList<>();
        for (Choices each : choices) {
            List<Object> kind = new ArrayList<>(ledger.sumOf(each.rule()));
            each.ways().forEach(way -> kind.addAll(List.of(way.changes(), way.gain())));
            numbered.add(numbers.computeIfAbsent(kind, unseen -> numbers.size()));
        }
        return numbered;
    }
}
