package dev.leadkit.metrics.oracle;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.duckdb.DuckDBConnection;

/**
 * A database in memory with the raw events in the tables {@code raw} and {@code merged}, and level one again in plain SQL on top:
 * {@code ev}, {@code entry} and {@code lead}, see {@code level-one.sql}; {@code kpis.sql} has views for single figures. {@code as_of()} is the instant that figures are told for. A
 * test that uses it is tagged with {@link #TAG}, so that the native code has a JVM of its own.
 */
public final class Duck extends Database {

    /** The tag of tests that load native code. */
    public static final String TAG = "duckdb";

    private final DuckDBConnection connection;

    private Duck(DuckDBConnection connection) {
        super(connection);
        this.connection = connection;
    }

    /** A database without tables, with the macros of {@code macros.sql}. */
    public static Duck empty() {
        try {
            Duck duck = new Duck(DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class));
            duck.asOf(Histories.AS_OF);
            duck.runFile("macros.sql");
            return duck;
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB must start", e);
        }
    }

    /** A database with these events. */
    public static Duck of(Histories histories) {
        Duck duck = empty();
        try {
            RawTables.load(duck.connection, histories);
        } catch (SQLException e) {
            throw new IllegalStateException("loading raw events", e);
        }
        duck.runFile("level-one.sql");
        return duck;
    }

    /** A database with these events, as {@code portable.sql} needs them: instants instead of times of UTC. */
    static Duck zoned(Histories histories) {
        Duck duck = empty();
        try {
            RawTables.load(duck.connection, histories);
        } catch (SQLException e) {
            throw new IllegalStateException("loading raw events", e);
        }
        duck.run("set timezone = '" + Histories.ZONE + "'");
        duck.run("alter table raw alter ts type timestamptz using ts at time zone 'UTC'");
        duck.run("alter table raw alter recorded type timestamptz using recorded at time zone 'UTC'");
        return duck;
    }

    /** Tells figures for this instant from now on; {@link Histories#AS_OF} at the start. */
    public Duck asOf(Instant instant) {
        run("create or replace macro as_of() as timestamp '"
                + LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString().replace('T', ' ') + "'");
        return this;
    }
}
