package dev.leadkit.examples.jdbc.host;

import dev.leadkit.examples.jdbc.AdapterContract;
import dev.leadkit.examples.jdbc.Databases;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.store.LeadStore;
import javax.sql.DataSource;

/** The whole contract, on a store that writes a host's table as well. */
final class H2HostTableStoreTest extends AdapterContract {

    @Override
    protected DataSource newDatabase() {
        return Contacts.created(Databases.h2());
    }

    @Override
    protected LeadStore open(DataSource database) {
        return Contacts.store(Transactions.own(database));
    }
}
