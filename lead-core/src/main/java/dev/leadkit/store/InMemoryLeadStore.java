package dev.leadkit.store;

import dev.leadkit.event.Assigned;
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

/**
 * Keeps everything in maps, behind one lock: a commit touches several of them and must be seen whole. A commit takes time
 * in proportion to the lead's own events; only {@link #redact} goes through everything.
 */
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
        CommitResult first = replay(commit);
        if (first != null) {
            return first;
        }
        StoredLead stored = leads.getOrDefault(commit.lead(), nothing(commit.lead()));
        List<LeadEvent> fresh = fresh(stored.history(), commit.events());
        CommitResult refusal = refusal(commit, stored, fresh);
        return refusal == null ? put(commit, stored, fresh) : refusal;
    }

    private static StoredLead nothing(LeadId id) {
        return new StoredLead(LeadHistory.of(id, List.of()), 0);
    }

    /** The events that the lead does not have yet; of two under one identifier the first one told stays. */
    private static List<LeadEvent> fresh(LeadHistory history, List<LeadEvent> events) {
        Set<EventId> known = new HashSet<>();
        history.events().forEach(event -> known.add(event.id()));
        return events.stream().filter(event -> known.add(event.id())).toList();
    }

    private @Nullable CommitResult replay(Commit commit) {
        IdempotencyKey key = commit.idempotency().orElse(null);
        First earlier = key == null ? null : first.get(key.key());
        if (key == null || earlier == null) {
            return null;
        }
        return earlier.payload().equals(key.payload())
                ? new CommitResult.Repeated(earlier.lead(), earlier.version())
                : new CommitResult.KeyReused(earlier.lead());
    }

    private @Nullable CommitResult refusal(Commit commit, StoredLead stored, List<LeadEvent> fresh) {
        if (stored.version() != commit.expectedVersion()) {
            return new CommitResult.Conflict(stored.version());
        }
        long newest = newestToken(stored.history().events());
        if (fresh.stream().anyMatch(event -> event instanceof Assigned assigned && assigned.token() < newest)) {
            return new CommitResult.StaleToken(newest);
        }
        for (MatchKey key : commit.keys()) {
            LeadId owner = keys.getOrDefault(key, commit.lead());
            if (!owner.equals(commit.lead())) {
                return new CommitResult.KeyTaken(key, owner);
            }
        }
        int events = stored.history().events().size();
        return events + fresh.size() > LeadHistory.MOST_EVENTS ? new CommitResult.Full(events) : null;
    }

    private static long newestToken(List<LeadEvent> events) {
        return events.stream()
                .filter(Assigned.class::isInstance)
                .mapToLong(event -> ((Assigned) event).token())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private CommitResult put(Commit commit, StoredLead stored, List<LeadEvent> fresh) {
        long version = fresh.isEmpty() ? stored.version() : stored.version() + 1;
        leads.put(commit.lead(), new StoredLead(stored.history().plus(fresh), version));
        commit.keys().forEach(key -> keys.put(key, commit.lead()));
        commit.idempotency().ifPresent(key -> first.put(key.key(), new First(key.payload(), commit.lead(), version)));
        feed.addAll(fresh);
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
        first.values().removeIf(earlier -> earlier.lead().equals(id));
        feed.replaceAll(event -> event.leadId().equals(id) ? event.redacted() : event);
        return true;
    }

    @Override
    public synchronized List<FeedEvent> feed(long after, int most) {
        if (after < 0 || most < 1) {
            throw new IllegalArgumentException(
                    "feed page must start from 0 up and have room for an event, was after " + after + ", most " + most);
        }
        List<FeedEvent> page = new ArrayList<>();
        for (long i = after; i < feed.size() && page.size() < most; i++) {
            page.add(new FeedEvent(i + 1, feed.get((int) i)));
        }
        return List.copyOf(page);
    }
}
