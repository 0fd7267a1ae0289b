package dev.leadkit.routing.territory;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Rules of which the postal codes do not say enough: those with a size as well, or with a condition. A search tree by the
 * first code, each node with the last code and the best rank of all below, so that what cannot win is not looked at.
 */
final class Stabbing {

    private static final Stabbing EMPTY = new Stabbing(List.of());

    private final Rule[] rules;
    private final long[] last;
    private final long[] best;

    static Stabbing of(List<Rule> some) {
        return some.isEmpty() ? EMPTY : new Stabbing(some);
    }

    private Stabbing(List<Rule> some) {
        rules = some.stream()
                .sorted(Comparator.<Rule>comparingLong(rule -> rule.postalFrom).thenComparingLong(rule -> rule.rank))
                .toArray(Rule[]::new);
        last = new long[rules.length];
        best = new long[rules.length];
        summarize(0, rules.length);
    }

    private void summarize(int from, int to) {
        if (from < to) {
            int middle = (from + to) >>> 1;
            summarize(from, middle);
            summarize(middle + 1, to);
            last[middle] = rules[middle].postalTo;
            best[middle] = rules[middle].rank;
            if (from < middle) {
                include(middle, (from + middle) >>> 1);
            }
            if (middle + 1 < to) {
                include(middle, (middle + 1 + to) >>> 1);
            }
        }
    }

    private void include(int node, int below) {
        last[node] = Math.max(last[node], last[below]);
        best[node] = Math.min(best[node], best[below]);
    }

    boolean isEmpty() {
        return rules.length == 0;
    }

    /** The rank of the best rule that covers a code, fits and is better than the given rank; else that rank. */
    long best(long code, long known, Predicate<Rule> fits) {
        return best(0, rules.length, code, known, fits);
    }

    private long best(int from, int to, long code, long known, Predicate<Rule> fits) {
        int middle = (from + to) >>> 1;
        if (from >= to || best[middle] >= known || last[middle] < code) {
            return known;
        }
        long found = best(from, middle, code, known, fits);
        Rule rule = rules[middle];
        if (rule.postalFrom > code) {
            return found;
        }
        if (rule.rank < found && code <= rule.postalTo && fits.test(rule)) {
            found = rule.rank;
        }
        return best(middle + 1, to, code, found, fits);
    }
}
