package dev.leadkit.examples.jdbc.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Statements that go to the database together. The driver of PostgreSQL sends several statements in one round trip, which is
 * what a short transaction mostly consists of; elsewhere they go one by one. Not thread-safe.
 */
public final class RoundTrip {

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

    /** A statement with its parameters, and what to do with its rows or its count. */
    private record Step(
            String sql,
            List<@Nullable Object> parameters,
            @Nullable Rows rows,
            IntConsumer count) {}

    private static void anyCount(int count) {}

    /** One parameter with many values. */
    private record Many(String type, List<? extends @Nullable Object> cells) {}

    /** A parameter without a value. */
    private record Nothing(int type) {}

    /**
     * A parameter for {@code = any(?)}.
     *
     * @param texts the texts
     * @return the parameter
     */
    public static Object any(List<String> texts) {
        return new Many("varchar", texts);
    }

    /**
     * Adds a question.
     *
     * @param sql the statement
     * @param rows takes each row
     * @param parameters its parameters
     * @return this
     */
    public RoundTrip query(String sql, Rows rows, Object... parameters) {
        steps.add(new Step(sql, List.of(parameters), rows, RoundTrip::anyCount));
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
    public RoundTrip update(String sql, IntConsumer count, Object... parameters) {
        steps.add(new Step(sql, List.of(parameters), null, count));
        return this;
    }

    /**
     * Adds a change of which nobody needs to know how many rows it changed.
     *
     * @param sql the statement
     * @param parameters its parameters
     * @return this
     */
    public RoundTrip update(String sql, Object... parameters) {
        return update(sql, RoundTrip::anyCount, parameters);
    }

    /**
     * Adds rows. Those that break a unique constraint are left out.
     *
     * @param table where to
     * @param rows the rows, each with a cell for each column; if there are none, nothing is added
     * @param leftOut takes the number of rows that were left out, of some rows after the other
     * @return this
     */
    public RoundTrip insert(Table table, List<@Nullable Object[]> rows, IntConsumer leftOut) {
        if (Table.isMany(rows.size())) {
            add(table, rows, arrays(table, rows), leftOut);
            return this;
        }
        for (int start = 0; start < rows.size(); ) {
            List<@Nullable Object[]> some = rows.subList(start, start + Table.written(rows.size() - start));
            add(table, some, written(table, some), leftOut);
            start += some.size();
        }
        return this;
    }

    private void add(
            Table table, List<@Nullable Object[]> rows, List<@Nullable Object> parameters, IntConsumer leftOut) {
        int size = rows.size();
        steps.add(new Step(table.insert(size), parameters, null, count -> leftOut.accept(size - count)));
    }

    /**
     * Adds rows of which some may be there already.
     *
     * @param table where to
     * @param rows the rows
     * @return this
     */
    public RoundTrip insert(Table table, List<@Nullable Object[]> rows) {
        return insert(table, rows, RoundTrip::anyCount);
    }

    private static List<@Nullable Object> written(Table table, List<@Nullable Object[]> rows) {
        List<@Nullable Object> parameters = new ArrayList<>();
        for (@Nullable Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                Object cell = row[i];
                parameters.add(cell == null ? new Nothing(table.columns().get(i).jdbcType()) : cell);
            }
        }
        return parameters;
    }

    private static List<@Nullable Object> arrays(Table table, List<@Nullable Object[]> rows) {
        List<@Nullable Object> parameters = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            List<@Nullable Object> cells = new ArrayList<>(rows.size());
            for (@Nullable Object[] row : rows) {
                cells.add(row[i]);
            }
            parameters.add(new Many(table.columns().get(i).type(), cells));
        }
        return parameters;
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
        List<String> texts = together.stream().map(Step::sql).toList();
        try (PreparedStatement statement = connection.prepareStatement(String.join(";\n", texts))) {
            int index = 1;
            for (Step step : together) {
                for (Object parameter : step.parameters()) {
                    bind(statement, index++, parameter);
                }
            }
            statement.execute();
            for (Step step : together) {
                take(statement, step);
                statement.getMoreResults();
            }
        }
    }

    /**
     * Sends one change with many sets of parameters, in one round trip of its own.
     *
     * @param connection where to
     * @param sql the statement
     * @param sets the parameters of each
     * @throws SQLException if the database refuses one of them
     */
    public static void send(Connection connection, String sql, List<Object[]> sets) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] parameters : sets) {
                for (int i = 0; i < parameters.length; i++) {
                    bind(statement, i + 1, parameters[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object parameter) throws SQLException {
        if (parameter instanceof Many many) {
            statement.setArray(
                    index,
                    statement
                            .getConnection()
                            .createArrayOf(many.type(), many.cells().toArray()));
        } else if (parameter instanceof Nothing nothing) {
            statement.setNull(index, nothing.type());
        } else {
            statement.setObject(index, parameter);
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
