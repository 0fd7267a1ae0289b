package dev.leadkit.metrics.cohort;

import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * Cohorts of leads by how many were converted up to each age. Immutable and thread-safe.
 *
 * @param definition what it counts
 * @param rows every cohort from the first with a lead to that of the as-of instant, at most {@link Periods#MOST}; empty ones are
 *     there
 * @param excluded how many leads are in no row, by reason
 */
public record CohortTable(Definition definition, List<Row> rows, SortedMap<String, Long> excluded) {

    /** Why a cell has no rate whose cohort has members that are too young for it. */
    public static final String NOT_COMPLETE = "not every lead of the cohort is old enough";

    /**
     * Keeps a copy of the rows.
     *
     * @param definition what it counts
     * @param rows every cohort
     * @param excluded how many leads are in no row
     */
    public CohortTable {
        rows = List.copyOf(rows);
    }

    /**
     * One cohort: the leads that were captured in one period.
     *
     * @param start the period's first day
     * @param name the period's name by ISO 8601, such as {@code 2026-03}
     * @param members how many leads it has; the denominator of all its cells
     * @param cells one for each age, from 0
     */
    public record Row(LocalDate start, String name, long members, List<Cell> cells) {

        /**
         * Keeps a copy of the cells.
         *
         * @param start the period's first day
         * @param name the period's name
         * @param members how many leads it has
         * @param cells one for each age
         */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cohort at one age.
     *
     * @param age how many steps or periods old, from 0
     * @param complete whether every lead that may still come into the cohort, too, would be old enough
     * @param eligible how many leads of the cohort are old enough; all, if it is complete
     * @param rate converted up to that age over all members, with Wilson's interval; undefined if it is not complete, with the
     *     conversions known so far in its basis
     */
    public record Cell(int age, boolean complete, long eligible, KpiResult rate) {}
}
