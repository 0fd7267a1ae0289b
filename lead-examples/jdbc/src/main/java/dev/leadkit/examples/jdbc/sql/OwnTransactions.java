package dev.leadkit.examples.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Borrows a connection for each piece of work and gives it back as it was. */
final class OwnTransactions implements Transactions {

    private static final int MOST_TRIES = 100;

    private static final String DEADLOCK = "40P01";

    private final DataSource connections;

    OwnTransactions(DataSource connections) {
        this.connections = connections;
    }

    @Override
    public <R> R read(Work<R> work) {
        try (Connection connection = connections.getConnection()) {
            return connection.getAutoCommit() ? work.on(connection) : transaction(connection, work);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public <R> R run(Work<R> work) {
        return borrow(connection -> transaction(connection, work));
    }

    @Override
    public <R> R settle(Work<Optional<R>> work) {
        return borrow(connection -> {
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                Optional<R> result = attempt(connection, each -> orLost(each, work));
                if (result.isPresent()) {
                    return result.get();
                }
            }
            throw tooMany();
        });
    }

    /** Whom the database picks to end a deadlock has lost a race like any other: nothing is done, and it may be tried again. */
    private static <R> Optional<R> orLost(Connection connection, Work<Optional<R>> work) throws SQLException {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            if (!DEADLOCK.equals(e.getSQLState())) {
                throw e;
            }
            return Optional.empty();
        }
    }

    static IllegalStateException tooMany() {
        return new IllegalStateException("work must be settled within " + MOST_TRIES + " tries, others were faster");
    }

    private <R> R borrow(Work<R> work) {
        try (Connection connection = connections.getConnection()) {
            boolean before = connection.getAutoCommit();
            if (!before) {
                return work.on(connection);
            }
            connection.setAutoCommit(false);
            R result = orUndo(() -> work.on(connection), () -> connection.setAutoCommit(true));
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Something to do with a connection. */
    interface Step<R> {
        R take() throws SQLException;
    }

    /** Something to undo with a connection. */
    interface Undoing {
        void take() throws SQLException;
    }

    /** What went wrong first is what is told, even if undoing goes wrong too. */
    static <R> R orUndo(Step<R> step, Undoing undoing) throws SQLException {
        try {
            return step.take();
        } catch (SQLException | RuntimeException | Error e) {
            try {
                undoing.take();
            } catch (SQLException | RuntimeException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private static <R> R transaction(Connection connection, Work<R> work) throws SQLException {
        return attempt(connection, each -> Optional.of(work.on(each))).orElseThrow();
    }

    private static <R> Optional<R> attempt(Connection connection, Work<Optional<R>> work) throws SQLException {
        Optional<R> result = orUndo(() -> work.on(connection), connection::rollback);
        if (result.isPresent()) {
            connection.commit();
        } else {
            connection.rollback();
        }
        return result;
    }
}
