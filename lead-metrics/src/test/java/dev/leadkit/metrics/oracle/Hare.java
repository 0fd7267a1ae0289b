package dev.leadkit.metrics.oracle;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * H2 in memory with the raw events in the tables {@code raw} and {@code merged}, as {@link Duck} has them: a second engine with other
 * code, for {@code portable.sql}. What it cannot do of what DuckDB does is said at {@link PortableOracle}.
 */
final class Hare extends Database {

    private Hare(Connection connection) {
        super(connection);
    }

    static Hare of(Histories histories) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:");
        try {
            Connection connection = source.getConnection();
            Hare hare = new Hare(connection);
            hare.run("set time zone '" + Histories.ZONE + "'");
            RawTables.insert(connection, histories);
            return hare;
        } catch (SQLException e) {
            throw new IllegalStateException("loading raw events", e);
        }
    }

    /** Sums are decimals here. */
    @Override
    @Nullable Object cell(ResultSet result, int column) throws SQLException {
        Object value = super.cell(result, column);
        return value instanceof BigDecimal sum && sum.stripTrailingZeros().scale() <= 0 ? sum.longValueExact() : value;
    }

    static void fill(PreparedStatement insert, @Nullable Object... cells) throws SQLException {
        for (int i = 0; i < cells.length; i++) {
            insert.setObject(i + 1, cells[i]);
        }
        insert.addBatch();
    }
}
