package dev.leadkit.examples.jdbc.sql;

import java.io.Serial;
import java.sql.SQLException;

/**
 * The database did not do what it was asked for: a lost connection, a lock that was waited for too long, a deadlock. The
 * message names the SQL state only; the {@linkplain #getCause cause} has the database's own words, which may hold data.
 */
public final class DatabaseException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Wraps what JDBC has thrown.
     *
     * @param cause what it has thrown
     */
    public DatabaseException(SQLException cause) {
        super("database refused, SQL state " + cause.getSQLState(), cause);
    }
}
