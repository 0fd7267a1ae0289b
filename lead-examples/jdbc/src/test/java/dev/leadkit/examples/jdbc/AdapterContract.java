package dev.leadkit.examples.jdbc;

import dev.leadkit.core.kit.DurableLeadStoreContract;
import dev.leadkit.store.LeadStore;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

/** The contract kit on an adapter over some database. Tables take long to make, so each test has its own and empties them. */
public abstract class AdapterContract extends DurableLeadStoreContract {

    private static final int SEQUENCES = 20;

    private DataSource database;

    /** A new database with all tables. */
    protected abstract DataSource newDatabase();

    /** The store that is proved, on a database. */
    protected abstract LeadStore open(DataSource on);

    @AfterEach
    void close() {
        if (database != null) {
            Databases.close(database);
        }
    }

    @Override
    protected int sequences() {
        return SEQUENCES;
    }

    @Override
    protected LeadStore newStore() {
        if (database == null) {
            database = newDatabase();
        } else {
            Databases.empty(database);
        }
        return open(database);
    }

    @Override
    protected LeadStore reopen(LeadStore store) {
        return open(Objects.requireNonNull(database));
    }

    @Override
    protected LeadStore dying(LeadStore store, int calls) {
        return open(DyingDataSource.of(Objects.requireNonNull(database), calls));
    }
}
