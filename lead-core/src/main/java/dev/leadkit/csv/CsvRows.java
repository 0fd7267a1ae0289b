package dev.leadkit.csv;

import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Row;
import dev.leadkit.capture.Submission;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The rows of a CSV file, one after the other: only one is held at a time. Not thread-safe; close it after use.
 *
 * @param <T> what rows are read as
 */
public final class CsvRows<T> implements Iterator<Row<T>>, AutoCloseable {

    private final CsvTable table;
    private final List<Fault> warnings;
    private final Function<Row<Map<String, String>>, Row<T>> content;
    private Optional<Row<Map<String, String>>> ahead = Optional.empty();
    private boolean ended;

    private CsvRows(CsvTable table, List<Fault> warnings, Function<Row<Map<String, String>>, Row<T>> content) {
        this.table = table;
        this.warnings = warnings;
        this.content = content;
    }

    static CsvRows<Map<String, String>> texts(CsvTable table) {
        return new CsvRows<>(table, List.of(), Function.identity());
    }

    static CsvRows<Submission> submissions(CsvTable table, String system, Mapping mapping) {
        List<Fault> warnings = mapping.check(table.columns());
        return new CsvRows<>(table, warnings, row -> submission(row, system, mapping));
    }

    private static Row<Submission> submission(Row<Map<String, String>> row, String system, Mapping mapping) {
        if (row instanceof Row.Read<Map<String, String>> read) {
            try {
                String otherwise = "row-" + row.number();
                return new Row.Read<>(row.number(), row.line(), mapping.submission(system, otherwise, read.content()));
            } catch (RefusedException e) {
                return new Row.Broken<>(row.number(), row.line(), e.faults());
            }
        }
        return new Row.Broken<>(row.number(), row.line(), ((Row.Broken<Map<String, String>>) row).faults());
    }

    /**
     * The names in the header.
     *
     * @return the columns in their order
     */
    public List<String> columns() {
        return table.columns();
    }

    /**
     * What the mapping has to say about the header as a whole: columns that it does not know, and columns that it knows and
     * the file lacks.
     *
     * @return the warnings, empty without a mapping
     */
    public List<Fault> warnings() {
        return warnings;
    }

    /**
     * Whether there is another row.
     *
     * @return true if {@link #next} will give one
     * @throws UncheckedIOException if the file cannot be read on
     */
    @Override
    public boolean hasNext() {
        if (ahead.isEmpty() && !ended) {
            try {
                ahead = table.next();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ended = ahead.isEmpty();
        }
        return ahead.isPresent();
    }

    @Override
    public Row<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no further row");
        }
        Row<T> row = content.apply(ahead.orElseThrow());
        ahead = Optional.empty();
        return row;
    }

    /**
     * The remaining rows as a stream; closing the stream closes this.
     *
     * @return a sequential stream, to be used once and closed
     */
    public Stream<Row<T>> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
                .onClose(this::close);
    }

    /**
     * Closes what is read from.
     *
     * @throws UncheckedIOException if that fails
     */
    @Override
    public void close() {
        try {
            table.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
