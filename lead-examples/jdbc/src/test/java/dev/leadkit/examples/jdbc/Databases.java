package dev.leadkit.examples.jdbc;

import dev.leadkit.examples.jdbc.sql.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** Empty databases for tests. One PostgreSQL is started for all tests; each test has a schema of its own in it. */
public final class Databases {

    private Databases() {}

    /** Started when it is first asked for; ends with the process. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A new H2 database in memory, with all tables. */
    public static DataSource h2() {
        return migrated(emptyH2());
    }

    /** A new H2 database in memory, without tables. */
    public static DataSource emptyH2() {
        return JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=20000",
                "sa",
                "");
    }

    /** A new schema on PostgreSQL, with all tables. */
    public static DataSource postgres() {
        return migrated(emptyPostgres());
    }

    /** A new schema on PostgreSQL, without tables. */
    public static DataSource emptyPostgres() {
        PGConnectionPoolDataSource connections = new PGConnectionPoolDataSource();
        connections.setURL(newPostgresUrl());
        return JdbcConnectionPool.create(connections);
    }

    /** The way to a new schema on PostgreSQL, without tables, for other processes too. */
    public static String newPostgresUrl() {
        String schema = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.POSTGRES.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }

    /** Gives all connections back. */
    public static void close(DataSource database) {
        ((JdbcConnectionPool) database).dispose();
    }

    /** Takes all rows out. */
    static void empty(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "lead_event",
                    "lead_key",
                    "lead_shared_key",
                    "lead_field",
                    "lead_effect",
                    "lead_payload",
                    "lead",
                    "lead_reservation",
                    "lead_quarantine",
                    "lead_import",
                    "lead_host_row")) {
                statement.execute("delete from " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource migrated(DataSource database) {
        Schema.standard().migrate(database);
        return database;
    }
}
