package dev.leadkit.metrics.kpi;

import java.util.Comparator;

/**
 * What {@link SpendPer} counts by.
 *
 * @param currency the code of the currency of the costs
 * @param source the lead's first source
 * @param mark empty for a lead that is counted, else why it is left out
 */
public record SpendCount(String currency, String source, String mark) implements Comparable<SpendCount> {

    private static final Comparator<SpendCount> ORDER = Comparator.comparing(SpendCount::currency)
            .thenComparing(SpendCount::source)
            .thenComparing(SpendCount::mark);

    @Override
    public int compareTo(SpendCount other) {
        return ORDER.compare(this, other);
    }
}
