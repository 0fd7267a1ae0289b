package dev.leadkit.metrics.funnel;

import dev.leadkit.metrics.fold.KpiResult;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One step of the result of an {@link EventFunnel}. Where any order counts, the steps are the first, the second, the third that was
 * taken, whichever they are; where steps count by themselves, each is that step.
 *
 * @param step the step as the rules name it
 * @param taken how many took it
 * @param fromPrevious of those that took the step before, how many took this one too; of itself for the first
 * @param fromFirst of those that took the first step, how many took this one too
 * @param times how long it took
 */
public record StepTaken(FunnelStep step, long taken, KpiResult fromPrevious, KpiResult fromFirst, Times times) {

    /**
     * Quantiles in seconds, each by its percentage: 25, 50, 75, 90 and 99.
     *
     * @param sinceEntry from the entry to this step, of those with a time for it: where later steps imply earlier ones, of those
     *     that really took it
     * @param sincePrevious from the step before to this one, of those that took both; undefined for the first step and where steps
     *     count by themselves
     */
    public record Times(SortedMap<Integer, KpiResult> sinceEntry, SortedMap<Integer, KpiResult> sincePrevious) {

        /**
         * Keeps copies.
         *
         * @param sinceEntry from the entry
         * @param sincePrevious from the step before
         */
        public Times {
            sinceEntry = Collections.unmodifiableSortedMap(new TreeMap<>(sinceEntry));
            sincePrevious = Collections.unmodifiableSortedMap(new TreeMap<>(sincePrevious));
        }
    }
}
