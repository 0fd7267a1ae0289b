package dev.leadkit.examples.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import java.util.function.Supplier;

/** Works on the host's connection; what must be undone goes back to a savepoint. */
final class HostTransactions implements Transactions {

    private static final int MOST_TRIES = 100;

    private final Supplier<Connection> current;

    HostTransactions(Supplier<Connection> current) {
        this.current = current;
    }

    @Override
    public <R> R read(Work<R> work) {
        try {
            return work.on(current.get());
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public <R> R run(Work<R> work) {
        return settle(connection -> Optional.of(work.on(connection)));
    }

    @Override
    public <R> R settle(Work<Optional<R>> work) {
        Connection connection = current.get();
        try {
            checkBegun(connection);
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                Optional<R> result = attempt(connection, work);
                if (result.isPresent()) {
                    return result.get();
                }
            }
            throw OwnTransactions.tooMany();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static void checkBegun(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("connection must be in a transaction of the host, was in auto-commit mode");
        }
    }

    /** A statement that fails would spoil the host's whole transaction on PostgreSQL, so a failure goes back as well. */
    private static <R> Optional<R> attempt(Connection connection, Work<Optional<R>> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        Optional<R> result =
                OwnTransactions.orUndo(() -> work.on(connection), () -> release(connection, before, false));
        release(connection, before, result.isPresent());
        return result;
    }

    private static void release(Connection connection, Savepoint before, boolean kept) throws SQLException {
        if (!kept) {
            connection.rollback(before);
        }
        connection.releaseSavepoint(before);
    }
}
