package dev.leadkit.examples.quickstart.reading;

import dev.leadkit.capture.Row;
import dev.leadkit.csv.CsvInput;
import dev.leadkit.csv.CsvRows;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.fault.Suggestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a CSV file with fixed columns.
 *
 * @param <T> what a row is read as
 */
public final class TableRows<T> {

    private final String file;
    private final List<T> read = new ArrayList<>();
    private final List<RowNote> broken = new ArrayList<>();
    private final Shape<T> shape;

    private TableRows(String file, Shape<T> shape) {
        this.file = file;
        this.shape = shape;
    }

    /** Reads a row from its cells, or says what is wrong with them. */
    interface Shape<T> {
        T read(Cells cells);
    }

    static <T> TableRows<T> none() {
        return new TableRows<>("", cells -> {
            throw new IllegalStateException("no file, no rows");
        });
    }

    static <T> TableRows<T> of(Path file, List<String> columns, Shape<T> shape) throws IOException {
        TableRows<T> table = new TableRows<>(String.valueOf(file.getFileName()), shape);
        try (CsvRows<Map<String, String>> rows = CsvInput.standard().open(file)) {
            check(rows.columns(), columns);
            rows.forEachRemaining(table::take);
        }
        return table;
    }

    private static void check(List<String> found, List<String> columns) {
        Faults faults = new Faults();
        columns.stream()
                .filter(column -> !found.contains(column))
                .forEach(column -> faults.accept(new Fault(
                        "header",
                        "a row with the column " + column,
                        "a row without it",
                        Suggestion.nearest(column, found)
                                .map(nearest -> "Did you mean the column \"" + nearest + "\"?")
                                .orElse("The first row must name the columns."))));
        faults.refuseIfAny("table");
    }

    private void take(Row<Map<String, String>> row) {
        if (row instanceof Row.Broken<Map<String, String>> unread) {
            broken.add(new RowNote(file, row.number(), "refused", unread.faults()));
        } else if (row instanceof Row.Read<Map<String, String>> texts) {
            Cells cells = new Cells(row.number(), texts.content());
            try {
                T content = shape.read(cells);
                cells.refuseIfAny();
                read.add(content);
            } catch (RefusedException e) {
                broken.add(new RowNote(file, row.number(), "refused", e.faults()));
            }
        }
    }

    /** The file's name, empty if there is none. */
    public String file() {
        return file;
    }

    /** The rows that could be read. */
    public List<T> read() {
        return read;
    }

    /** The rows that could not be read. */
    public List<RowNote> broken() {
        return broken;
    }
}
