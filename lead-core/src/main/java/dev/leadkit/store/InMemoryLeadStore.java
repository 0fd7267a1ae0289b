package dev.leadkit.store;

import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps everything in maps, behind one lock: a commit touches several of them and must be seen whole. */
final class InMemoryLeadStore implements LeadStore {

    private final Map<LeadId, StoredLead> leads = new HashMap<>();
    private final Map<MatchKey, LeadId> keys = new HashMap<>();
    private final Map<String, First> first = new HashMap<>();
    private final List<LeadEvent> feed = new ArrayList<>();

    /** What became of the first commit under an idempotency key. */
    private record First(String payload, LeadId lead, long version) {}

    @Override
    public synchronized Optional<StoredLead> find(LeadId id) {
        return Optional.ofNullable(leads.get(id));
    }

    @Override
    public synchronized Optional<LeadId> findByKey(MatchKey key) {
        return Optional.ofNullable(keys.get(key));
    }

    @Override
    public synchronized CommitResult commit(Commit commit) {
        CommitResult refusal = refusal(commit);
        return refusal == null ? put(commit) : refusal;
    }

    private @Nullable CommitResult refusal(Commit commit) {
        First earlier = commit.idempotency().map(key -> first.get(key.key())).orElse(null);
        if (earlier != null) {
            String payload = commit.idempotency().orElseThrow().payload();
            return earlier.payload().equals(payload)
                    ? new CommitResult.Repeated(earlier.lead(), earlier.version())
                    : new CommitResult.KeyReused(earlier.lead());
        }
        StoredLead stored = leads.get(commit.lead());
        long version = stored == null ? 0 : stored.version();
        if (version != commit.expectedVersion()) {
            return new CommitResult.Conflict(version);
        }
        for (MatchKey key : commit.keys()) {
            LeadId owner = keys.getOrDefault(key, commit.lead());
            if (!owner.equals(commit.lead())) {
                return new CommitResult.KeyTaken(key, owner);
            }
        }
        return null;
    }

    private CommitResult put(Commit commit) {
        StoredLead stored = leads.get(commit.lead());
        LeadHistory before = stored == null ? LeadHistory.of(commit.lead(), List.of()) : stored.history();
        LeadHistory after = before.plus(commit.events());
        if (after.events().size() > LeadHistory.MOST_EVENTS) {
            return new CommitResult.Full(before.events().size());
        }
        long version = commit.expectedVersion() + 1;
        leads.put(commit.lead(), new StoredLead(after, version));
        commit.keys().forEach(key -> keys.put(key, commit.lead()));
        commit.idempotency().ifPresent(key -> first.put(key.key(), new First(key.payload(), commit.lead(), version)));
        Set<EventId> known = new HashSet<>();
        before.events().forEach(event -> known.add(event.id()));
        commit.events().stream().filter(event -> known.add(event.id())).forEach(feed::add);
        return new CommitResult.Committed(version);
    }

    @Override
    public synchronized boolean redact(LeadId id) {
        StoredLead stored = leads.get(id);
        if (stored == null) {
            return false;
        }
        leads.put(id, new StoredLead(stored.history().redacted(), stored.version() + 1));
        keys.values().removeIf(id::equals);
        feed.replaceAll(event -> event.leadId().equals(id) ? event.redacted() : event);
        return true;
    }

    @Override
    public synchronized List<FeedEvent> feed(long after, int most) {
        List<FeedEvent> page = new ArrayList<>();
        for (long i = Math.max(0, after); i < feed.size() && page.size() < most; i++) {
            page.add(new FeedEvent(i + 1, feed.get((int) i)));
        }
        return List.copyOf(page);
    }
}
