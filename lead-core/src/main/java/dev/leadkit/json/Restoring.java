package dev.leadkit.json;

import dev.leadkit.capture.Row;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoredLead;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts one batch of events into a store: one commit for each lead, all of them together. */
final class Restoring {

    /** Each try but the last lost against a commit of somebody else. */
    private static final int MOST_TRIES = 100;

    private final LeadStore store;
    private final RestoredKeys rule;
    private final List<Row.Broken<LeadEvent>> refused = new ArrayList<>();

    Restoring(LeadStore store, RestoredKeys rule) {
        this.store = store;
        this.rule = rule;
    }

    /** Gives the lines that the store refused. */
    List<Row.Broken<LeadEvent>> restore(List<Row.Read<LeadEvent>> lines) {
        List<Row.Read<LeadEvent>> open = lines;
        for (int tries = 0; tries < MOST_TRIES && !open.isEmpty(); tries++) {
            open = again(open);
        }
        refuse(
                open,
                new Fault("lead", "left alone long enough to be written", MOST_TRIES + " conflicts", "Repeat it."));
        return refused;
    }

    /** Tries to commit, and gives the lines of the leads that somebody else changed meanwhile. */
    private List<Row.Read<LeadEvent>> again(List<Row.Read<LeadEvent>> lines) {
        Map<LeadId, List<Row.Read<LeadEvent>>> byLead = new LinkedHashMap<>();
        lines.forEach(line -> byLead.computeIfAbsent(line.content().leadId(), lead -> new ArrayList<>())
                .add(line));
        Map<LeadId, Set<MatchKey>> claims = claims(lines);
        Map<LeadId, StoredLead> leads = store.find(byLead.keySet());
        List<Commit> commits = new ArrayList<>();
        byLead.forEach((lead, its) ->
                commits.add(commit(lead, its, leads).withKeys(claims.getOrDefault(lead, Set.of()), shared(its))));
        List<CommitResult> results = store.commit(commits);
        List<Row.Read<LeadEvent>> open = new ArrayList<>();
        for (int i = 0; i < commits.size(); i++) {
            settle(byLead.getOrDefault(commits.get(i).lead(), List.of()), results.get(i), open);
        }
        return open;
    }

    private static Commit commit(LeadId lead, List<Row.Read<LeadEvent>> lines, Map<LeadId, StoredLead> leads) {
        long version = leads.getOrDefault(lead, new StoredLead(LeadHistory.of(lead, List.of()), 0))
                .version();
        return Commit.of(lead, version, lines.stream().map(Row.Read::content).toList());
    }

    /** Each key goes to the lead that has it, else to the first in the file that claims it. */
    private Map<LeadId, Set<MatchKey>> claims(List<Row.Read<LeadEvent>> lines) {
        Map<MatchKey, LeadId> wanted = new LinkedHashMap<>();
        lines.forEach(line -> rule.own(line.content())
                .forEach(key -> wanted.putIfAbsent(key, line.content().leadId())));
        wanted.putAll(store.findByKey(wanted.keySet()));
        Map<LeadId, Set<MatchKey>> claims = new LinkedHashMap<>();
        wanted.forEach((key, lead) ->
                claims.computeIfAbsent(lead, none -> new HashSet<>()).add(key));
        return claims;
    }

    private Set<MatchKey> shared(List<Row.Read<LeadEvent>> lines) {
        Set<MatchKey> shared = new HashSet<>();
        lines.forEach(line -> shared.addAll(rule.shared(line.content())));
        return shared;
    }

    private void settle(List<Row.Read<LeadEvent>> lines, CommitResult result, List<Row.Read<LeadEvent>> open) {
        if (result instanceof CommitResult.Conflict || result instanceof CommitResult.KeyTaken) {
            open.addAll(lines);
        } else if (result instanceof CommitResult.Full) {
            refuse(lines, new Fault("history", "at most " + LeadHistory.MOST_EVENTS + " events", "more"));
        } else if (result instanceof CommitResult.StaleToken stale) {
            refuse(lines, new Fault("token", "as new as " + stale.newest(), "older", "It was assigned anew since."));
        }
    }

    private void refuse(List<Row.Read<LeadEvent>> lines, Fault fault) {
        lines.forEach(line -> refused.add(new Row.Broken<>(line.number(), line.line(), List.of(fault))));
    }
}
