package dev.leadkit.routing.territory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Equally strong rules in the order of their sizes, some of which are open. A tree over all of them has, for each stretch,
 * the open one whose territory is left first in the walk around the hierarchy, and the one whose territory is entered last: if
 * any is of a territory apart, neither within another one nor around it, one of these two is.
 */
final class OpenRules {

    private static final int NOBODY = -1;

    private final Rule[] rules;
    private final Hierarchy hierarchy;
    private final int[] leftFirst;
    private final int[] enteredLast;

    /** None is open yet. Sizes are equally wide, or open on one side: in this order both of their ends rise. */
    OpenRules(List<Rule> equals, Hierarchy hierarchy) {
        this.rules = equals.stream()
                .sorted(Comparator.<Rule>comparingLong(rule -> rule.scope.size().from())
                        .thenComparingLong(rule -> rule.scope.size().to()))
                .toArray(Rule[]::new);
        this.hierarchy = hierarchy;
        this.leftFirst = new int[2 * rules.length];
        this.enteredLast = new int[2 * rules.length];
        Arrays.fill(leftFirst, NOBODY);
        Arrays.fill(enteredLast, NOBODY);
    }

    Rule rule(int number) {
        return rules[number];
    }

    void open(int number) {
        set(number, number);
    }

    void close(int number) {
        set(number, NOBODY);
    }

    private void set(int number, int rule) {
        int node = number + rules.length;
        leftFirst[node] = rule;
        enteredLast[node] = rule;
        for (node /= 2; node > 0; node /= 2) {
            leftFirst[node] = leftFirst(leftFirst[2 * node], leftFirst[2 * node + 1]);
            enteredLast[node] = enteredLast(enteredLast[2 * node], enteredLast[2 * node + 1]);
        }
    }

    private int leftFirst(int one, int other) {
        if (one == NOBODY || other == NOBODY) {
            return Math.max(one, other);
        }
        return hierarchy.left(territory(one)) < hierarchy.left(territory(other)) ? one : other;
    }

    private int enteredLast(int one, int other) {
        if (one == NOBODY || other == NOBODY) {
            return Math.max(one, other);
        }
        return hierarchy.entered(territory(one)) > hierarchy.entered(territory(other)) ? one : other;
    }

    private int territory(int number) {
        return rules[number].scope.territory();
    }

    /** An open rule with sizes in common, of a territory that is neither the same nor around or within; null without. */
    @Nullable Rule apart(Rule rule) {
        SizeSpan size = rule.scope.size();
        int before = NOBODY;
        int behind = NOBODY;
        int from = first(number -> rules[number].scope.size().to() >= size.from()) + rules.length;
        int to = first(number -> rules[number].scope.size().from() > size.to()) + rules.length;
        while (from < to) {
            if (from % 2 == 1) {
                before = leftFirst(before, leftFirst[from]);
                behind = enteredLast(behind, enteredLast[from++]);
            }
            if (to % 2 == 1) {
                before = leftFirst(before, leftFirst[--to]);
                behind = enteredLast(behind, enteredLast[to]);
            }
            from /= 2;
            to /= 2;
        }
        int territory = rule.scope.territory();
        if (before != NOBODY && hierarchy.left(territory(before)) <= hierarchy.entered(territory)) {
            return rules[before];
        }
        return behind != NOBODY && hierarchy.entered(territory(behind)) >= hierarchy.left(territory)
                ? rules[behind]
                : null;
    }

    /** The first of which something is true that is true of all behind it; their number if it is of none. */
    private int first(IntPredicate isReached) {
        int low = 0;
        int high = rules.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isReached.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
