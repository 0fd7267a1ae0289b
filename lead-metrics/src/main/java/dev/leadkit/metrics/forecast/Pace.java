package dev.leadkit.metrics.forecast;

import dev.leadkit.metrics.fold.KpiResult;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of {@link PipelineVelocity}, with what it is made of.
 *
 * @param winRate opportunities won in the window, over those won or lost in it
 * @param cycle the mean time from becoming an opportunity to the win, of those won in the window, in days
 * @param flows the rest, by the code of the currency; empty if no open opportunity has a value
 */
public record Pace(KpiResult winRate, KpiResult cycle, SortedMap<String, Flow> flows) {

    /**
     * Keeps a copy of the flows.
     *
     * @param winRate opportunities won in the window
     * @param cycle the mean time to the win
     * @param flows the rest, by currency
     */
    public Pace {
        flows = Collections.unmodifiableSortedMap(new TreeMap<>(flows));
    }

    /**
     * The open opportunities of one currency.
     *
     * @param velocity money a day: their number, times the win rate, times their mean value, over the cycle
     * @param meanValue their value, over their number
     */
    public record Flow(KpiResult velocity, KpiResult meanValue) {}
}
