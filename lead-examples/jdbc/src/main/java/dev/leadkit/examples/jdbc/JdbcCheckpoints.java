package dev.leadkit.examples.jdbc;

import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.transfer.Checkpoints;
import dev.leadkit.transfer.ImportReport;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far imports are, in a table beside the leads: in the host's transaction both go in together, and every row counts once.
 * Immutable, and thread-safe as far as the source of its connections is.
 */
public final class JdbcCheckpoints implements Checkpoints {

    private final Transactions transactions;

    private JdbcCheckpoints(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Checkpoints on a database.
     *
     * @param transactions whose transactions they are written in; best the same as the store's
     * @return the checkpoints
     */
    public static JdbcCheckpoints in(Transactions transactions) {
        return new JdbcCheckpoints(transactions);
    }

    @Override
    public Optional<ImportReport> find(String name) {
        return transactions.read(connection -> find(connection, name));
    }

    private static Optional<ImportReport> find(Connection connection, String name) throws SQLException {
        List<ImportReport> found = new ArrayList<>();
        new RoundTrip()
                .query(
                        "select captured, merged, quarantined, refused, faults from lead_import where name = ?",
                        row -> found.add(report(row)),
                        Cells.of(name))
                .send(connection);
        return found.stream().findFirst();
    }

    private static ImportReport report(ResultSet row) throws SQLException {
        return new ImportReport(
                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), faults(row.getString(5)));
    }

    private static SortedMap<String, Long> faults(String cell) {
        return JsonDocument.of(cell).as("stored faults", json -> {
            SortedMap<String, Long> faults = new TreeMap<>();
            json.items()
                    .forEach(item -> faults.put(
                            item.at("fault").anyText().orElseThrow(),
                            item.at("count").wholeNumber(0, Long.MAX_VALUE).orElseThrow()));
            return Optional.of(faults);
        });
    }

    @Override
    public void save(String name, ImportReport report) {
        List<Object> faults = new ArrayList<>();
        report.faults().forEach((fault, count) -> faults.add(new TreeMap<>(Map.of("fault", fault, "count", count))));
        transactions.settle(connection -> save(connection, name, report, JsonText.line(faults)));
    }

    /** Empty if somebody else began the same import at the same moment. */
    private static Optional<Boolean> save(Connection connection, String name, ImportReport report, String faults)
            throws SQLException {
        List<Integer> saved = new ArrayList<>();
        new RoundTrip()
                .update(
                        "update lead_import set captured = ?, merged = ?, quarantined = ?, refused = ?, faults = ? "
                                + "where name = ?",
                        saved::add,
                        report.captured(),
                        report.merged(),
                        report.quarantined(),
                        report.refused(),
                        faults,
                        Cells.of(name))
                .send(connection);
        if (saved.contains(0)) {
            saved.clear();
            new RoundTrip()
                    .update(
                            "insert into lead_import (name, captured, merged, quarantined, refused, faults) "
                                    + "values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                            saved::add,
                            Cells.of(name),
                            report.captured(),
                            report.merged(),
                            report.quarantined(),
                            report.refused(),
                            faults)
                    .send(connection);
        }
        return saved.contains(1) ? Optional.of(true) : Optional.empty();
    }
}
