package dev.leadkit.accuracy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts cut into groups of about equal size; equal scores stay together. */
final class Groups {

    private Groups() {}

    static List<SortedMap<Long, Outcomes>> of(SortedMap<Long, Outcomes> counts, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("groups must be at least 1, was " + most);
        }
        long all = counts.values().stream().mapToLong(Outcomes::total).sum();
        List<SortedMap<Long, Outcomes>> groups = new ArrayList<>();
        SortedMap<Long, Outcomes> group = new TreeMap<>();
        long seen = 0;
        for (Map.Entry<Long, Outcomes> each : counts.entrySet()) {
            group.put(each.getKey(), each.getValue());
            long before = seen;
            seen += each.getValue().total();
            if (edge(seen, all, most) > edge(before, all, most)) {
                groups.add(group);
                group = new TreeMap<>();
            }
        }
        return List.copyOf(groups);
    }

    /** How many edges between groups lie at or below so many of all. */
    private static long edge(long seen, long all, int most) {
        return BigInteger.valueOf(seen)
                .multiply(BigInteger.valueOf(most))
                .divide(BigInteger.valueOf(all))
                .longValueExact();
    }
}
