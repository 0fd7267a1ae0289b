package dev.leadkit.examples.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.examples.jdbc.Databases;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Lease;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Settlement;
import dev.leadkit.routing.ledger.Terms;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A ledger in the transaction that the host has begun, and by the database's own clock, on PostgreSQL. */
final class HostLedgerTest {

    private static final RepId ANN = new RepId("ann");
    private static final LeadId LEAD = new LeadId("lead");
    private static final LeadId OTHER = new LeadId("other");

    private DataSource database;
    private AssignmentLedger outside;

    @BeforeEach
    void open() {
        database = Databases.postgres();
        outside = JdbcAssignmentLedger.on(database, DatabaseClock.postgres());
    }

    @AfterEach
    void close() {
        Databases.close(database);
    }

    private static AssignmentLedger within(Connection connection) {
        return JdbcAssignmentLedger.within(() -> connection, DatabaseClock.postgres());
    }

    private static Reservation ask(LeadId lead, int limit) {
        return new Reservation(lead, "pool", 0, List.of(new Bid(ANN, limit)), List.of());
    }

    private int load() {
        return outside.standings("pool", List.of(ANN)).get(0).open();
    }

    @Test
    @DisplayName("The host rolls back: the place, its units and its change are gone; the host commits: they are there")
    void hostsTransaction() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(within(connection).reserve(ask(LEAD, 1))).isInstanceOf(ReserveResult.Granted.class);
            assertThat(within(connection).find(LEAD)).isPresent();
            assertThat(outside.find(LEAD)).isEmpty();
            connection.rollback();
            assertThat(load()).isZero();
            assertThat(outside.changes(0, 9).list()).isEmpty();

            within(connection).reserve(ask(LEAD, 1));
            assertThat(connection.isClosed()).isFalse();
            connection.commit();
        }
        assertThat(outside.find(LEAD)).isPresent();
        assertThat(load()).isEqualTo(1);
        assertThat(outside.changes(0, 9).list()).hasSize(1);
    }

    @Test
    @DisplayName("Who waits for a place that the host then commits finds it taken, and his transaction goes on")
    void raced() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection first = database.getConnection();
                Connection second = database.getConnection()) {
            outside.reserve(new Reservation(new LeadId("there"), "pool", 0, List.of(new Bid(ANN, 1)), List.of()));
            outside.release(new LeadId("there"), 1, "");
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            within(first).reserve(ask(LEAD, 1));
            Future<ReserveResult> waiting = other.submit(() -> within(second).reserve(ask(OTHER, 1)));
            awaitLock();
            first.commit();
            assertThat(waiting.get(1, TimeUnit.MINUTES)).isEqualTo(new ReserveResult.Full());
            second.commit();
        } finally {
            other.shutdownNow();
        }
        assertThat(load()).isEqualTo(1);
        assertThat(outside.find(OTHER)).isEmpty();
    }

    private void awaitLock() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            boolean waits = false;
            while (!waits) {
                try (ResultSet count = statement.executeQuery(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
                    count.next();
                    waits = count.getInt(1) > 0;
                }
            }
        }
    }

    @Test
    @DisplayName("A connection that is in no transaction is refused")
    void autoCommit() throws SQLException {
        try (Connection connection = database.getConnection()) {
            AssignmentLedger ledger = within(connection);
            assertThatIllegalStateException()
                    .isThrownBy(() -> ledger.reserve(ask(LEAD, 1)))
                    .withMessageContaining("transaction of the host");
        }
    }

    @Test
    @DisplayName("A lease runs by the database's clock, whatever the process thinks it is")
    void databaseClock() throws SQLException {
        Instant before = databaseNow();
        Reservation leased = ask(LEAD, 1).on(Terms.STANDARD.leased(Lease.of(Duration.ofHours(1))));
        Place place = ((ReserveResult.Granted) outside.reserve(leased)).place();
        Instant after = databaseNow();

        assertThat(place.until().orElseThrow())
                .isBetween(before.plus(Duration.ofHours(1)), after.plus(Duration.ofHours(1)));
        assertThat(outside.find(LEAD)).contains(place);
        assertThat(outside.renew(LEAD, place.token(), Lease.SHORTEST)).isEqualTo(Settlement.DONE);
        while (!databaseNow().isAfter(outside.nextExpiry().orElse(Instant.MIN))) {
            Thread.onSpinWait();
        }
        assertThat(outside.commit(LEAD, place.token())).isEqualTo(Settlement.EXPIRED);
        assertThat(load()).isZero();
    }

    private Instant databaseNow() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return DatabaseClock.postgres().now(connection);
        }
    }

    @Test
    @DisplayName("A reason, a page or a lease out of its bounds is refused before the database is asked")
    void bounds() {
        assertThatThrownBy(() -> outside.release(LEAD, 1, "x".repeat(256))).hasMessageContaining("reason must be");
        assertThatThrownBy(() -> outside.renew(LEAD, 1, Duration.ZERO)).hasMessageContaining("lease must be");
        assertThatThrownBy(() -> outside.expire(0)).hasMessageContaining("most must be");
        assertThatThrownBy(() -> outside.places(Optional.empty(), 0)).hasMessageContaining("most must be");
        assertThatThrownBy(() -> outside.changes(-1, 1)).hasMessageContaining("after must be");
        assertThatThrownBy(() -> outside.changes(0, 0)).hasMessageContaining("most must be");
        assertThatThrownBy(() -> outside.forget(0)).hasMessageContaining("most must be");
    }
}
