package dev.leadkit.desk;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Mapped;
import dev.leadkit.event.Captured;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.Origin;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lifecycle.Lifecycle;
import dev.leadkit.store.Commit;
import dev.leadkit.store.StoredLead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One submission that the host's mapping could read, on its way to its lead. */
final class Admission {

    private final Handed handed;
    private final Understood understood;
    private final Lifecycle lifecycle;
    private final Origin origin;
    private final LeadId own;
    private final MatchKey record;
    private final Set<MatchKey> claims;

    Admission(Handed handed, Understood understood, Lifecycle lifecycle) {
        this.handed = handed;
        this.understood = understood;
        this.lifecycle = lifecycle;
        this.origin = new Origin(
                handed.submission().system(),
                handed.submission().externalId(),
                handed.moment().told());
        this.own = LeadId.derived(origin.system(), origin.externalId());
        this.record = new MatchKey(MatchKey.RECORD, own.value());
        this.claims = claims(record, understood.matchKeys());
    }

    private static Set<MatchKey> claims(MatchKey record, List<MatchKey> matchKeys) {
        Set<MatchKey> claims = new LinkedHashSet<>();
        claims.add(record);
        claims.addAll(matchKeys);
        return Collections.unmodifiableSet(claims);
    }

    /** What the host's own code made of a submission. */
    record Understood(Mapped mapped, List<MatchKey> matchKeys, List<MatchKey> sharedKeys) {}

    /** What is to be done about a submission: the commit is empty if all of it is there already. */
    record Decision(CaptureOutcome outcome, Optional<Commit> commit) {}

    /** The lead that the record makes if it joins none. */
    LeadId own() {
        return own;
    }

    Handed handed() {
        return handed;
    }

    /** The keys by which the submission finds its lead, and which belong to that lead from then on. */
    Set<MatchKey> claims() {
        return claims;
    }

    /** The lead that the submission belongs to as things are. */
    LeadId lead(Situation situation) {
        return target(situation).history().id();
    }

    private StoredLead target(Situation situation) {
        return situation.target(own, record, understood.matchKeys());
    }

    Decision decide(Situation situation) {
        StoredLead lead = target(situation);
        LeadId id = lead.history().id();
        List<LeadEvent> events = new SubmittedEvents(handed.moment(), origin, understood.mapped(), lead.history())
                .all(lifecycle.initial());
        CaptureOutcome outcome = outcome(events.get(0), warnings(situation, id));
        return new Decision(outcome, commit(lead, events, situation, outcome));
    }

    private Optional<Commit> commit(
            StoredLead lead, List<LeadEvent> events, Situation situation, CaptureOutcome outcome) {
        boolean news = events.stream().anyMatch(event -> !lead.history().contains(event.id()));
        if (!news && handed.key().isEmpty()) {
            return Optional.empty();
        }
        LeadId id = lead.history().id();
        Set<MatchKey> keys = new LinkedHashSet<>(claims);
        keys.removeIf(key -> !situation.owners().getOrDefault(key, id).equals(id));
        return Optional.of(Commit.of(id, lead.version(), events)
                .withKeys(keys, Set.copyOf(understood.sharedKeys()))
                .withReservation(handed.reservation(outcome))
                .withPayload(news ? handed.payload() : Optional.empty()));
    }

    private static CaptureOutcome outcome(LeadEvent event, List<Fault> warnings) {
        return event instanceof Captured
                ? new CaptureOutcome.Accepted(event.leadId(), warnings)
                : new CaptureOutcome.Merged(event.leadId(), warnings);
    }

    private List<Fault> warnings(Situation situation, LeadId lead) {
        Map<MatchKey, LeadId> others = new LinkedHashMap<>();
        for (MatchKey key : understood.matchKeys()) {
            LeadId owner = situation.owners().getOrDefault(key, lead);
            if (!owner.equals(lead)) {
                others.put(key, owner);
            }
        }
        if (others.isEmpty()) {
            return understood.mapped().warnings();
        }
        List<Fault> warnings = new ArrayList<>(understood.mapped().warnings());
        others.forEach((key, owner) -> {
            String hint = "Lead " + owner + " has it too; both may be the same person.";
            warnings.add(new Fault(key.kind(), "of this lead alone", "shared", hint));
        });
        return warnings;
    }
}
