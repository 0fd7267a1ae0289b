package dev.leadkit.store;

import dev.leadkit.core.kit.ConcurrentLeadStoreContract;
import dev.leadkit.core.kit.LeadStoreContract;
import org.junit.jupiter.api.Nested;

final class InMemoryLeadStoreTest {

    @Nested
    final class OneThread extends LeadStoreContract {
        @Override
        protected LeadStore newStore() {
            return LeadStore.inMemory();
        }
    }

    @Nested
    final class ManyThreads extends ConcurrentLeadStoreContract {
        @Override
        protected LeadStore newStore() {
            return LeadStore.inMemory();
        }
    }
}
