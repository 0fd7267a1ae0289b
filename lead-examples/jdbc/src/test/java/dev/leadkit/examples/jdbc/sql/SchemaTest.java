package dev.leadkit.examples.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.examples.jdbc.Databases;
import dev.leadkit.examples.jdbc.sql.Schema.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class SchemaTest {

    private static final Script ONE = new Script(1, "001-one.sql", "create table if not exists one (id integer);\n");
    private static final Script TWO = new Script(2, "002-two.sql", "create table if not exists two (id integer);\n");

    @Test
    @DisplayName("Each script is applied once, in order, on both databases")
    void once() {
        for (DataSource database : List.of(Databases.emptyH2(), Databases.emptyPostgres())) {
            assertThat(new Schema(List.of(ONE)).migrate(database)).isEqualTo(1);
            assertThat(new Schema(List.of(ONE, TWO)).migrate(database)).isEqualTo(1);
            assertThat(new Schema(List.of(ONE, TWO)).migrate(database)).isZero();
        }
    }

    @Test
    @DisplayName("A script that was applied is known by its place from 1 up")
    void numbered() throws SQLException {
        DataSource database = Databases.emptyH2();
        assertThat(Schema.standard().migrate(database)).isEqualTo(6);
        List<String> applied = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            new RoundTrip()
                    .query(
                            "select number, name from lead_schema order by number",
                            row -> applied.add(row.getInt(1) + " " + row.getString(2)))
                    .send(connection);
        }
        assertThat(applied).hasSize(6).startsWith("1 001-leads.sql").endsWith("6 006-tickets.sql");
    }

    @Test
    @DisplayName("A script that was changed since it was applied is refused by its name")
    void changed() {
        DataSource database = Databases.emptyH2();
        new Schema(List.of(ONE)).migrate(database);
        Schema other = new Schema(List.of(new Script(1, "001-one.sql", "select 1;\n"), TWO));
        assertThatIllegalStateException()
                .isThrownBy(() -> other.migrate(database))
                .withMessageContaining("001-one.sql must be as it was applied")
                .withMessageContaining("Put changes into a new script");
    }

    @Test
    @DisplayName("An older program refuses a newer database")
    void newer() {
        DataSource database = Databases.emptyH2();
        new Schema(List.of(ONE, TWO)).migrate(database);
        assertThatIllegalStateException()
                .isThrownBy(() -> new Schema(List.of(ONE)).migrate(database))
                .withMessageContaining("has script 2 of 1");
    }

    @Test
    @DisplayName("A script that fails leaves nothing behind on PostgreSQL")
    void failing() {
        DataSource database = Databases.emptyPostgres();
        Schema broken =
                new Schema(List.of(new Script(1, "001-one.sql", "create table one (id integer);\nnonsense;\n")));
        assertThatThrownBy(() -> broken.migrate(database)).isInstanceOf(DatabaseException.class);
        assertThat(new Schema(List.of(new Script(1, "001-one.sql", "create table one (id integer);\n")))
                        .migrate(database))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("Of several processes that start at once one applies the scripts and all others wait for it")
    void together() throws Exception {
        DataSource database = Databases.emptyPostgres();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starts.add(pool.submit(() -> Schema.standard().migrate(database)));
            }
            int applied = 0;
            for (Future<Integer> start : starts) {
                applied += start.get(1, TimeUnit.MINUTES);
            }
            assertThat(applied).isEqualTo(6);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @DisplayName("Every text comes back from a cell as it was, also what no database keeps")
    void cells() {
        Stream.of(
                        "",
                        "ada",
                        "\u0000",
                        "\ud83d\ude00",
                        "\ud83d",
                        "a\udc00b",
                        "\u0010",
                        "\u0010\u0010d83d",
                        "c\\d",
                        "\ud800",
                        "\udbff\ud800",
                        "\udfff",
                        "\ud7ff\ue000")
                .forEach(text -> {
                    assertThat(Cells.text(Cells.of(text))).isEqualTo(text);
                    assertThat(Cells.of(text)).doesNotContain("\u0000");
                });
        assertThat(Cells.of("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
        assertThat(Cells.of("\ud83d")).isEqualTo("\u0010d83d");
        assertThat(Cells.of("a\ud800")).isEqualTo("a\u0010d800");
        assertThat(Cells.of("\udfff")).isEqualTo("\u0010dfff");
        assertThat(Cells.of("\ud7ff\ue000")).isEqualTo("\ud7ff\ue000");
    }
}
