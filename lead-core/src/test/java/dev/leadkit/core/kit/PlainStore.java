package dev.leadkit.core.kit;

import dev.leadkit.event.Assigned;
import dev.leadkit.event.Effect;
import dev.leadkit.event.EffectId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.Claim;
import dev.leadkit.store.ClaimRequest;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.FeedEvent;
import dev.leadkit.store.KeepResult;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Outbox;
import dev.leadkit.store.Payload;
import dev.leadkit.store.Quarantine;
import dev.leadkit.store.QuarantineItem;
import dev.leadkit.store.QuarantinedSubmission;
import dev.leadkit.store.Reservation;
import dev.leadkit.store.StoredLead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The port as plainly as it can be said, for one thread: what other stores are compared with. Everything is in the feed. */
final class PlainStore implements LeadStore, Outbox, Quarantine {

    private final List<LeadEvent> feed = new ArrayList<>();
    private final Map<LeadId, Long> versions = new LinkedHashMap<>();
    private final Map<MatchKey, LeadId> own = new HashMap<>();
    private final Set<Map.Entry<MatchKey, LeadId>> shared = new HashSet<>();
    private final List<Map.Entry<LeadId, Payload>> payloads = new ArrayList<>();
    private final Map<String, Map.Entry<LeadId, Reservation>> reserved = new HashMap<>();
    private final Map<EffectId, Effect> effects = new LinkedHashMap<>();
    private final Map<EffectId, Instant> free = new HashMap<>();
    private final Map<EffectId, Integer> attempts = new HashMap<>();
    private final Map<EffectId, Integer> failures = new HashMap<>();
    private final Set<EffectId> complete = new HashSet<>();
    private final TreeMap<Long, QuarantinedSubmission> quarantined = new TreeMap<>();
    private long lastNumber;

    private List<LeadEvent> eventsOf(LeadId lead) {
        return feed.stream().filter(event -> event.leadId().equals(lead)).toList();
    }

    long version(LeadId lead) {
        return versions.getOrDefault(lead, 0L);
    }

    @Override
    public Map<LeadId, StoredLead> find(Collection<LeadId> ids) {
        return ids.stream()
                .filter(versions::containsKey)
                .distinct()
                .collect(Collectors.toMap(
                        id -> id, id -> new StoredLead(LeadHistory.of(id, eventsOf(id)), version(id))));
    }

    @Override
    public Map<MatchKey, LeadId> findByKey(Collection<MatchKey> keys) {
        Map<MatchKey, LeadId> found = new HashMap<>(own);
        found.keySet().retainAll(keys);
        return found;
    }

    @Override
    public List<LeadId> page(LeadQuery query, Optional<LeadId> after, int most) {
        List<LeadId> all = new ArrayList<>(versions.keySet());
        return all.stream()
                .skip(after.map(all::indexOf).orElse(-1) + 1L)
                .filter(lead -> isMeant(lead, query))
                .limit(most)
                .toList();
    }

    private boolean isMeant(LeadId lead, LeadQuery query) {
        if (query instanceof LeadQuery.WithKey with) {
            return lead.equals(own.get(with.key())) || shared.contains(Map.entry(with.key(), lead));
        }
        return !(query instanceof LeadQuery.Where where)
                || where.matches(LeadHistory.of(lead, eventsOf(lead)).lead());
    }

    @Override
    public List<CommitResult> commit(List<Commit> commits) {
        List<CommitResult> results = new ArrayList<>();
        for (Commit commit : commits) {
            results.add(refusal(commit).orElseGet(() -> put(commit)));
        }
        return results;
    }

    private Optional<CommitResult> refusal(Commit commit) {
        Optional<CommitResult> earlier = earlier(commit.reservation());
        if (earlier.isPresent()) {
            return earlier;
        }
        if (commit.expectedVersion() != version(commit.lead())) {
            return Optional.of(new CommitResult.Conflict(version(commit.lead())));
        }
        long newest = tokens(eventsOf(commit.lead())).max().orElse(Long.MIN_VALUE);
        if (tokens(fresh(commit)).anyMatch(token -> token < newest)) {
            return Optional.of(new CommitResult.StaleToken(newest));
        }
        Optional<MatchKey> taken = commit.keys().stream()
                .filter(key -> own.containsKey(key) && !commit.lead().equals(own.get(key)))
                .findFirst();
        int events = eventsOf(commit.lead()).size();
        return taken.<CommitResult>map(key -> new CommitResult.KeyTaken(key, Objects.requireNonNull(own.get(key))))
                .or(() -> Optional.of(new CommitResult.Full(events))
                        .filter(full -> events + fresh(commit).size() > LeadHistory.MOST_EVENTS));
    }

    private static LongStream tokens(List<LeadEvent> events) {
        return events.stream().filter(Assigned.class::isInstance).mapToLong(event -> ((Assigned) event).token());
    }

    private List<LeadEvent> fresh(Commit commit) {
        List<LeadEvent> all = new ArrayList<>(eventsOf(commit.lead()));
        int before = all.size();
        for (LeadEvent event : commit.events()) {
            if (all.stream().noneMatch(known -> known.id().equals(event.id()))) {
                all.add(event);
            }
        }
        return all.subList(before, all.size());
    }

    private Optional<CommitResult> earlier(Optional<Reservation> wanted) {
        return wanted.filter(each -> reserved.containsKey(each.key().key())).map(each -> {
            Reservation first =
                    Objects.requireNonNull(reserved.get(each.key().key())).getValue();
            return first.key().equals(each.key())
                    ? new CommitResult.Repeated(first.result())
                    : new CommitResult.KeyReused();
        });
    }

    private CommitResult put(Commit commit) {
        LeadId lead = commit.lead();
        List<LeadEvent> fresh = fresh(commit);
        versions.merge(lead, fresh.isEmpty() ? 0L : 1L, Long::sum);
        feed.addAll(fresh);
        commit.keys().forEach(key -> own.put(key, lead));
        commit.sharedKeys().forEach(key -> shared.add(Map.entry(key, lead)));
        commit.payload().ifPresent(payload -> payloads.add(Map.entry(lead, payload)));
        commit.reservation().ifPresent(each -> reserved.put(each.key().key(), Map.entry(lead, each)));
        for (Effect effect : commit.effects()) {
            effects.putIfAbsent(effect.id(), effect);
            free.putIfAbsent(effect.id(), effect.dueAt());
        }
        return new CommitResult.Committed(version(lead));
    }

    @Override
    public boolean redact(LeadId id) {
        Predicate<LeadId> record =
                each -> each.equals(id) || id.equals(own.get(new MatchKey(MatchKey.RECORD, each.value())));
        quarantined.values().removeIf(item -> record.test(item.record()));
        reserved.values().removeIf(each -> record.test(each.getKey()));
        own.values().removeIf(id::equals);
        shared.removeIf(each -> each.getValue().equals(id));
        payloads.removeIf(each -> each.getKey().equals(id));
        effects.replaceAll((any, effect) -> effect.lead().equals(id) ? effect.redacted() : effect);
        feed.replaceAll(event -> event.leadId().equals(id) ? event.redacted() : event);
        return versions.computeIfPresent(id, (any, version) -> version + 1) != null;
    }

    @Override
    public List<FeedEvent> feed(long after, int most) {
        return IntStream.range(0, feed.size())
                .mapToObj(i -> new FeedEvent(i + 1L, feed.get(i)))
                .filter(each -> each.position() > after)
                .limit(most)
                .toList();
    }

    @Override
    public List<Payload> payloads(LeadId lead) {
        return payloads.stream()
                .filter(each -> each.getKey().equals(lead))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public long forget(Instant now) {
        long before = (long) payloads.size() + reserved.size() + quarantined.size();
        payloads.removeIf(each -> !each.getValue().keepUntil().isAfter(now));
        reserved.values().removeIf(each -> !each.getValue().keepUntil().isAfter(now));
        quarantined.values().removeIf(each -> !each.keepUntil().isAfter(now));
        return before - payloads.size() - reserved.size() - quarantined.size();
    }

    @Override
    public Outbox outbox() {
        return this;
    }

    @Override
    public Quarantine quarantine() {
        return this;
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        List<Claim> claims = effects.values().stream()
                .filter(each -> !complete.contains(each.id()))
                .filter(each ->
                        request.types().isEmpty() || request.types().get().contains(each.type()))
                .filter(each -> !Objects.requireNonNull(free.get(each.id())).isAfter(request.now()))
                .map(each -> new Claim(
                        each, attempts.merge(each.id(), 1, Integer::sum), failures.getOrDefault(each.id(), 0)))
                .toList();
        claims.forEach(each -> free.put(each.effect().id(), request.until()));
        return claims;
    }

    private boolean isValid(Claim claim) {
        EffectId id = claim.effect().id();
        return !complete.contains(id)
                && attempts.getOrDefault(id, 0) == claim.attempt()
                && failures.getOrDefault(id, 0) == claim.failures();
    }

    @Override
    public boolean complete(Claim claim) {
        return isValid(claim) && complete.add(claim.effect().id());
    }

    @Override
    public boolean postpone(Claim claim, Instant dueAt) {
        return isValid(claim) && free.put(claim.effect().id(), dueAt) != null;
    }

    @Override
    public boolean failed(Claim claim, Instant dueAt) {
        return postpone(claim, dueAt) && failures.merge(claim.effect().id(), 1, Integer::sum) > 0;
    }

    @Override
    public KeepResult keep(QuarantinedSubmission submission, Optional<Reservation> reservation) {
        Optional<CommitResult> earlier = earlier(reservation);
        if (earlier.isPresent()) {
            return earlier.get() instanceof CommitResult.Repeated repeated
                    ? new KeepResult.Repeated(repeated.result())
                    : new KeepResult.KeyReused();
        }
        reservation.ifPresent(each -> reserved.put(each.key().key(), Map.entry(submission.record(), each)));
        long number = quarantined.entrySet().stream()
                .filter(each -> each.getValue().submission().equals(submission.submission()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> ++lastNumber);
        quarantined.put(number, submission);
        return new KeepResult.Kept(number);
    }

    @Override
    public Optional<QuarantineItem> find(long number) {
        return Optional.ofNullable(quarantined.get(number)).map(content -> new QuarantineItem(number, content));
    }

    @Override
    public List<QuarantineItem> page(long after, int most) {
        return quarantined.tailMap(after, false).entrySet().stream()
                .limit(most)
                .map(each -> new QuarantineItem(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public boolean remove(long number) {
        return quarantined.remove(number) != null;
    }
}
