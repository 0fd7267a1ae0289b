package dev.leadkit.routing.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The first few of an order, without sorting the rest: linear in the many, for a few of them. */
final class Best {

    private Best() {}

    static <T> List<T> of(List<T> all, Comparator<T> order, int most) {
        if (all.size() <= most) {
            return all.stream().sorted(order).toList();
        }
        List<T> best = new ArrayList<>(most + 1);
        for (T each : all) {
            if (best.size() < most || order.compare(each, best.get(most - 1)) < 0) {
                insert(best, each, order);
            }
            if (best.size() > most) {
                best.remove(most);
            }
        }
        return List.copyOf(best);
    }

    private static <T> void insert(List<T> best, T each, Comparator<T> order) {
        int found = Collections.binarySearch(best, each, order);
        best.add(found < 0 ? -found - 1 : found, each);
    }
}
