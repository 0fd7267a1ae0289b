package dev.leadkit.examples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.LeadStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A host that writes its own table and leads in one transaction, on PostgreSQL. */
final class HostTransactionTest {

    private static final LeadId LEAD = new LeadId("L-1");
    private static final MatchKey KEY = new MatchKey("email", "ada@example.org");
    private static final Instant DAY = Instant.parse("2026-03-01T09:00:00Z");

    private DataSource database;
    private LeadStore outside;

    @BeforeEach
    void open() throws SQLException {
        database = Databases.postgres();
        outside = JdbcLeadStore.in(Transactions.own(database), FieldCatalog.standard());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders (number integer primary key)");
        }
    }

    private static LeadStore within(Connection connection) {
        return JdbcLeadStore.in(Transactions.host(() -> connection), FieldCatalog.standard());
    }

    private static Commit commit(LeadId lead) {
        EventHeader header = new EventHeader(new EventId("visit-" + lead), lead, DAY, DAY);
        return Commit.of(lead, 0, List.of(new Interacted(header, Interaction.inbound("visit"))))
                .withKeys(Set.of(KEY), Set.of());
    }

    private static void order(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into orders values (1)");
        }
    }

    private int orders() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from orders")) {
            count.next();
            return count.getInt(1);
        }
    }

    @Test
    @DisplayName("The host rolls back: neither its own row nor the lead is there")
    void rolledBack() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            order(connection);
            assertThat(within(connection).commit(commit(LEAD))).isEqualTo(new CommitResult.Committed(1));
            assertThat(within(connection).find(LEAD)).isPresent();
            assertThat(outside.find(LEAD)).isEmpty();
            connection.rollback();
        }
        assertThat(orders()).isZero();
        assertThat(outside.find(LEAD)).isEmpty();
        assertThat(outside.feed(0, 10)).isEmpty();
        assertThat(outside.commit(commit(new LeadId("L-2")))).isEqualTo(new CommitResult.Committed(1));
    }

    @Test
    @DisplayName("The host commits: both are there")
    void committed() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            within(connection).commit(commit(LEAD));
            order(connection);
            assertThat(connection.isClosed()).isFalse();
            connection.commit();
        }
        assertThat(orders()).isEqualTo(1);
        assertThat(outside.findByKey(KEY)).contains(LEAD);
        assertThat(outside.feed(0, 10)).hasSize(1);
    }

    @Test
    @DisplayName("A key that another transaction was faster to take is a result, and the host's transaction goes on")
    void raced() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection first = database.getConnection();
                Connection second = database.getConnection()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            within(first).commit(commit(LEAD));
            order(second);
            Future<CommitResult> waiting = other.submit(() -> within(second).commit(commit(new LeadId("L-2"))));
            awaitLock();
            first.commit();
            assertThat(waiting.get(1, TimeUnit.MINUTES)).isEqualTo(new CommitResult.KeyTaken(KEY, LEAD));
            second.commit();
        } finally {
            other.shutdownNow();
        }
        assertThat(orders()).isEqualTo(1);
        assertThat(outside.find(new LeadId("L-2"))).isEmpty();
        assertThat(outside.feed(0, 10)).hasSize(1);
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
            LeadStore store = within(connection);
            assertThatIllegalStateException()
                    .isThrownBy(() -> store.commit(commit(LEAD)))
                    .withMessageContaining("transaction of the host");
        }
    }
}
