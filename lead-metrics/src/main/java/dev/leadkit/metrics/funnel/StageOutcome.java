package dev.leadkit.metrics.funnel;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.fold.KpiResult;

/**
 * What came of entering one stage.
 *
 * @param stage the stage
 * @param entries how often it was entered
 * @param shares the share of each outcome; the numerators sum to the entries
 * @param times how long it took to advance
 */
public record StageOutcome(Stage stage, long entries, Shares shares, Times times) {

    /**
     * The share of each outcome, with Wilson's interval.
     *
     * @param advanced went on to a later stage, or was converted
     * @param regressed went back to an earlier stage
     * @param lost was given up
     * @param transferred moved to a stage that is not among these
     * @param stillThere nothing came yet
     */
    public record Shares(
            KpiResult advanced, KpiResult regressed, KpiResult lost, KpiResult transferred, KpiResult stillThere) {}

    /**
     * How long it took to advance, in seconds.
     *
     * @param p50 the median
     * @param p90 the 90th percentile
     */
    public record Times(KpiResult p50, KpiResult p90) {}
}
