package dev.leadkit.examples.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Runs work in a transaction: one of its own, or the one that the host has begun. Thread-safe as far as the source of the
 * connections is.
 */
public interface Transactions {

    /**
     * Each piece of work in a transaction of its own, on a connection that is borrowed for it.
     *
     * @param connections where connections come from; READ COMMITTED, the default of PostgreSQL and H2, is what this is
     *     made for
     * @return the transactions
     */
    static Transactions own(DataSource connections) {
        return new OwnTransactions(connections);
    }

    /**
     * All work in the transaction that the host has begun: nothing here commits, rolls back or closes its connection.
     *
     * @param current hands out the connection of the transaction that is running; asked anew for each piece of work
     * @return the transactions
     */
    static Transactions host(Supplier<Connection> current) {
        return new HostTransactions(current);
    }

    /**
     * Work on a connection.
     *
     * @param <R> what it gives
     */
    @FunctionalInterface
    interface Work<R> {

        /**
         * Does the work.
         *
         * @param connection the connection, in a transaction; not to be kept
         * @return the result
         * @throws SQLException if the database refuses
         */
        R on(Connection connection) throws SQLException;
    }

    /**
     * Reads with a single statement: a transaction of its own would be a wasted round trip.
     *
     * @param work the work
     * @param <R> what it gives
     * @return its result
     * @throws DatabaseException if the database refuses
     */
    <R> R read(Work<R> work);

    /**
     * Runs work that is kept as a whole, or not at all.
     *
     * @param work the work
     * @param <R> what it gives
     * @return its result
     * @throws DatabaseException if the database refuses; nothing of a transaction of its own is kept then
     */
    <R> R run(Work<R> work);

    /**
     * Runs work until it gives a result. What it did before it gave none is undone each time. In a transaction of its own, work that the
     * database chose as a victim of a deadlock, or could not put in a row with others, is begun anew, up to 20 times.
     *
     * @param work the work; gives nothing if somebody else was faster, so that it has to look again
     * @param <R> what it gives
     * @return its first result
     * @throws DatabaseException if the database refuses
     * @throws IllegalStateException if it gave nothing 100 times
     */
    <R> R settle(Work<Optional<R>> work);
}
