package dev.leadkit.examples.jdbc;

import dev.leadkit.core.kit.LeadStoreContract;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.store.LeadStore;

final class H2StoreTest extends LeadStoreContract {

    @Override
    protected LeadStore newStore() {
        return JdbcLeadStore.in(Transactions.own(Databases.h2()), FieldCatalog.standard());
    }
}
