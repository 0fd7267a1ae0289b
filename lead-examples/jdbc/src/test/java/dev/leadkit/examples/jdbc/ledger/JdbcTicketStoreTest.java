package dev.leadkit.examples.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.jdbc.Databases;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.desk.TicketStore;
import dev.leadkit.routing.kit.TicketStoreContract;
import dev.leadkit.routing.kit.Tickets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class JdbcTicketStoreTest {

    abstract static class OnDatabase extends TicketStoreContract {

        private final DataSource database;

        OnDatabase(DataSource database) {
            this.database = database;
        }

        @AfterEach
        void close() {
            Databases.close(database);
        }

        @Override
        protected TicketStore newStore() {
            return JdbcTicketStore.in(Transactions.own(database));
        }

        @Override
        protected TicketStore reopened(TicketStore store) {
            return newStore();
        }

        @Test
        @DisplayName("Two processes that keep tickets of the same new leads at once both succeed")
        void atOnce() throws Exception {
            ExecutorService other = Executors.newSingleThreadExecutor();
            try {
                Future<?> kept = other.submit(() -> keep(7));
                keep(8);
                kept.get(1, TimeUnit.MINUTES);
            } finally {
                other.shutdownNow();
            }
            assertThat(newStore().all()).hasSize(100);
            assertThat(newStore().find(new LeadId("lead-0"))).isPresent();
        }

        private void keep(long seed) {
            TicketStore store = newStore();
            Tickets tickets = new Tickets(seed);
            for (int i = 0; i < 100; i++) {
                store.keep(tickets.next("lead-" + i));
            }
        }
    }

    @Nested
    final class OnH2 extends OnDatabase {
        OnH2() {
            super(Databases.h2());
        }
    }

    @Nested
    final class OnPostgres extends OnDatabase {
        OnPostgres() {
            super(Databases.postgres());
        }
    }
}
