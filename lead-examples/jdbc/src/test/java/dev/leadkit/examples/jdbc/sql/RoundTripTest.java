package dev.leadkit.examples.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.jdbc.Databases;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements on H2. */
final class RoundTripTest {

    private static final Table THING = Table.of("thing", "id integer", "name varchar", "at numeric", "place bigint");

    private DataSource database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = Databases.emptyH2();
        connection = database.getConnection();
        new RoundTrip()
                .update("create table thing (id integer primary key, name varchar, at numeric(28, 9), place bigint)")
                .send(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        Databases.close(database);
    }

    /** Rows from a number on; every third has no name. */
    private static List<Object[]> rows(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> new Object[] {i, i % 3 == 0 ? null : "n" + i, BigDecimal.valueOf(i, 9), (long) -i})
                .toList();
    }

    private List<String> there() throws SQLException {
        List<String> there = new ArrayList<>();
        new RoundTrip()
                .query(
                        "select id, name, at, place from thing order by id",
                        row -> there.add(row.getInt(1) + " " + row.getString(2) + " "
                                + row.getBigDecimal(3).stripTrailingZeros().toPlainString() + " " + row.getLong(4)))
                .send(connection);
        return there;
    }

    private static List<String> expected(int from, int count) {
        return rows(from, count).stream()
                .map(row -> row[0] + " " + row[1] + " "
                        + ((BigDecimal) row[2]).stripTrailingZeros().toPlainString() + " " + row[3])
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {0, 1, 2, 63, 64, 65, 200, 256, 257, 700})
    @DisplayName("However many rows go in, all are there, with what has no value")
    void allThere(int count) throws SQLException {
        List<Integer> leftOut = new ArrayList<>();
        new RoundTrip().insert(THING, rows(1, count), leftOut::add).send(connection);
        assertThat(there()).isEqualTo(expected(1, count));
        assertThat(leftOut).allMatch(each -> each == 0);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {1, 100, 256, 257})
    @DisplayName("Rows that break a constraint are left out and counted, the others are there")
    void leftOut(int count) throws SQLException {
        new RoundTrip().insert(THING, rows(1, 20)).send(connection);
        List<Integer> leftOut = new ArrayList<>();
        new RoundTrip().insert(THING, rows(11, count), leftOut::add).send(connection);
        assertThat(leftOut.stream().mapToInt(Integer::intValue).sum()).isEqualTo(Math.min(10, count));
        assertThat(there()).isEqualTo(expected(1, Math.max(20, 10 + count)));
    }

    @Test
    @DisplayName("Few rows are written out in powers of two, more go as arrays, so that there are few statements")
    void statements() {
        assertThat(IntStream.of(1, 3, 63, 64, 255).map(Table::written)).containsExactly(1, 2, 32, 64, 64);
        assertThat(THING.columns())
                .extracting(Table.Column::jdbcType)
                .containsExactly(Types.INTEGER, Types.VARCHAR, Types.NUMERIC, Types.BIGINT);
        assertThat(Table.isMany(256)).isFalse();
        assertThat(Table.isMany(257)).isTrue();
        assertThat(Table.of("t", "a varchar", "b numeric").insert(2))
                .isEqualTo("insert into t (a, b) values (?, ?), (?, ?) on conflict do nothing");
        assertThat(Table.of("t", "a varchar", "b numeric").insert(257))
                .isEqualTo("insert into t (a, b) select * from unnest(cast(? as varchar array), "
                        + "cast(? as numeric(28, 9) array)) on conflict do nothing");
    }

    @Test
    @DisplayName("Statements are carried out in their order, each with its own parameters, rows and count")
    void inOrder() throws SQLException {
        List<Object> told = new ArrayList<>();
        new RoundTrip()
                .insert(THING, rows(1, 5))
                .update("update thing set name = ? where id > ?", told::add, "x", 2)
                .query("select id from thing where name = ? order by id", row -> told.add("row " + row.getInt(1)), "x")
                .update("delete from thing where id = ?", 1)
                .query("select count(*) from thing", row -> told.add("count " + row.getInt(1)))
                .query(
                        "select id from thing where name = any(?) order by id",
                        row -> told.add("any " + row.getInt(1)),
                        RoundTrip.any(List.of("n2", "n9")))
                .send(connection);
        assertThat(told).containsExactly(3, "row 3", "row 4", "row 5", "count 4", "any 2");
    }

    @Test
    @DisplayName("One statement may be carried out with many sets of parameters")
    void batch() throws SQLException {
        new RoundTrip().insert(THING, rows(1, 3)).send(connection);
        RoundTrip.send(
                connection,
                "update thing set name = ? where id = ?",
                List.of(new Object[] {"a", 1}, new Object[] {"b", 3}));
        assertThat(there()).containsExactly("1 a 0.000000001 -1", "2 n2 0.000000002 -2", "3 b 0.000000003 -3");
    }
}
