package dev.leadkit.examples.jdbc;

import dev.leadkit.core.kit.DurableLeadStoreContract;
import dev.leadkit.store.LeadStore;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

/** The contract kit on an adapter over some database. */
public abstract class AdapterContract extends DurableLeadStoreContract {

    private final Map<LeadStore, DataSource> databases = new IdentityHashMap<>();
    private DataSource database;

    protected abstract DataSource newDatabase();

    protected abstract LeadStore open(DataSource database);

    /** Tables take long to make, so each test has its own, and empties them when it asks for another store. */
    @Override
    protected LeadStore newStore() {
        if (database == null) {
            database = newDatabase();
        } else {
            Databases.empty(database);
        }
        return opened(database);
    }

    private LeadStore opened(DataSource database) {
        LeadStore store = open(database);
        databases.put(store, database);
        return store;
    }

    private DataSource databaseOf(LeadStore store) {
        return Objects.requireNonNull(databases.get(store));
    }

    @AfterEach
    void close() {
        if (database != null) {
            Databases.close(database);
        }
    }

    @Override
    protected LeadStore reopen(LeadStore store) {
        return opened(databaseOf(store));
    }

    @Override
    protected LeadStore dying(LeadStore store, int calls) {
        return open(DyingDataSource.of(databaseOf(store), calls));
    }
}
