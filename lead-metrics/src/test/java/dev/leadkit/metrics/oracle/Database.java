package dev.leadkit.metrics.oracle;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database in memory that is asked for figures. */
public abstract class Database implements AutoCloseable {

    private final Connection connection;

    Database(Connection connection) {
        this.connection = connection;
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
        try (InputStream in = requireNonNull(Database.class.getResourceAsStream(name), name)) {
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

    private List<@Nullable Object> row(ResultSet result) throws SQLException {
        List<@Nullable Object> row = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            row.add(cell(result, column));
        }
        return row;
    }

    @Nullable Object cell(ResultSet result, int column) throws SQLException {
        Object value = result.getObject(column);
        if (value instanceof Timestamp) {
            return result.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        }
        if (value instanceof OffsetDateTime zoned) {
            return zoned.toInstant();
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
