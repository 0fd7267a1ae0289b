package dev.leadkit.examples.jdbc.crash;

import dev.leadkit.capture.Submission;
import dev.leadkit.csv.CsvInput;
import dev.leadkit.csv.CsvRows;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.examples.jdbc.JdbcCheckpoints;
import dev.leadkit.examples.jdbc.JdbcLeadStore;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.store.LeadStore;
import dev.leadkit.transfer.Checkpoints;
import dev.leadkit.transfer.ImportReport;
import dev.leadkit.transfer.LeadImport;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The process that is killed: it imports a file and goes on where the one before it was. */
public final class Importing {

    static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    static final int BATCH = 20;

    private Importing() {}

    /**
     * Imports, and says so on standard output when it begins.
     *
     * @param arguments the database's URL and the file
     * @throws IOException if the file cannot be read
     * @throws SQLException if the database refuses
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            connection.setAutoCommit(false);
            Transactions host = Transactions.host(() -> connection);
            LeadStore store = JdbcLeadStore.in(host, LeadFile.CATALOG);
            System.out.println("begun");
            run(Path.of(arguments[1]), store, JdbcCheckpoints.in(host), batch -> committed(connection, batch));
        }
    }

    /** The host's transaction around a batch; when the work throws the process ends, and the database rolls back. */
    private static void committed(Connection connection, Runnable batch) {
        batch.run();
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("batch must be committed", e);
        }
    }

    static ImportReport run(Path file, LeadStore store, Checkpoints checkpoints, Consumer<Runnable> transaction)
            throws IOException {
        LeadDesk desk = LeadDesk.builder(store, InstantSource.fixed(NOW))
                .mapping(LeadFile.SYSTEM, LeadFile.mapping()::map)
                .build();
        try (CsvRows<Submission> rows = CsvInput.standard().open(file, LeadFile.SYSTEM, LeadFile.mapping())) {
            return LeadImport.of("crash", desk::captureAll)
                    .batch(BATCH)
                    .checkpoints(checkpoints)
                    .transaction(transaction)
                    .run(rows);
        }
    }
}
