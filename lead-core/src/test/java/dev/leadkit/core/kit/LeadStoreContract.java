package dev.leadkit.core.kit;

import dev.leadkit.store.LeadStore;
import org.junit.jupiter.api.Nested;

/**
 * What every {@link LeadStore} must do. Extend it and hand in an empty store of yours; the sentences that the tests are named
 * by are the contract. For a store that outlives its process extend {@link DurableLeadStoreContract} instead.
 *
 * <p>Clean up what {@link #newStore} made in an {@code @AfterEach} method of your class.
 */
public abstract class LeadStoreContract {

    /** A new, empty store. Those given before are not used any more. */
    protected abstract LeadStore newStore();

    /** How many sequences of random actions to try, some hundred calls each; the first so many are always the same. */
    protected int sequences() {
        return 300;
    }

    LeadStore reopened(LeadStore store) {
        return store;
    }

    @Nested
    class Commits extends CommitContract {
        @Override
        LeadStore newStore() {
            return LeadStoreContract.this.newStore();
        }
    }

    @Nested
    class Refusals extends RefusalContract {
        @Override
        LeadStore newStore() {
            return LeadStoreContract.this.newStore();
        }
    }

    @Nested
    class Batches extends BatchContract {
        @Override
        LeadStore newStore() {
            return LeadStoreContract.this.newStore();
        }
    }

    @Nested
    class Pages extends PageContract {
        @Override
        LeadStore newStore() {
            return LeadStoreContract.this.newStore();
        }
    }

    @Nested
    class TheOutbox extends OutboxContract {
        @Override
        LeadStore newStore() {
            return LeadStoreContract.this.newStore();
        }
    }

    @Nested
    class TheQuarantine extends QuarantineContract {
        @Override
        LeadStore newStore() {
            return LeadStoreContract.this.newStore();
        }
    }

    @Nested
    class Retention extends RetentionContract {
        @Override
        LeadStore newStore() {
            return LeadStoreContract.this.newStore();
        }
    }

    @Nested
    class ManyWriters extends ConcurrentLeadStoreContract {
        @Override
        LeadStore newStore() {
            return LeadStoreContract.this.newStore();
        }
    }

    @Nested
    class ManyWorkers extends ConcurrentOutboxContract {
        @Override
        LeadStore newStore() {
            return LeadStoreContract.this.newStore();
        }
    }

    @Nested
    class ManyReaders extends ConcurrentReadersContract {
        @Override
        LeadStore newStore() {
            return LeadStoreContract.this.newStore();
        }
    }

    @Nested
    class RandomActions extends RandomActionsContract {
        @Override
        LeadStore newStore() {
            return LeadStoreContract.this.newStore();
        }

        @Override
        int sequences() {
            return LeadStoreContract.this.sequences();
        }

        @Override
        LeadStore reopened(LeadStore store) {
            return LeadStoreContract.this.reopened(store);
        }
    }
}
