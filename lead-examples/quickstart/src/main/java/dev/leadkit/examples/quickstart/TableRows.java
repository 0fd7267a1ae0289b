package dev.leadkit.examples.quickstart;

import dev.leadkit.csv.CsvInput;
import dev.leadkit.csv.CsvRow;
import dev.leadkit.csv.CsvRows;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.RefusedException;
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
final class TableRows<T> {

    private final List<T> read = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final Shape<T> shape;

    private TableRows(Shape<T> shape) {
        this.shape = shape;
    }

    /** Reads a row from its cells, or says what is wrong with them. */
    interface Shape<T> {
        T read(Cells cells);
    }

    static <T> TableRows<T> none() {
        return new TableRows<>(cells -> {
            throw new IllegalStateException("no file, no rows");
        });
    }

    static <T> TableRows<T> of(Path file, List<String> columns, Shape<T> shape) throws IOException {
        TableRows<T> table = new TableRows<>(shape);
        String name = String.valueOf(file.getFileName());
        try (CsvRows<Map<String, String>> rows = CsvInput.standard().open(file)) {
            check(rows.columns(), columns);
            rows.forEachRemaining(row -> table.take(name, row));
        }
        return table;
    }

    private static void check(List<String> found, List<String> columns) {
        Faults faults = new Faults();
        columns.stream()
                .filter(column -> !found.contains(column))
                .forEach(column -> faults.accept(new Fault(
                        "header", "a row with the column " + column, "", "It has: " + String.join(", ", found) + ".")));
        faults.refuseIfAny("table");
    }

    private void take(String name, CsvRow<Map<String, String>> row) {
        if (row instanceof CsvRow.Broken<Map<String, String>> broken) {
            rejected.add(new Rejected(name, row.number(), "refused", broken.faults()));
        } else if (row instanceof CsvRow.Read<Map<String, String>> texts) {
            Cells cells = new Cells(row.number(), texts.content());
            try {
                T content = shape.read(cells);
                cells.refuseIfAny();
                read.add(content);
            } catch (RefusedException e) {
                rejected.add(new Rejected(name, row.number(), "refused", e.faults()));
            }
        }
    }

    List<T> read() {
        return read;
    }

    List<Rejected> rejected() {
        return rejected;
    }
}
