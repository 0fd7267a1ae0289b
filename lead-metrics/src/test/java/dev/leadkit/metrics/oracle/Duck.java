package dev.leadkit.metrics.oracle;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory with the raw events in the tables {@code raw} and {@code merged}, and level one again in plain SQL on top:
 * {@code ev}, {@code entry} and {@code lead}, see {@code level-one.sql}; {@code kpis.sql} has views for single figures. {@code as_of()} is the instant that figures are told for. A
 * test that uses it is tagged with {@link #TAG}, so that the native code has a JVM of its own.
 */
public final class Duck implements AutoCloseable {

    /** The tag of tests that load native code. */
    public static final String TAG = "duckdb";

    private final DuckDBConnection connection;

    private Duck(DuckDBConnection connection) {
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

    /** Tells figures for this instant from now on; {@link Histories#AS_OF} at the start. */
    public Duck asOf(Instant instant) {
        run("create or replace macro as_of() as timestamp '"
                + LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString().replace('T', ' ') + "'");
        return this;
    }

    /** Runs the statements of a file beside this class. */
    public void runFile(String name) {
        for (String statement : text(name).split(";\n", -1)) {
            if (!statement.isBlank()) {
                run(statement);
            }
        }
    }

    private static String text(String name) {
        try (InputStream in = requireNonNull(Duck.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Runs a statement. */
    public void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The rows of a query: whole numbers as Long, timestamps as Instant, other columns as the driver has them. */
    public List<List<@Nullable Object>> rows(String sql) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static List<@Nullable Object> row(ResultSet result) throws SQLException {
        List<@Nullable Object> row = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            row.add(cell(result, column));
        }
        return row;
    }

    private static @Nullable Object cell(ResultSet result, int column) throws SQLException {
        Object value = result.getObject(column);
        if (value instanceof Timestamp) {
            return result.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        }
        if (value instanceof BigInteger huge) {
            return huge.longValueExact();
        }
        return value instanceof Integer || value instanceof Short || value instanceof Byte
                ? (Object) ((Number) value).longValue()
                : value;
    }

    /** The only row of a query. */
    public List<@Nullable Object> row(String sql) {
        List<List<@Nullable Object>> rows = rows(sql);
        if (rows.size() != 1) {
            throw new IllegalStateException("rows must be 1, was " + rows.size() + ": " + sql);
        }
        return rows.get(0);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
