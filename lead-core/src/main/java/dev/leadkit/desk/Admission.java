package dev.leadkit.desk;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Mapped;
import dev.leadkit.event.Captured;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.Stage;
import dev.leadkit.store.Commit;
import dev.leadkit.store.StoredLead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One submission that the host's mapping could read, on its way to its lead. */
final class Admission {

    private final Handed handed;
    private final Understood understood;
    private final Stage initial;
    private final Origin origin;
    private final LeadId own;
    private final List<MatchKey> claims;

    Admission(Handed handed, Understood understood, Stage initial) {
        this.handed = handed;
        this.understood = understood;
        this.initial = initial;
        this.origin = new Origin(
                handed.submission().system(),
                handed.submission().externalId(),
                handed.moment().told());
        this.own = LeadId.derived(origin.system(), origin.externalId());
        this.claims = claims(new MatchKey(MatchKey.RECORD, own.value()), understood.matchKeys());
    }

    private static List<MatchKey> claims(MatchKey record, List<MatchKey> matchKeys) {
        List<MatchKey> claims = new ArrayList<>(1 + matchKeys.size());
        claims.add(record);
        for (int i = 0; i < matchKeys.size(); i++) {
            if (!claims.contains(matchKeys.get(i))) {
                claims.add(matchKeys.get(i));
            }
        }
        return claims;
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

    /**
     * The keys by which the submission finds its lead, and which belong to that lead from then on: the record's own first,
     * each once.
     */
    List<MatchKey> claims() {
        return claims;
    }

    /** The lead that the submission belongs to as things are. */
    StoredLead target(Situation situation) {
        return situation.target(own, claims);
    }

    /** What becomes of it, if it belongs to that lead. */
    Decision decide(StoredLead lead, Situation situation) {
        List<LeadEvent> events =
                new SubmittedEvents(handed.moment(), origin, understood.mapped(), lead.history()).all(initial);
        CaptureOutcome outcome =
                outcome(events.get(0), warnings(situation, lead.history().id()));
        return new Decision(outcome, commit(lead, events, situation, outcome));
    }

    private Optional<Commit> commit(
            StoredLead lead, List<LeadEvent> events, Situation situation, CaptureOutcome outcome) {
        boolean news = isNews(events, lead.history());
        if (!news && handed.key().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Commit(
                lead.history().id(),
                lead.version(),
                events,
                free(situation, lead.history().id()),
                Set.copyOf(understood.sharedKeys()),
                List.of(),
                handed.reservation(outcome),
                news ? handed.payload() : Optional.empty()));
    }

    private static boolean isNews(List<LeadEvent> events, LeadHistory history) {
        for (LeadEvent event : events) {
            if (!history.contains(event.id())) {
                return true;
            }
        }
        return false;
    }

    /** The claims that no other lead has. */
    private Set<MatchKey> free(Situation situation, LeadId lead) {
        List<MatchKey> free = new ArrayList<>(claims.size());
        for (MatchKey key : claims) {
            if (situation.owners().getOrDefault(key, lead).equals(lead)) {
                free.add(key);
            }
        }
        return Set.of(free.toArray(MatchKey[]::new));
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
