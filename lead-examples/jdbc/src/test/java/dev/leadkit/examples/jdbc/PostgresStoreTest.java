package dev.leadkit.examples.jdbc;

import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.store.LeadStore;
import javax.sql.DataSource;

final class PostgresStoreTest extends AdapterContract {

    @Override
    protected DataSource newDatabase() {
        return Databases.postgres();
    }

    @Override
    protected LeadStore open(DataSource database) {
        return JdbcLeadStore.in(Transactions.own(database), FieldCatalog.standard());
    }
}
