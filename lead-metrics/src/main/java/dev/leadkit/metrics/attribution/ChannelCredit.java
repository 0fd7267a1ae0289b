package dev.leadkit.metrics.attribution;

import dev.leadkit.metrics.fold.KpiResult;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one channel is credited with. Immutable and thread-safe.
 *
 * @param share its credit, in conversions, over all conversions; the numerator has nine decimals and is exact
 * @param value the value of its conversions by the currency's code, in its main unit; currencies without any are not there
 */
public record ChannelCredit(KpiResult share, SortedMap<String, BigDecimal> value) {

    /**
     * Keeps a copy of the values.
     *
     * @param share its credit over all conversions
     * @param value the value by the currency's code
     */
    public ChannelCredit {
        value = Collections.unmodifiableSortedMap(new TreeMap<>(value));
    }
}
