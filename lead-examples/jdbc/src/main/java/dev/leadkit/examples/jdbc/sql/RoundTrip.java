package dev.leadkit.examples.jdbc.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Statements that go to the database together. The driver of PostgreSQL sends several statements in one round trip, which is
 * what a short transaction mostly consists of; elsewhere they go one by one. The texts are always the same few, whatever the
 * number of rows (rows go as arrays), so the driver prepares each of them once for a connection. Not thread-safe.
 */
public final class RoundTrip {

    private static final IntConsumer ANY = count -> {};

    private final List<Step> steps = new ArrayList<>();

    /** Makes an empty one. */
    public RoundTrip() {}

    /** What to do with each row. */
    @FunctionalInterface
    public interface Rows {

        /**
         * Takes a row.
         *
         * @param row the row; not to be moved
         * @throws SQLException if it cannot be read
         */
        void take(ResultSet row) throws SQLException;
    }

    /** A statement with its parameters and what to do with its rows or its count. */
    private record Step(
            String sql,
            @Nullable Object[] parameters,
            @Nullable Rows rows,
            IntConsumer count) {}

    /** A column of many rows. */
    private record Column(String type, @Nullable Object[] cells) {}

    /**
     * A column of texts, for a statement that takes its rows from {@code unnest}.
     *
     * @param cells the texts
     * @return a parameter
     */
    public static Object texts(List<? extends @Nullable String> cells) {
        return new Column("varchar", cells.toArray());
    }

    /**
     * A column of whole numbers.
     *
     * @param cells the numbers
     * @return a parameter
     */
    public static Object longs(List<? extends @Nullable Long> cells) {
        return new Column("bigint", cells.toArray());
    }

    /**
     * A column of decimal numbers.
     *
     * @param cells the numbers
     * @return a parameter
     */
    public static Object decimals(List<? extends @Nullable Object> cells) {
        return new Column("numeric", cells.toArray());
    }

    /**
     * Adds a question.
     *
     * @param sql the statement
     * @param rows takes each row
     * @param parameters its parameters
     * @return this
     */
    public RoundTrip query(String sql, Rows rows, @Nullable Object... parameters) {
        steps.add(new Step(sql, parameters, rows, ANY));
        return this;
    }

    /**
     * Adds a change.
     *
     * @param sql the statement
     * @param count takes the number of rows that were changed
     * @param parameters its parameters
     * @return this
     */
    public RoundTrip update(String sql, IntConsumer count, @Nullable Object... parameters) {
        steps.add(new Step(sql, parameters, null, count));
        return this;
    }

    /**
     * Adds a change of which nobody needs to know how many rows it changed.
     *
     * @param sql the statement
     * @param parameters its parameters
     * @return this
     */
    public RoundTrip update(String sql, @Nullable Object... parameters) {
        return update(sql, ANY, parameters);
    }

    /**
     * Sends them, in their order.
     *
     * @param connection where to
     * @throws SQLException if the database refuses one of them
     */
    public void send(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            send(connection, steps);
        } else {
            for (Step step : steps) {
                send(connection, List.of(step));
            }
        }
    }

    private static void send(Connection connection, List<Step> together) throws SQLException {
        if (together.isEmpty()) {
            return;
        }
        String sql = together.stream().map(Step::sql).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, together);
            statement.execute();
            for (Step step : together) {
                take(statement, step);
                statement.getMoreResults();
            }
        }
    }

    private static void bind(PreparedStatement statement, List<Step> together) throws SQLException {
        int index = 1;
        for (Step step : together) {
            for (Object parameter : step.parameters()) {
                if (parameter instanceof Column column) {
                    statement.setArray(index, statement.getConnection().createArrayOf(column.type(), column.cells()));
                } else {
                    statement.setObject(index, parameter);
                }
                index++;
            }
        }
    }

    private static void take(PreparedStatement statement, Step step) throws SQLException {
        Rows rows = step.rows();
        if (rows == null) {
            step.count().accept(statement.getUpdateCount());
            return;
        }
        try (ResultSet found = statement.getResultSet()) {
            while (found.next()) {
                rows.take(found);
            }
        }
    }
}
