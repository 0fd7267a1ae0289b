package dev.leadkit.examples.jdbc;

import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.store.LeadStore;
import javax.sql.DataSource;

final class H2StoreTest extends AdapterContract {

    @Override
    protected DataSource newDatabase() {
        return Databases.h2();
    }

    @Override
    protected LeadStore open(DataSource database) {
        return JdbcLeadStore.in(Transactions.own(database), FieldCatalog.standard());
    }
}
