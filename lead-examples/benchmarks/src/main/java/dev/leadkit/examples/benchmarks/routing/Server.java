package dev.leadkit.examples.benchmarks.routing;

import dev.leadkit.examples.jdbc.ledger.DatabaseClock;
import dev.leadkit.examples.jdbc.ledger.JdbcAssignmentLedger;
import dev.leadkit.examples.jdbc.sql.Schema;
import dev.leadkit.routing.ledger.AssignmentLedger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A PostgreSQL of one's own, for as long as it is open. */
final class Server implements AutoCloseable {

    private static final int CONNECTIONS = 40;

    private final EmbeddedPostgres postgres;
    private final JdbcConnectionPool pool;

    private Server(EmbeddedPostgres postgres, JdbcConnectionPool pool) {
        this.postgres = postgres;
        this.pool = pool;
    }

    static Server start() throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        PGConnectionPoolDataSource connections = new PGConnectionPoolDataSource();
        connections.setURL(postgres.getJdbcUrl("postgres", "postgres"));
        JdbcConnectionPool pool = JdbcConnectionPool.create(connections);
        pool.setMaxConnections(CONNECTIONS);
        return new Server(postgres, pool);
    }

    DataSource database() {
        return pool;
    }

    /** A ledger in tables that are made for it. */
    AssignmentLedger ledger() {
        Schema.standard().migrate(pool);
        return JdbcAssignmentLedger.on(pool, DatabaseClock.postgres());
    }

    @Override
    public void close() throws IOException {
        pool.dispose();
        postgres.close();
    }
}
