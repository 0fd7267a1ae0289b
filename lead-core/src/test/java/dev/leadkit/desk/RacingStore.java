package dev.leadkit.desk;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.FeedEvent;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Outbox;
import dev.leadkit.store.Payload;
import dev.leadkit.store.Quarantine;
import dev.leadkit.store.StoredLead;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    public Map<LeadId, StoredLead> find(Collection<LeadId> ids) {
        return store.find(ids);
    }

    @Override
    public Map<MatchKey, LeadId> findByKey(Collection<MatchKey> keys) {
        return store.findByKey(keys);
    }

    @Override
    public List<LeadId> page(LeadQuery query, Optional<LeadId> after, int most) {
        return store.page(query, after, most);
    }

    @Override
    public List<CommitResult> commit(List<Commit> commits) {
        return commits.stream()
                .map(commit -> {
                    before.run();
                    return store.commit(commit);
                })
                .toList();
    }

    @Override
    public boolean redact(LeadId id) {
        return store.redact(id);
    }

    @Override
    public List<FeedEvent> feed(long after, int most) {
        return store.feed(after, most);
    }

    @Override
    public List<Payload> payloads(LeadId lead) {
        return store.payloads(lead);
    }

    @Override
    public long forget(Instant now) {
        return store.forget(now);
    }

    @Override
    public Outbox outbox() {
        return store.outbox();
    }

    @Override
    public Quarantine quarantine() {
        return store.quarantine();
    }
}
