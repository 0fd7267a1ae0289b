package dev.leadkit.examples.embed;

import dev.leadkit.core.kit.LeadStoreContract;
import dev.leadkit.store.LeadStore;

/** What a host writes to have its own store checked; here the store is the one in memory. */
final class OwnStoreTest extends LeadStoreContract {

    @Override
    protected LeadStore newStore() {
        return LeadStore.inMemory();
    }
}
