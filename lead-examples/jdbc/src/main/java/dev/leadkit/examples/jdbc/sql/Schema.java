package dev.leadkit.examples.jdbc.sql;

import dev.leadkit.lead.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The tables, made by numbered scripts: each is applied once, in order, in a transaction, and remembered with its
 * fingerprint. Several processes may start at once: on PostgreSQL they wait for each other.
 *
 * <p>H2 ends a transaction with every statement that changes the schema. Therefore every statement of a script can be
 * repeated, and a script that was broken off is applied again from its start.
 */
public final class Schema {

    private static final List<String> SCRIPTS = List.of(
            "001-leads.sql",
            "002-imports.sql",
            "003-host-rows.sql",
            "004-failures.sql",
            "005-ledger.sql",
            "006-tickets.sql");
    private static final int FINGERPRINT_BYTES = 16;

    private final List<Script> scripts;

    /** A script with its number, which is its place from 1 up. */
    record Script(int number, String name, String text) {

        String fingerprint() {
            return Fingerprint.of(FINGERPRINT_BYTES, text);
        }
    }

    Schema(List<Script> scripts) {
        this.scripts = List.copyOf(scripts);
    }

    /**
     * The tables of the lead store.
     *
     * @return the schema
     */
    public static Schema standard() {
        return new Schema(SCRIPTS.stream()
                .map(name -> new Script(SCRIPTS.indexOf(name) + 1, name, text(name)))
                .toList());
    }

    private static String text(String name) {
        try (InputStream file = Schema.class.getResourceAsStream("/dev/leadkit/examples/jdbc/schema/" + name)) {
            if (file == null) {
                throw new IllegalStateException("script must be on the class path, was missing: " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Brings the tables up to date, in the schema that the connections are in.
     *
     * @param database where to
     * @return how many scripts were applied; 0 if it was up to date
     * @throws IllegalStateException if a script that was applied has been changed since, or is not known
     * @throws DatabaseException if the database refuses
     */
    public int migrate(DataSource database) {
        Transactions transactions = Transactions.own(database);
        transactions.run(Schema::prepare);
        int applied = 0;
        for (Script script : scripts) {
            applied += transactions.run(connection -> apply(connection, script));
        }
        return applied;
    }

    private static int prepare(Connection connection) throws SQLException {
        lock(connection);
        execute(
                connection,
                "create table if not exists lead_schema (number integer primary key, name varchar not null, "
                        + "fingerprint varchar not null, applied_at timestamp with time zone not null)");
        return 0;
    }

    /** Until the end of the transaction. H2 has no such lock, and needs none because the scripts can be repeated. */
    private static void lock(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            execute(connection, "select pg_advisory_xact_lock(hashtext('lead_schema ' || current_schema()))");
        }
    }

    private int apply(Connection connection, Script script) throws SQLException {
        lock(connection);
        Map<Integer, String> known = new HashMap<>();
        new RoundTrip()
                .query("select number, fingerprint from lead_schema", row -> known.put(row.getInt(1), row.getString(2)))
                .send(connection);
        check(script, known);
        if (known.containsKey(script.number())) {
            return 0;
        }
        for (String statement : script.text().split(";\n", -1)) {
            if (!statement.isBlank()) {
                execute(connection, statement);
            }
        }
        new RoundTrip()
                .update(
                        "insert into lead_schema (number, name, fingerprint, applied_at) "
                                + "values (?, ?, ?, current_timestamp) on conflict do nothing",
                        script.number(),
                        script.name(),
                        script.fingerprint())
                .send(connection);
        return 1;
    }

    private void check(Script script, Map<Integer, String> known) {
        String applied = known.getOrDefault(script.number(), script.fingerprint());
        if (!applied.equals(script.fingerprint())) {
            throw new IllegalStateException("script " + script.name() + " must be as it was applied, fingerprint "
                    + applied + ", was changed to " + script.fingerprint() + ". Put changes into a new script.");
        }
        known.keySet().stream()
                .filter(number -> number > scripts.size())
                .findAny()
                .ifPresent(number -> {
                    throw new IllegalStateException("database must be as old as this program or older, has script "
                            + number + " of " + scripts.size() + ". Start the newer program.");
                });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
