package dev.leadkit.store;

import dev.leadkit.core.kit.LeadStoreContract;

final class InMemoryLeadStoreTest extends LeadStoreContract {

    @Override
    protected LeadStore newStore() {
        return LeadStore.inMemory();
    }
}
