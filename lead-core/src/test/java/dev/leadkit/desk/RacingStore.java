package dev.leadkit.desk;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.FeedEvent;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoredLead;
import java.util.List;
import java.util.Optional;

/** A store in which somebody else is always a little faster: something happens just before each commit. */
final class RacingStore implements LeadStore {

    private final LeadStore store = LeadStore.inMemory();
    private Runnable before = () -> {};

    /** The store without the race. */
    LeadStore calm() {
        return store;
    }

    void beforeEveryCommit(Runnable action) {
        before = action;
    }

    void beforeNextCommit(Runnable action) {
        before = () -> {
            before = () -> {};
            action.run();
        };
    }

    @Override
    public Optional<StoredLead> find(LeadId id) {
        return store.find(id);
    }

    @Override
    public Optional<LeadId> findByKey(MatchKey key) {
        return store.findByKey(key);
    }

    @Override
    public CommitResult commit(Commit commit) {
        before.run();
        return store.commit(commit);
    }

    @Override
    public boolean redact(LeadId id) {
        return store.redact(id);
    }

    @Override
    public List<FeedEvent> feed(long after, int most) {
        return store.feed(after, most);
    }
}
