package dev.leadkit.examples.jdbc;

import dev.leadkit.event.Assigned;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.examples.jdbc.SituationReader.Proposal;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.Reservation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides commits one after the other, each on what those before it left, and notes what is to be written. */
final class Decider {

    static final Comparator<MatchKey> KEY_ORDER =
            Comparator.comparing(MatchKey::kind).thenComparing(MatchKey::value);

    private final Situation situation;
    private final Changes changes;

    Decider(Situation situation, Changes changes) {
        this.situation = situation;
        this.changes = changes;
    }

    CommitResult decide(Proposal proposal) {
        Commit commit = proposal.commit();
        CommitResult earlier = replay(commit.reservation());
        if (earlier != null) {
            return earlier;
        }
        List<Integer> fresh = fresh(commit);
        CommitResult refusal = refusal(commit, fresh);
        return refusal == null ? put(proposal, fresh) : refusal;
    }

    private @Nullable CommitResult replay(Optional<Reservation> wanted) {
        Situation.Reserved earlier =
                wanted.map(each -> situation.reserved.get(each.key().key())).orElse(null);
        if (earlier == null) {
            return null;
        }
        return wanted.map(each -> each.key().payload()).equals(Optional.of(earlier.payload()))
                ? new CommitResult.Repeated(earlier.result())
                : new CommitResult.KeyReused();
    }

    /** The places of the events that the lead does not have yet; of two under one identifier the first one told stays. */
    private List<Integer> fresh(Commit commit) {
        Set<EventId> known = situation.known(commit.lead());
        Set<EventId> told = new HashSet<>();
        List<Integer> fresh = new ArrayList<>();
        for (int i = 0; i < commit.events().size(); i++) {
            EventId id = commit.events().get(i).id();
            if (!known.contains(id) && told.add(id)) {
                fresh.add(i);
            }
        }
        return fresh;
    }

    private @Nullable CommitResult refusal(Commit commit, List<Integer> fresh) {
        Situation.Row row = situation.lead(commit.lead());
        if (row.version() != commit.expectedVersion()) {
            return new CommitResult.Conflict(row.version());
        }
        if (fresh.stream().anyMatch(i -> token(commit.events().get(i)) < row.newestToken())) {
            return new CommitResult.StaleToken(row.newestToken());
        }
        for (MatchKey key : commit.keys().stream().sorted(KEY_ORDER).toList()) {
            LeadId owner = situation.owners.getOrDefault(key, commit.lead());
            if (!owner.equals(commit.lead())) {
                return new CommitResult.KeyTaken(key, owner);
            }
        }
        return row.events() + fresh.size() > LeadHistory.MOST_EVENTS ? new CommitResult.Full(row.events()) : null;
    }

    private static long token(LeadEvent event) {
        return event instanceof Assigned assigned ? assigned.token() : Long.MAX_VALUE;
    }

    private CommitResult put(Proposal proposal, List<Integer> fresh) {
        Commit commit = proposal.commit();
        Situation.Row before = situation.lead(commit.lead());
        long newest = before.newestToken();
        for (int i : fresh) {
            LeadEvent event = commit.events().get(i);
            newest = event instanceof Assigned assigned ? Math.max(newest, assigned.token()) : newest;
            situation.known(commit.lead()).add(event.id());
            changes.event(event, proposal.events().get(i));
        }
        if (!fresh.isEmpty()) {
            Situation.Row after = new Situation.Row(before.version() + 1, before.events() + fresh.size(), newest);
            situation.leads.put(commit.lead(), after);
            changes.lead(commit.lead(), before, after);
        }
        commit.keys().forEach(key -> {
            if (situation.owners.putIfAbsent(key, commit.lead()) == null) {
                changes.key(key, commit.lead());
            }
        });
        commit.reservation()
                .ifPresent(each -> situation.reserved.put(
                        each.key().key(), new Situation.Reserved(each.key().payload(), each.result())));
        changes.beside(commit);
        return new CommitResult.Committed(situation.lead(commit.lead()).version());
    }
}
