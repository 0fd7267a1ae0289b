package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.KpiResult;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A figure for all leads and for each group. Numerators and denominators of the groups sum to those of all.
 *
 * @param all the figure for all leads
 * @param groups the same figure for each group, by the group's name
 */
public record Breakdown(KpiResult all, SortedMap<String, KpiResult> groups) {

    /**
     * Keeps a copy of the groups.
     *
     * @param all the figure for all leads
     * @param groups the figure for each group
     */
    public Breakdown {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }
}
