package dev.leadkit.store;

import dev.leadkit.event.Assigned;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in maps, behind one lock: a commit touches several of them and must be seen whole. A commit takes time in
 * proportion to the lead's own events; only {@link #redact} and {@link #forget} go through everything, and a page of leads
 * with a field's value goes through the leads until it is full.
 */
final class InMemoryLeadStore implements LeadStore {

    private static final Comparator<MatchKey> ORDER =
            Comparator.comparing(MatchKey::kind).thenComparing(MatchKey::value);

    private final LeadTable leads = new LeadTable();
    private final List<LeadId> arrivals = new ArrayList<>();
    /** By kind and value. Whether a lead has the record of its own name, as nearly all have, is with the lead instead. */
    private final Map<String, KeyTable> keys = new HashMap<>();

    private final Map<MatchKey, Set<LeadId>> sharedKeys = new HashMap<>();
    private final Map<LeadId, List<Payload>> payloads = new HashMap<>();
    private final List<LeadEvent> feed = new ArrayList<>();
    private final Repeated repeated = new Repeated();
    private final Reservations reservations = new Reservations();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryQuarantine quarantine = new InMemoryQuarantine(reservations);

    @Override
    public synchronized Map<LeadId, StoredLead> find(Collection<LeadId> ids) {
        Map<LeadId, StoredLead> found = new LinkedHashMap<>();
        for (LeadId id : ids) {
            LeadTable.Kept kept = leads.find(id);
            if (kept != null) {
                found.put(id, kept.lead());
            }
        }
        return found;
    }

    @Override
    public synchronized Map<MatchKey, LeadId> findByKey(Collection<MatchKey> wanted) {
        Map<MatchKey, LeadId> found = new LinkedHashMap<>();
        for (MatchKey key : wanted) {
            LeadId owner = owner(key);
            if (owner != null) {
                found.put(key, owner);
            }
        }
        return found;
    }

    @Override
    public synchronized Optional<StoredLead> find(LeadId id) {
        return Optional.ofNullable(leads.find(id)).map(LeadTable.Kept::lead);
    }

    @Override
    public synchronized Optional<LeadId> findByKey(MatchKey key) {
        return Optional.ofNullable(owner(key));
    }

    private @Nullable LeadId registered(MatchKey key) {
        KeyTable ofOneKind = keys.get(key.kind());
        return ofOneKind == null ? null : ofOneKind.owner(key.value());
    }

    private @Nullable LeadId owner(MatchKey key) {
        LeadId owner = registered(key);
        if (owner != null || !key.kind().equals(MatchKey.RECORD)) {
            return owner;
        }
        LeadTable.Kept named = leads.find(new LeadId(key.value()));
        return named != null && named.hasOwnRecord() ? named.history().id() : null;
    }

    @Override
    public synchronized List<LeadId> page(LeadQuery query, Optional<LeadId> after, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("page must have room for a lead, was most " + most);
        }
        Predicate<LeadId> wanted = wanted(query);
        int start = after.map(leads::find).map(LeadTable.Kept::arrival).orElse(-1) + 1;
        List<LeadId> page = new ArrayList<>();
        for (int i = start; i < arrivals.size() && page.size() < most; i++) {
            if (wanted.test(arrivals.get(i))) {
                page.add(arrivals.get(i));
            }
        }
        return List.copyOf(page);
    }

    private Predicate<LeadId> wanted(LeadQuery query) {
        if (query instanceof LeadQuery.WithKey with) {
            Set<LeadId> sharing = sharedKeys.getOrDefault(with.key(), Set.of());
            return id -> sharing.contains(id) || id.equals(owner(with.key()));
        }
        return query instanceof LeadQuery.Where where
                ? id -> where.matches(find(id).orElseThrow().history().lead())
                : id -> true;
    }

    @Override
    public List<CommitResult> commit(List<Commit> commits) {
        List<CommitResult> results = new ArrayList<>(commits.size());
        for (Commit commit : commits) {
            results.add(commit(commit));
        }
        return results;
    }

    @Override
    public synchronized CommitResult commit(Commit commit) {
        CommitResult earlier = reservations.replay(commit.reservation());
        if (earlier != null) {
            return earlier;
        }
        LeadTable.Kept there = leads.find(commit.lead());
        LeadTable.Kept kept = there == null ? LeadTable.Kept.nothing(commit.lead()) : there;
        List<LeadEvent> fresh = fresh(kept.history(), commit.events());
        CommitResult refusal = refusal(commit, kept, fresh);
        return refusal == null ? put(commit, kept, fresh) : refusal;
    }

    /** The events that the lead does not have yet; of two under one identifier the first one told stays. */
    private static List<LeadEvent> fresh(LeadHistory history, List<LeadEvent> events) {
        if (events.size() == 1) {
            return history.contains(events.get(0).id()) ? List.of() : events;
        }
        Set<EventId> known = new HashSet<>();
        history.events().forEach(event -> known.add(event.id()));
        return events.stream().filter(event -> known.add(event.id())).toList();
    }

    private @Nullable CommitResult refusal(Commit commit, LeadTable.Kept kept, List<LeadEvent> fresh) {
        if (kept.version() != commit.expectedVersion()) {
            return new CommitResult.Conflict(kept.version());
        }
        for (int i = 0; i < fresh.size(); i++) {
            if (fresh.get(i) instanceof Assigned assigned && assigned.token() < newestToken(kept.history())) {
                return new CommitResult.StaleToken(newestToken(kept.history()));
            }
        }
        CommitResult taken = taken(commit);
        int events = kept.history().events().size();
        boolean full = taken == null && events + fresh.size() > LeadHistory.MOST_EVENTS;
        return full ? new CommitResult.Full(events) : taken;
    }

    /** Of several keys that others have, the first in order is named, so that the answer is always the same. */
    private @Nullable CommitResult taken(Commit commit) {
        CommitResult.KeyTaken taken = null;
        String name = commit.lead().value();
        for (MatchKey key : commit.keys()) {
            LeadId owner = isRecord(key, name) ? registered(key) : owner(key);
            boolean first = taken == null || ORDER.compare(key, taken.key()) < 0;
            if (owner != null && first && !owner.equals(commit.lead())) {
                taken = new CommitResult.KeyTaken(key, owner);
            }
        }
        return taken;
    }

    private static long newestToken(LeadHistory history) {
        return history.events().stream()
                .filter(Assigned.class::isInstance)
                .mapToLong(event -> ((Assigned) event).token())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private CommitResult put(Commit commit, LeadTable.Kept kept, List<LeadEvent> fresh) {
        LeadId id = kept.history().id();
        CommitResult raced = reservations.reserve(commit.reservation(), id);
        if (raced != null) {
            return raced;
        }
        List<LeadEvent> shared = repeated.shared(fresh);
        long version = fresh.isEmpty() ? kept.version() : kept.version() + 1;
        boolean ownRecord = own(commit.keys(), id) || kept.hasOwnRecord();
        keep(new LeadTable.Kept(kept.history().plus(shared), version, kept.arrival(), ownRecord));
        for (MatchKey key : commit.sharedKeys()) {
            sharedKeys.computeIfAbsent(key, none -> new HashSet<>()).add(id);
        }
        commit.payload()
                .ifPresent(payload ->
                        payloads.computeIfAbsent(id, none -> new ArrayList<>()).add(payload));
        if (!commit.effects().isEmpty()) {
            outbox.put(commit.effects());
        }
        feed.addAll(shared);
        return new CommitResult.Committed(version);
    }

    private void keep(LeadTable.Kept kept) {
        LeadTable.Kept placed = kept;
        if (kept.arrival() < 0) {
            arrivals.add(kept.history().id());
            placed = new LeadTable.Kept(kept.history(), kept.version(), arrivals.size() - 1, kept.hasOwnRecord());
        }
        leads.put(placed);
    }

    /** Gives keys to a lead; says whether the record of its own name is one of them, which has no place here. */
    private boolean own(Set<MatchKey> owned, LeadId id) {
        boolean ownRecord = false;
        String name = id.value();
        for (MatchKey key : owned) {
            if (isRecord(key, name)) {
                ownRecord = true;
            } else {
                own(key, id);
            }
        }
        return ownRecord;
    }

    /** Whether it is the record of the lead of that name. */
    private static boolean isRecord(MatchKey key, String name) {
        return key.kind().equals(MatchKey.RECORD) && key.value().equals(name);
    }

    private static MatchKey ownRecord(LeadId id) {
        return new MatchKey(MatchKey.RECORD, id.value());
    }

    private void own(MatchKey key, LeadId id) {
        keys.computeIfAbsent(key.kind(), none -> new KeyTable()).put(key.value(), id);
    }

    /** Puts a lead of another store in, without news in the feed. */
    synchronized void copy(StoredLead lead) {
        keep(new LeadTable.Kept(lead.history(), lead.version(), -1, false));
    }

    /** Puts a key of another store in. */
    synchronized void copy(MatchKey key, LeadId lead) {
        if (owner(key) == null) {
            own(key, lead);
        }
    }

    @Override
    public synchronized boolean redact(LeadId id) {
        Predicate<LeadId> records = record -> record.equals(id) || id.equals(owner(ownRecord(record)));
        quarantine.redact(records);
        reservations.redact(records);
        LeadTable.Kept kept = leads.find(id);
        if (kept == null) {
            return false;
        }
        leads.put(new LeadTable.Kept(kept.history().redacted(), kept.version() + 1, kept.arrival(), false));
        keys.values().forEach(ofOneKind -> ofOneKind.remove(id));
        sharedKeys.values().forEach(sharing -> sharing.remove(id));
        sharedKeys.values().removeIf(Set::isEmpty);
        payloads.remove(id);
        outbox.redact(id);
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

    @Override
    public synchronized List<Payload> payloads(LeadId lead) {
        return List.copyOf(payloads.getOrDefault(lead, List.of()));
    }

    @Override
    public synchronized long forget(Instant now) {
        long before = payloads.values().stream().mapToLong(List::size).sum();
        payloads.values()
                .forEach(kept -> kept.removeIf(payload -> !payload.keepUntil().isAfter(now)));
        payloads.values().removeIf(List::isEmpty);
        long after = payloads.values().stream().mapToLong(List::size).sum();
        return before - after + reservations.forget(now) + quarantine.forget(now);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Quarantine quarantine() {
        return quarantine;
    }
}
