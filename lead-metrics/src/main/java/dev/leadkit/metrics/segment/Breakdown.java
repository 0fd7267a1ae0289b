package dev.leadkit.metrics.segment;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A result for all leads and for each group. The result for all is made of the sums of the groups' counts, never of the groups'
 * results.
 *
 * @param all the result for all leads
 * @param groups the same result for each group, by the group's name
 * @param <R> the result
 */
public record Breakdown<R>(R all, SortedMap<String, R> groups) {

    /**
     * Keeps a copy of the groups.
     *
     * @param all the result for all leads
     * @param groups the result for each group
     */
    public Breakdown {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }
}
