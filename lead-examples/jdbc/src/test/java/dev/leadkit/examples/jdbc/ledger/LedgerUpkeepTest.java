package dev.leadkit.examples.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.examples.jdbc.Databases;
import dev.leadkit.examples.jdbc.sql.DatabaseException;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Change;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Settlement;
import dev.leadkit.routing.ledger.Terms;
import dev.leadkit.store.IdempotencyKey;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a ledger forgets, and when it begins anew, on H2. */
final class LedgerUpkeepTest {

    private static final int KEPT = AssignmentLedger.CHANGES_KEPT;

    private final DataSource connections = Databases.h2();
    private LedgerDatabase database;
    private AssignmentLedger ledger;

    @BeforeEach
    void open() throws SQLException {
        database = new LedgerDatabase(connections);
        ledger = database.ledger();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Reservation ask(String lead) {
        return new Reservation(new LeadId(lead), "pool", 0, List.of(new Bid(new RepId("ann"), 99)), List.of());
    }

    private ReserveResult keyed(String lead, String key) {
        return ledger.reserve(ask(lead).on(Terms.STANDARD.keyed(new IdempotencyKey(key, "p"))));
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As if there had been so many changes: seven of them are there. */
    private void changed(int last) throws SQLException {
        run("insert into ledger_change (position, sort, lead, token, state, rep, kind, units, until_at, step, reason) "
                + "select \"X\", 'granted', 'L', \"X\", 'reserved', 'ann', 'lead', 1, 253402297200, \"X\", '' "
                + "from system_range(1, 7)");
        run("update ledger_feed set last_position = " + last);
    }

    private List<Long> positions() {
        return ledger.changes(0, 99).list().stream().map(Change::position).toList();
    }

    @Test
    @DisplayName("The oldest changes beyond those that must be kept are forgotten, as many as asked for")
    void changes() throws SQLException {
        changed(KEPT + 5);
        assertThat(ledger.changes(0, 99).complete()).isTrue();
        assertThat(ledger.forget(3)).isEqualTo(3);
        assertThat(positions()).containsExactly(4L, 5L, 6L, 7L);
        assertThat(ledger.changes(2, 9).complete()).isFalse();
        assertThat(ledger.changes(3, 9).complete()).isTrue();
        assertThat(ledger.forget(9)).isEqualTo(2);
        assertThat(positions()).containsExactly(6L, 7L);
        assertThat(ledger.changes(4, 9).complete()).isFalse();
        assertThat(ledger.changes(5, 9).complete()).isTrue();
        assertThat(ledger.forget(9)).isZero();
        assertThat(positions()).containsExactly(6L, 7L);
    }

    @Test
    @DisplayName("Keys are forgotten first, those that are older than a week and no others; both count")
    void keys() throws SQLException {
        assertThat(keyed("L-1", "a")).isInstanceOf(ReserveResult.Granted.class);
        keyed("L-2", "b");
        database.pass(AssignmentLedger.KEY_RETENTION);
        keyed("L-3", "c");
        assertThat(ledger.forget(9)).isZero();
        run("delete from ledger_change");
        changed(KEPT + 5);
        database.pass(Duration.ofNanos(1_000));
        assertThat(ledger.forget(1)).isEqualTo(1);
        assertThat(positions()).hasSize(7);
        assertThat(ledger.forget(3)).isEqualTo(3);
        assertThat(positions()).hasSize(5);
        assertThat(keyed("L-4", "a")).as("a key that was forgotten").isInstanceOf(ReserveResult.Granted.class);
        assertThat(((ReserveResult.Granted) keyed("L-5", "c")).place().lead()).isEqualTo(new LeadId("L-3"));
    }

    @Test
    @DisplayName("A reason may be as long as its limit")
    void reason() {
        String longest = "x".repeat(Change.LONGEST_REASON);
        ledger.reserve(ask("L-1"));
        assertThat(ledger.release(new LeadId("L-1"), 1, longest)).isEqualTo(Settlement.DONE);
        assertThat(ledger.changes(0, 9).list()).extracting(Change::reason).containsExactly("", longest);
    }

    /** Connections at whose commit the database says something, so many times. */
    private DataSource saying(@Nullable String state, int[] times) {
        return proxy(DataSource.class, connections, state, times);
    }

    private static <T> T proxy(Class<T> type, Object real, @Nullable String state, int[] times) {
        return type.cast(Proxy.newProxyInstance(
                LedgerUpkeepTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && times[0]-- > 0) {
                        ((Connection) real).rollback();
                        throw new SQLException("begin anew", state);
                    }
                    Object result = method.invoke(real, arguments);
                    return result instanceof Connection ? proxy(Connection.class, result, state, times) : result;
                }));
    }

    private AssignmentLedger on(DataSource database) {
        return JdbcAssignmentLedger.on(database, new DatabaseClock("current_timestamp"));
    }

    @Test
    @DisplayName("A step that the database wants to be begun anew is, up to 20 times, and no other")
    void anew() {
        for (String state : List.of("40001", "40P01")) {
            int[] times = {19};
            assertThat(on(saying(state, times)).reserve(ask("L " + state))).isInstanceOf(ReserveResult.Granted.class);
            times[0] = 20;
            assertThatThrownBy(() -> on(saying(state, times)).reserve(ask("M " + state)))
                    .isInstanceOf(DatabaseException.class);
            assertThat(times[0]).isZero();
        }
        for (String state : new @Nullable String[] {"23505", null}) {
            int[] once = {1};
            assertThatThrownBy(() -> on(saying(state, once)).reserve(ask("N"))).isInstanceOf(DatabaseException.class);
        }
        assertThat(ledger.standings("pool", List.of(new RepId("ann"))).get(0).open())
                .isEqualTo(2);
    }
}
