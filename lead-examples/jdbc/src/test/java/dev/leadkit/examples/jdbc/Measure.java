package dev.leadkit.examples.jdbc;

import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Origin;
import dev.leadkit.examples.jdbc.sql.Schema;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Commit;
import dev.leadkit.store.LeadStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** Compares commits with the same rows written by hand, on one connection of a PostgreSQL that waits for its disk. */
final class Measure {

    private static final Instant DAY = Instant.parse("2026-03-01T09:00:00Z");

    private Measure() {}

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", System.getProperty("fsync", "on"))
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            PGConnectionPoolDataSource connections = new PGConnectionPoolDataSource();
            connections.setURL(server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true");
            JdbcConnectionPool pool = JdbcConnectionPool.create(connections);
            pool.setMaxConnections(1);
            Schema.standard().migrate(pool);
            LeadStore store = JdbcLeadStore.in(Transactions.own(pool), FieldCatalog.standard());
            for (int size : new int[] {1, 100}) {
                int calls = size == 1 ? 1000 : 40;
                for (int round = 0; round < 4; round++) {
                    int offset = (size * 10 + round) * 1_000_000;
                    double ours = perSecond(calls, i -> store.commit(commits("o", offset, i, size)));
                    double hand;
                    try (Connection connection = pool.getConnection()) {
                        connection.setAutoCommit(false);
                        hand = perSecond(calls, i -> byHand(connection, commits("h", offset, i, size)));
                        connection.setAutoCommit(true);
                    }
                    System.out.printf(
                            Locale.ROOT,
                            "size %d: ours %.0f, by hand %.0f calls a second, ratio %.2f%n",
                            size,
                            ours,
                            hand,
                            ours / hand);
                }
            }
            pool.dispose();
        }
    }

    private static double perSecond(int calls, IntConsumer call) {
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            call.accept(i);
        }
        return calls * 1e9 / (System.nanoTime() - start);
    }

    private static List<Commit> commits(String name, int offset, int call, int size) {
        List<Commit> commits = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String number = name + (offset + call * size + i);
            LeadId lead = LeadId.derived("web", number);
            FieldValues values = FieldValues.builder()
                    .set(StandardFields.EMAIL, new EmailAddress("p" + number + "@example.org"))
                    .set(StandardFields.FIRST_NAME, "Ada")
                    .set(StandardFields.LAST_NAME, "Lovelace")
                    .set(StandardFields.COMPANY, "Analytical Engines Ltd")
                    .set(StandardFields.COUNTRY, "GB")
                    .build();
            Captured event = Captured.of(
                    new EventHeader(EventId.derived(lead, "c"), lead, DAY, DAY),
                    new Origin("web", number, true),
                    new Stage("new"),
                    values);
            commits.add(Commit.of(lead, 0, List.of(event))
                    .withKeys(
                            Set.of(
                                    new MatchKey("email", "p" + number + "@example.org"),
                                    new MatchKey(MatchKey.RECORD, lead.value())),
                            Set.of()));
        }
        return commits;
    }

    private static void byHand(Connection connection, List<Commit> commits) {
        try (PreparedStatement leads = connection.prepareStatement(
                        "insert into lead (id, version, events, newest_token, turn, place) values (?, 1, 1, null, nextval('lead_turn'), 0)");
                PreparedStatement events = connection.prepareStatement(
                        "insert into lead_event (lead, id, kind, skeleton, personal) values (?, ?, ?, ?, ?)");
                PreparedStatement keys =
                        connection.prepareStatement("insert into lead_key (kind, match_value, lead) values (?, ?, ?)");
                PreparedStatement fields = connection.prepareStatement(
                        "insert into lead_field (lead, field, comparable) values (?, 'stage', '=new')")) {
            for (Commit commit : commits) {
                String lead = commit.lead().value();
                leads.setString(1, lead);
                leads.addBatch();
                StoredEvent stored = StoredEvent.of(commit.events().get(0));
                events.setString(1, lead);
                events.setString(2, commit.events().get(0).id().value());
                events.setString(3, stored.kind());
                events.setString(4, stored.skeleton());
                events.setString(5, stored.personal());
                events.addBatch();
                for (MatchKey key : commit.keys()) {
                    keys.setString(1, key.kind());
                    keys.setString(2, key.value());
                    keys.setString(3, lead);
                    keys.addBatch();
                }
                fields.setString(1, lead);
                fields.addBatch();
            }
            leads.executeBatch();
            events.executeBatch();
            keys.executeBatch();
            fields.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
