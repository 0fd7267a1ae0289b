package dev.leadkit.metrics.attribution;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Conversions and their value shared among channels. Immutable and thread-safe. All credits, the unattributed one with them, add up to
 * the conversions exactly, and all values to the total of their currency to the last minor unit.
 *
 * @param conversions how many conversions are shared
 * @param unvalued how many of them have no value, so that no money stands for them
 * @param value the value of all conversions by the currency's code, in its main unit
 * @param channels what each channel is credited with, by its name; a channel really called like {@link #UNATTRIBUTED} has a backslash
 *     before it
 * @param unattributed what no channel is credited with, because there was no touch in the window; always there
 */
public record Credits(
        long conversions,
        long unvalued,
        SortedMap<String, BigDecimal> value,
        SortedMap<String, ChannelCredit> channels,
        ChannelCredit unattributed) {

    /** What the row of conversions without a touch is called. */
    public static final String UNATTRIBUTED = "(unattributed)";

    /**
     * Keeps copies.
     *
     * @param conversions how many conversions are shared
     * @param unvalued how many of them have no value
     * @param value the value of all conversions
     * @param channels what each channel is credited with
     * @param unattributed what no channel is credited with
     */
    public Credits {
        value = Collections.unmodifiableSortedMap(new TreeMap<>(value));
        channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
    }
}
