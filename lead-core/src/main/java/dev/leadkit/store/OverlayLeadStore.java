package dev.leadkit.store;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads from a store and writes to memory: what is touched is copied there first, and never goes back. */
final class OverlayLeadStore implements LeadStore {

    private final LeadStore base;
    private final InMemoryLeadStore above = new InMemoryLeadStore();

    OverlayLeadStore(LeadStore base) {
        this.base = base;
    }

    @Override
    public synchronized Map<LeadId, StoredLead> find(Collection<LeadId> ids) {
        Map<LeadId, StoredLead> found = new LinkedHashMap<>(base.find(ids));
        found.putAll(above.find(ids));
        return found;
    }

    @Override
    public synchronized Map<MatchKey, LeadId> findByKey(Collection<MatchKey> keys) {
        Map<MatchKey, LeadId> found = new LinkedHashMap<>(base.findByKey(keys));
        found.putAll(above.findByKey(keys));
        return found;
    }

    @Override
    public synchronized List<CommitResult> commit(List<Commit> commits) {
        Set<LeadId> missing = new HashSet<>();
        Set<MatchKey> keys = new HashSet<>();
        for (Commit commit : commits) {
            missing.add(commit.lead());
            keys.addAll(commit.keys());
        }
        missing.removeAll(above.find(missing).keySet());
        base.find(missing).values().forEach(above::copy);
        base.findByKey(keys).forEach(above::copy);
        return above.commit(commits);
    }

    @Override
    public List<LeadId> page(LeadQuery query, Optional<LeadId> after, int most) {
        return base.page(query, after, most);
    }

    @Override
    public List<FeedEvent> feed(long after, int most) {
        return base.feed(after, most);
    }

    @Override
    public List<Payload> payloads(LeadId lead) {
        return base.payloads(lead);
    }

    @Override
    public boolean redact(LeadId id) {
        throw writing();
    }

    @Override
    public long forget(Instant now) {
        throw writing();
    }

    private static UnsupportedOperationException writing() {
        return new UnsupportedOperationException(
                "an overlay must not erase what it never wrote. Ask the store below it.");
    }

    @Override
    public Outbox outbox() {
        return above.outbox();
    }

    @Override
    public Quarantine quarantine() {
        return above.quarantine();
    }
}
