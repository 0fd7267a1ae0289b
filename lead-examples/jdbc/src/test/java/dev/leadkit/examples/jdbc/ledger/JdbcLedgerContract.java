package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.routing.kit.DurableAssignmentLedgerContract;
import dev.leadkit.routing.ledger.AssignmentLedger;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract kit on a ledger over some database. Tables take long to make, so each test has its own and empties them. */
abstract class JdbcLedgerContract extends DurableAssignmentLedgerContract {

    private LedgerDatabase database;

    /** A new database with all tables. */
    abstract DataSource newDatabase();

    @BeforeEach
    void open() throws SQLException {
        database = new LedgerDatabase(newDatabase());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected AssignmentLedger newLedger() {
        try {
            database.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database.ledger();
    }

    @Override
    protected AssignmentLedger reopened() {
        return database.ledger();
    }

    @Override
    protected AssignmentLedger dying(int calls) {
        return database.dying(calls);
    }

    @Override
    protected void pass(Duration time) {
        try {
            database.pass(time);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Instant now() {
        return database.now();
    }

    @Override
    protected int histories() {
        return 40;
    }

    @Override
    protected int rounds() {
        return 20;
    }
}
