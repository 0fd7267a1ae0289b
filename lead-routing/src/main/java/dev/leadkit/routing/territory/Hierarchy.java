package dev.leadkit.routing.territory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which territory is within which, by the numbers of a walk around the tree: one is within another if it is entered while the
 * other is open. Parents that nobody knows, and those on a circle, count as none; whoever builds a plan refuses them.
 */
final class Hierarchy {

    static final int NONE = -1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] parent;
    private final boolean[] onCircle;
    private final int[] entered;
    private final int[] left;
    private final int[] depth;
    private final int[] barrier;

    Hierarchy(List<Territory> territories) {
        int count = territories.size();
        for (int i = 0; i < count; i++) {
            numbers.putIfAbsent(territories.get(i).id(), i);
        }
        parent = new int[count];
        Arrays.setAll(parent, i -> territories.get(i).parent().map(this::number).orElse(NONE));
        onCircle = circles();
        entered = new int[count];
        left = new int[count];
        depth = new int[count];
        barrier = new int[count];
        walk();
        for (int each : fromTop()) {
            depth[each] = parent[each] == NONE ? 0 : depth[parent[each]] + 1;
            boolean open = parent[each] != NONE && !territories.get(each).exclusive();
            barrier[each] = open ? barrier[parent[each]] : each;
        }
    }

    private boolean[] circles() {
        boolean[] circle = new boolean[parent.length];
        int[] seen = new int[parent.length];
        for (int start = 0; start < parent.length; start++) {
            int at = start;
            while (at != NONE && seen[at] == 0) {
                seen[at] = start + 1;
                at = parent[at];
            }
            for (int on = at; on != NONE && seen[on] == start + 1 && !circle[on]; on = parent[on]) {
                circle[on] = true;
            }
        }
        for (int i = 0; i < circle.length; i++) {
            parent[i] = circle[i] ? NONE : parent[i];
        }
        return circle;
    }

    private void walk() {
        int[] first = new int[parent.length];
        int[] next = new int[parent.length];
        Arrays.fill(first, NONE);
        int top = NONE;
        for (int i = parent.length - 1; i >= 0; i--) {
            if (parent[i] == NONE) {
                next[i] = top;
                top = i;
            } else {
                next[i] = first[parent[i]];
                first[parent[i]] = i;
            }
        }
        int clock = 0;
        int at = top;
        while (at != NONE) {
            entered[at] = clock++;
            int down = first[at];
            while (down == NONE && at != NONE) {
                left[at] = clock;
                down = next[at];
                at = down == NONE ? parent[at] : NONE;
            }
            at = down;
        }
    }

    /** All territories, each behind the one that it is within. */
    int[] fromTop() {
        int[] order = new int[parent.length];
        for (int i = 0; i < order.length; i++) {
            order[entered[i]] = i;
        }
        return order;
    }

    int number(String id) {
        return numbers.getOrDefault(id, NONE);
    }

    boolean isOnCircle(int territory) {
        return onCircle[territory];
    }

    /** How many territories a territory is within. */
    int depth(int territory) {
        return depth[territory];
    }

    int parent(int territory) {
        return parent[territory];
    }

    /** When the walk comes to a territory. */
    int entered(int territory) {
        return entered[territory];
    }

    /** When the walk has been to everything within a territory: what it comes to from then on is not. */
    int left(int territory) {
        return left[territory];
    }

    /** Whether one is the other or above it. */
    boolean holds(int above, int territory) {
        return entered[above] <= entered[territory] && entered[territory] < left[above];
    }

    /** Whether reps of one serve the other: it is the same or above it, and no exclusive one stands between. */
    boolean serves(int reps, int territory) {
        return holds(reps, territory) && holds(barrier[territory], reps);
    }
}
