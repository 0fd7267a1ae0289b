package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.examples.jdbc.Databases;
import dev.leadkit.examples.jdbc.DyingDataSource;
import dev.leadkit.routing.ledger.AssignmentLedger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** A database with the ledger's tables, and a clock in a table of its own that tests set. */
final class LedgerDatabase {

    private static final DatabaseClock CLOCK = new DatabaseClock("(select now_at from test_clock)");
    private static final List<String> TABLES =
            List.of("ledger_place", "ledger_load", "ledger_lag", "ledger_key", "ledger_change");

    private final DataSource database;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T09:00:00Z"));

    LedgerDatabase(DataSource database) throws SQLException {
        this.database = database;
        execute("create table test_clock (now_at timestamp with time zone not null)");
        execute("insert into test_clock values (current_timestamp)");
        pass(Duration.ZERO);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void empty() throws SQLException {
        for (String table : TABLES) {
            execute("delete from " + table);
        }
        execute("update ledger_feed set last_position = 0, forgotten_to = 0");
    }

    void close() {
        Databases.close(database);
    }

    Instant now() {
        return now.get();
    }

    void pass(Duration time) throws SQLException {
        Instant next = now.updateAndGet(before -> before.plus(time));
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("update test_clock set now_at = ?")) {
            statement.setObject(1, next.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    AssignmentLedger ledger() {
        return JdbcAssignmentLedger.on(database, CLOCK);
    }

    AssignmentLedger dying(int calls) {
        return JdbcAssignmentLedger.on(DyingDataSource.of(database, calls), CLOCK);
    }
}
