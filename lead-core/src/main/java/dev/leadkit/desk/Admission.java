package dev.leadkit.desk;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Submission;
import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.StoredLead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One submission on its way in. It belongs to the lead that was made of the same record, else to the one that this record
 * joined before, else to the one that the first of its match keys leads to, else to a new one.
 */
final class Admission {

    private final Wiring wiring;
    private final Mapped mapped;
    private final List<MatchKey> matchKeys;
    private final Moment moment;
    private final Origin origin;
    private final LeadId own;
    private final MatchKey record;

    Admission(Wiring wiring, Submission submission, Understood understood, Moment moment) {
        this.wiring = wiring;
        this.mapped = understood.mapped();
        this.matchKeys = understood.matchKeys();
        this.moment = moment;
        this.origin = new Origin(submission.system(), submission.externalId(), moment.told());
        this.own = LeadId.derived(submission.system(), submission.externalId());
        this.record = new MatchKey(MatchKey.RECORD, own.value());
    }

    /** What the host's own code made of a submission. */
    record Understood(Mapped mapped, List<MatchKey> matchKeys) {}

    /** Decides on what is there now; empty if that changed before the decision was in. */
    Optional<CaptureOutcome> attempt() {
        Map<MatchKey, LeadId> owners = owners();
        StoredLead lead = target(owners).orElseGet(() -> new StoredLead(LeadHistory.of(own, List.of()), 0));
        Entry entry = entry(lead);
        CaptureOutcome outcome =
                outcome(entry.event(), warnings(owners, lead.history().id()));
        return entry.isThere() ? Optional.of(outcome) : commit(lead, entry.event(), owners, outcome);
    }

    private Map<MatchKey, LeadId> owners() {
        Map<MatchKey, LeadId> owners = new LinkedHashMap<>();
        matchKeys.forEach(key -> wiring.store().findByKey(key).ifPresent(lead -> owners.put(key, lead)));
        return owners;
    }

    private Optional<StoredLead> target(Map<MatchKey, LeadId> owners) {
        return wiring.store()
                .find(own)
                .or(() -> wiring.store().findByKey(record).flatMap(wiring.store()::find))
                .or(() -> owners.values().stream().findFirst().flatMap(wiring.store()::find));
    }

    private Optional<CaptureOutcome> commit(
            StoredLead lead, LeadEvent event, Map<MatchKey, LeadId> owners, CaptureOutcome outcome) {
        LeadId id = event.leadId();
        Set<MatchKey> keys = new LinkedHashSet<>(matchKeys);
        keys.removeIf(key -> !owners.getOrDefault(key, id).equals(id));
        keys.add(record);
        CommitResult result = wiring.store()
                .commit(Commit.of(id, lead.version(), List.of(event)).withKeys(keys, Set.of()));
        if (result instanceof CommitResult.Full full) {
            return Optional.of(new CaptureOutcome.Refused(List.of(Intake.full(full))));
        }
        return result instanceof CommitResult.Committed ? Optional.of(outcome) : Optional.empty();
    }

    private static CaptureOutcome outcome(LeadEvent event, List<Fault> warnings) {
        return event instanceof Captured
                ? new CaptureOutcome.Accepted(event.leadId(), warnings)
                : new CaptureOutcome.Merged(event.leadId(), warnings);
    }

    private List<Fault> warnings(Map<MatchKey, LeadId> owners, LeadId lead) {
        List<Fault> warnings = new ArrayList<>(mapped.warnings());
        owners.forEach((key, owner) -> {
            if (!owner.equals(lead)) {
                String hint = "Lead " + owner + " has it too; both may be the same person.";
                warnings.add(new Fault(key.kind(), "of this lead alone", "shared", hint));
            }
        });
        return warnings;
    }

    /** An event for the submission, and whether the lead has it already. */
    private record Entry(LeadEvent event, boolean isThere) {}

    /**
     * The identifier must not derive from personal data, so submissions that differ in nothing else are counted through;
     * which is a repetition is told by comparing them.
     */
    private Entry entry(StoredLead lead) {
        Map<EventId, LeadEvent> there = submissions(lead.history());
        for (int number = 0; ; number++) {
            EventId id = id(lead.history().id(), number);
            LeadEvent earlier = there.get(id);
            if (earlier == null) {
                return new Entry(event(lead, id), false);
            }
            if (values(earlier).equals(mapped.values())) {
                return new Entry(earlier, true);
            }
        }
    }

    private static Map<EventId, LeadEvent> submissions(LeadHistory history) {
        Map<EventId, LeadEvent> submissions = new LinkedHashMap<>();
        history.events().stream()
                .filter(event -> event instanceof Captured || event instanceof Updated)
                .forEach(event -> submissions.put(event.id(), event));
        return submissions;
    }

    private static FieldValues values(LeadEvent event) {
        if (event instanceof Captured captured) {
            return captured.values();
        }
        return event instanceof Updated updated ? updated.values() : FieldValues.EMPTY;
    }

    private LeadEvent event(StoredLead lead, EventId id) {
        EventHeader header = moment.header(lead.history().id(), id);
        return lead.version() == 0
                ? Captured.of(header, origin, wiring.lifecycle().initial(), mapped.values())
                : Updated.of(header, origin, mapped.values());
    }

    private EventId id(LeadId lead, int number) {
        List<String> content = new ArrayList<>(List.of("submission", origin.system(), origin.externalId()));
        content.add(moment.told() ? moment.occurredAt().toString() : "");
        FieldValues facts = mapped.values().skeleton();
        facts.fields().forEach(field -> {
            content.add(field.name());
            content.add(facts.text(field.name()).orElseThrow());
        });
        facts.cleared().forEach(name -> content.add("cleared " + name));
        content.add(Integer.toString(number));
        return EventId.derived(lead, content.toArray(String[]::new));
    }
}
