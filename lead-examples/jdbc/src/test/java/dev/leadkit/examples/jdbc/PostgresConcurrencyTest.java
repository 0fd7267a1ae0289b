package dev.leadkit.examples.jdbc;

import dev.leadkit.core.kit.ConcurrentLeadStoreContract;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.store.LeadStore;

final class PostgresConcurrencyTest extends ConcurrentLeadStoreContract {

    @Override
    protected LeadStore newStore() {
        return JdbcLeadStore.in(Transactions.own(Databases.postgres()), FieldCatalog.standard());
    }
}
