package dev.leadkit.examples.benchmarks.core;

import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Origin;
import dev.leadkit.examples.benchmarks.suite.Effort;
import dev.leadkit.examples.benchmarks.suite.Figure;
import dev.leadkit.examples.jdbc.JdbcLeadStore;
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
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.LeadStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * Our commits of new leads on PostgreSQL against {@linkplain HandWritten the same rows written by hand}: one connection, the
 * same settings, and the disk waited for at each commit. Both take turns, so that what else the machine does strikes both;
 * the figure is the median of the rounds' ratios.
 */
final class JdbcRatios {

    private static final Instant DAY = Instant.parse("2026-03-01T09:00:00Z");
    private static final int BATCH = 100;
    private static final int SINGLE_CALLS = 400;
    private static final int BATCH_CALLS = 40;

    private final LeadStore store;
    private final JdbcConnectionPool pool;
    private int next;

    private JdbcRatios(JdbcConnectionPool pool) {
        this.pool = pool;
        this.store = JdbcLeadStore.in(Transactions.own(pool), FieldCatalog.standard());
    }

    static void run(Effort effort, Consumer<Figure> figures) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            PGConnectionPoolDataSource connections = new PGConnectionPoolDataSource();
            connections.setURL(server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true");
            JdbcConnectionPool pool = JdbcConnectionPool.create(connections);
            pool.setMaxConnections(1);
            Schema.standard().migrate(pool);
            JdbcRatios ratios = new JdbcRatios(pool);
            figures.accept(new Figure("core", "ratio.jdbc.hand", ratios.ratio(effort, SINGLE_CALLS, 1), "1"));
            figures.accept(new Figure("core", "ratio.jdbc.batch.hand", ratios.ratio(effort, BATCH_CALLS, BATCH), "1"));
            pool.dispose();
        }
    }

    private double ratio(Effort effort, int calls, int size) throws Exception {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < effort.warmups() + effort.rounds(); round++) {
            List<List<Commit>> ours = commits(calls, size);
            List<List<Commit>> hand = commits(calls, size);
            boolean handFirst = round % 2 == 0;
            long before = handFirst ? nanosByHand(hand) : 0;
            long our = nanos(ours);
            double ratio = (handFirst ? before : nanosByHand(hand)) / (double) our;
            System.err.printf("Round %d of %d leads a commit: %.3f%n", round, size, ratio);
            if (round >= effort.warmups()) {
                ratios.add(ratio);
            }
        }
        return ratios.stream().sorted().toList().get(ratios.size() / 2);
    }

    private long nanos(List<List<Commit>> calls) {
        long start = System.nanoTime();
        for (List<Commit> each : calls) {
            if (!store.commit(each).stream().allMatch(CommitResult.Committed.class::isInstance)) {
                throw new IllegalStateException("all leads must be new");
            }
        }
        return System.nanoTime() - start;
    }

    private long nanosByHand(List<List<Commit>> calls) throws Exception {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            HandWritten hand = new HandWritten(connection);
            long start = System.nanoTime();
            for (List<Commit> each : calls) {
                hand.write(each);
            }
            return System.nanoTime() - start;
        }
    }

    private List<List<Commit>> commits(int calls, int size) {
        List<List<Commit>> commits = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            List<Commit> one = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                one.add(commit(Integer.toString(next++)));
            }
            commits.add(one);
        }
        return commits;
    }

    private static Commit commit(String number) {
        LeadId lead = LeadId.derived("web", number);
        EmailAddress address = new EmailAddress("p" + number + "@example.org");
        FieldValues values = FieldValues.builder()
                .set(StandardFields.EMAIL, address)
                .set(StandardFields.FIRST_NAME, "Ada")
                .set(StandardFields.LAST_NAME, "Lovelace")
                .set(StandardFields.COMPANY, "Analytical Engines Ltd")
                .set(StandardFields.COUNTRY, "GB")
                .build();
        EventHeader header = new EventHeader(EventId.derived(lead, "captured"), lead, DAY, DAY);
        Captured event = Captured.of(header, new Origin("web", number, true), new Stage("new"), values);
        Set<MatchKey> keys =
                Set.of(new MatchKey("email", address.value()), new MatchKey(MatchKey.RECORD, lead.value()));
        return Commit.of(lead, 0, List.of(event)).withKeys(keys, Set.of());
    }
}
