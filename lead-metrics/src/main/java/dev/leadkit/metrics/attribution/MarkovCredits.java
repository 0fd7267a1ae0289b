package dev.leadkit.metrics.attribution;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of {@link MarkovAttribution}. Immutable and thread-safe.
 *
 * @param credits conversions and values shared in proportion to the removal effects
 * @param journeys how many leads were touched, converted or not
 * @param removal for each channel which part of the touched conversions would be missing without it, from 0 to 1 with {@link #SCALE}
 *     decimals; empty if there are none
 */
public record MarkovCredits(Credits credits, long journeys, SortedMap<String, BigDecimal> removal) {

    /** How many decimals a removal effect has, rounded half to even. */
    public static final int SCALE = 12;

    /**
     * Keeps a copy of the removal effects.
     *
     * @param credits conversions and values shared
     * @param journeys how many leads were touched
     * @param removal the removal effects
     */
    public MarkovCredits {
        removal = Collections.unmodifiableSortedMap(new TreeMap<>(removal));
    }
}
