package dev.leadkit.metrics.quality;

import dev.leadkit.metrics.fold.Accumulator;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.Tally;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code data.validity}: of what submissions said in a column, how much was good when it came in. Columns where nothing was said are
 * left out and counted: that is a matter of {@link Completeness}. A faulty text counts whether it stopped the submission or was
 * only left out with a warning. Every submission that is handed in counts once; one that is mended and handed in again, or
 * repeated, counts again only if the caller adds it again: for the quality of a source, add first hand-ins only.
 */
public record Validity() implements Accumulator<SubmissionFacts, Tally<ColumnCell>, Validity.Valid> {

    /**
     * The result.
     *
     * @param submissions submissions that could be read and in which nothing is faulty, over all submissions
     * @param byColumn for each column good texts over all that were there
     */
    public record Valid(KpiResult submissions, SortedMap<String, KpiResult> byColumn) {

        /**
         * Keeps a copy.
         *
         * @param submissions submissions in which nothing is faulty
         * @param byColumn good texts, by column
         */
        public Valid {
            byColumn = Collections.unmodifiableSortedMap(new TreeMap<>(byColumn));
        }
    }

    @Override
    public Tally<ColumnCell> create() {
        return new Tally<>();
    }

    @Override
    public void add(Tally<ColumnCell> state, SubmissionFacts facts) {
        count(state, facts, 1);
    }

    @Override
    public void retract(Tally<ColumnCell> state, SubmissionFacts facts) {
        count(state, facts, -1);
    }

    private static void count(Tally<ColumnCell> state, SubmissionFacts facts, long times) {
        state.add(new ColumnCell(Optional.empty(), facts.isGood() ? Said.GOOD : Said.FAULTY), times);
        facts.columns().forEach((column, said) -> state.add(new ColumnCell(Optional.of(column), said), times));
    }

    @Override
    public void merge(Tally<ColumnCell> into, Tally<ColumnCell> from) {
        into.merge(from);
    }

    @Override
    public Valid result(Tally<ColumnCell> state, Instant asOf) {
        SortedSet<String> columns = new TreeSet<>();
        state.counts().keySet().forEach(cell -> cell.column().ifPresent(column -> columns.add(column)));
        SortedMap<String, KpiResult> byColumn = new TreeMap<>();
        columns.forEach(column -> byColumn.put(column, column(state, column)));
        Definition whole = new Definition(
                "data.validity.submissions/1",
                "Submissions that could be read and in which no column was faulty, over all submissions.");
        return new Valid(rate(state, Optional.empty(), whole, "no submissions were told"), byColumn);
    }

    private static KpiResult column(Tally<ColumnCell> state, String column) {
        Definition definition = new Definition(
                "data.validity/1?column=" + Definition.text(column),
                "Submissions whose text in the column was good, over those that had one there; faulty texts count where they"
                        + " were only left out with a warning, too. Submissions that said nothing there are left out.");
        return rate(state, Optional.of(column), definition, "no submission said anything there");
    }

    private static KpiResult rate(
            Tally<ColumnCell> state, Optional<String> column, Definition definition, String whenEmpty) {
        long good = state.count(new ColumnCell(column, Said.GOOD));
        long all = Math.addExact(good, state.count(new ColumnCell(column, Said.FAULTY)));
        Tally<String> excluded = new Tally<>();
        excluded.add("nothing there", state.count(new ColumnCell(column, Said.NOTHING)));
        return KpiResult.rate(definition, Basis.of(good, all, excluded.counts()), whenEmpty);
    }
}
