package dev.leadkit.csv;

import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Row;
import dev.leadkit.capture.Rows;
import dev.leadkit.capture.Submission;
import dev.leadkit.fault.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows of a CSV file, one after the other: only one is held at a time. Not thread-safe; close it after use.
 *
 * @param <T> what rows are read as
 */
public final class CsvRows<T> extends Rows<T> {

    private final CsvTable table;
    private final List<Fault> warnings;
    private final Function<Row<Map<String, String>>, Row<T>> content;

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
        return row instanceof Row.Read<Map<String, String>> read
                ? Row.of(
                        row.number(),
                        row.line(),
                        () -> mapping.submission(system, "row-" + row.number(), read.content()))
                : new Row.Broken<>(row.number(), row.line(), ((Row.Broken<Map<String, String>>) row).faults());
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
    @Override
    public List<Fault> warnings() {
        return warnings;
    }

    @Override
    protected Optional<Row<T>> read() throws IOException {
        return table.next().map(content);
    }

    @Override
    protected void end() throws IOException {
        table.close();
    }
}
