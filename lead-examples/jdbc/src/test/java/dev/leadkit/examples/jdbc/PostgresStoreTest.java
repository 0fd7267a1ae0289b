package dev.leadkit.examples.jdbc;

import dev.leadkit.core.kit.LeadStoreContract;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.store.LeadStore;

final class PostgresStoreTest extends LeadStoreContract {

    @Override
    protected LeadStore newStore() {
        return JdbcLeadStore.in(Transactions.own(Databases.postgres()), FieldCatalog.standard());
    }
}
