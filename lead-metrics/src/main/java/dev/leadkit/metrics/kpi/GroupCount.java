package dev.leadkit.metrics.kpi;

import java.util.Comparator;

/**
 * What {@link LeadConversion} counts by: a group, and whether the lead was converted.
 *
 * @param group the group's name
 * @param converted whether the lead was converted
 */
public record GroupCount(String group, boolean converted) implements Comparable<GroupCount> {

    private static final Comparator<GroupCount> ORDER =
            Comparator.comparing(GroupCount::group).thenComparing(GroupCount::converted);

    @Override
    public int compareTo(GroupCount other) {
        return ORDER.compare(this, other);
    }
}
