package dev.leadkit.examples.jdbc.crash;

import dev.leadkit.examples.jdbc.JdbcCheckpoints;
import dev.leadkit.examples.jdbc.JdbcLeadStore;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.examples.jdbc.sql.Schema;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.store.LeadStore;
import dev.leadkit.transfer.Checkpoints;
import dev.leadkit.transfer.ImportReport;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Imports files into a PostgreSQL by processes that are killed at random moments. When a file is in, whatever it took, what is
 * there is compared with what the same file makes in memory; then comes the next file, until there were enough kills.
 */
final class Crashes {

    private static final int ROWS = 2_000;
    private static final int LONGEST_LIFE_MICROSECONDS = 400_000;

    private final EmbeddedPostgres server;
    private final Path folder;
    private final Random random;
    private final LongConsumer progress;

    private long kills;
    private Balance balance = Balance.EVEN;

    Crashes(EmbeddedPostgres server, Path folder, long seed, LongConsumer progress) {
        this.server = server;
        this.folder = folder;
        this.random = new Random(seed);
        this.progress = progress;
    }

    long kills() {
        return kills;
    }

    Balance balance() {
        return balance;
    }

    void run(long most) throws IOException, InterruptedException, SQLException {
        for (int number = 1; kills < most || number == 1; number++) {
            Path file = folder.resolve("leads-" + number + ".csv");
            LeadFile.write(file, ROWS, random.nextLong());
            String url = newSchema("file_" + number);
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setURL(url);
            Schema.standard().migrate(database);
            importKilling(url + "&ApplicationName=importing", file, most);
            balance = balance.plus(compare(database, file));
        }
    }

    private String newSchema(String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + name);
        }
        return server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name;
    }

    private void importKilling(String url, Path file, long most)
            throws IOException, InterruptedException, SQLException {
        Path archive = folder.resolve("classes.jsa");
        boolean done = false;
        while (!done) {
            Child child = Child.start(archive, url, file.toString());
            if (!child.says("begun")) {
                throw new IllegalStateException("import must begin, ended with " + child.exit());
            }
            boolean spared = kills >= most || (Child.isArchivable() && !Files.exists(archive));
            if (!spared && child.killedAfter(random.nextInt(LONGEST_LIFE_MICROSECONDS))) {
                kills++;
                progress.accept(kills);
                awaitEnd();
            } else {
                // Not by what it says: a kill that came too late has closed its output all the same.
                if (child.exit() != 0) {
                    throw new IllegalStateException("import must end well, ended with " + child.exit());
                }
                done = true;
            }
        }
    }

    /** The database goes on with what a killed process has asked it for; a restart takes longer than that, usually. */
    private void awaitEnd() throws SQLException {
        Transactions transactions = Transactions.own(server.getPostgresDatabase());
        List<Integer> alive = new ArrayList<>(List.of(1));
        while (alive.get(0) > 0) {
            alive.clear();
            transactions.read(connection -> {
                new RoundTrip()
                        .query(
                                "select count(*) from pg_stat_activity where application_name = 'importing'",
                                row -> alive.add(row.getInt(1)))
                        .send(connection);
                return alive;
            });
            Thread.onSpinWait();
        }
    }

    private static Balance compare(DataSource database, Path file) throws IOException {
        LeadStore oracle = LeadStore.inMemory();
        ImportReport right = Importing.run(file, oracle, Checkpoints.inMemory(), Runnable::run);
        Transactions own = Transactions.own(database);
        LeadStore store = JdbcLeadStore.in(own, LeadFile.CATALOG);
        Balance content = Balance.of(oracle, store);
        ImportReport found = JdbcCheckpoints.in(own).find("crash").orElse(ImportReport.NOTHING);
        return content.plus(new Balance(
                Math.max(0, right.rows() - found.rows()),
                found.equals(right) ? 0 : Math.max(1, found.rows() - right.rows())));
    }
}
