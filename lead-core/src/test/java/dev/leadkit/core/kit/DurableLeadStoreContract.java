package dev.leadkit.core.kit;

import dev.leadkit.store.LeadStore;
import org.junit.jupiter.api.Nested;

/**
 * What every {@link LeadStore} that outlives its process must do: all of {@link LeadStoreContract}, also when the store is
 * opened anew in between, and when the process dies within a call.
 */
public abstract class DurableLeadStoreContract extends LeadStoreContract {

    /**
     * A new store object on the same database, as after a restart; the one given is not used any more. Nothing may be handed
     * over but what the database keeps.
     */
    protected abstract LeadStore reopen(LeadStore store);

    /**
     * A new store object on the same database, under which the process dies: the first {@code calls} calls of the database go
     * through, each later one throws an unchecked exception, a commit or rollback of the database among them, and what was not
     * committed by then is rolled back before this contract goes on. So a plain JDBC adapter counts the calls of a wrapped
     * connection, and lets the wrapper roll back in the end.
     *
     * <p>With 0 every call of the store must fail, unless it needs no database. The same call must need the same number each
     * time.
     *
     * @param store a store with some content; it is only used for {@link #reopen} afterwards
     * @param calls how many calls go through, from 0 up
     */
    protected abstract LeadStore dying(LeadStore store, int calls);

    @Override
    LeadStore reopened(LeadStore store) {
        return reopen(store);
    }

    @Nested
    class Crashes extends CrashContract {
        @Override
        LeadStore newStore() {
            return DurableLeadStoreContract.this.newStore();
        }

        @Override
        LeadStore reopened(LeadStore store) {
            return reopen(store);
        }

        @Override
        LeadStore dying(LeadStore store, int calls) {
            return DurableLeadStoreContract.this.dying(store, calls);
        }
    }
}
