package dev.leadkit.examples.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Borrows a connection for each piece of work and gives it back as it was. */
final class OwnTransactions implements Transactions {

    private static final int MOST_TRIES = 100;

    /** What databases say when one of two transactions must begin anew: serialization failure, deadlock. */
    private static final Set<String> BEGIN_ANEW = Set.of("40001", "40P01");

    private static final int MOST_BEGINNINGS = 20;

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
        return anew(() -> borrow(connection -> {
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                Optional<R> result = attempt(connection, work);
                if (result.isPresent()) {
                    return result.get();
                }
            }
            throw tooMany();
        }));
    }

    private static <R> R anew(Supplier<R> step) {
        for (int left = MOST_BEGINNINGS; ; left--) {
            try {
                return step.get();
            } catch (DatabaseException e) {
                if (left <= 1 || !isToBeginAnew(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isToBeginAnew(DatabaseException e) {
        return e.getCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && BEGIN_ANEW.contains(cause.getSQLState());
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
