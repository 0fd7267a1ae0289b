package dev.leadkit.desk;

import static java.util.Objects.requireNonNull;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Submission;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.Stage;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.KeepResult;
import dev.leadkit.store.StoredLead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes submissions in, any number at once: each one ends in exactly one outcome. Those that may concern one lead are
 * decided one after the other, in rounds; the others of a round go to the store together.
 */
final class Intake {

    /** Each try but the last lost against a commit of somebody else, so this many means a storm on a single lead. */
    private static final int MOST_TRIES = 100;

    private static final int KEYS_OF_ONE = 4;

    private final Wiring wiring;
    private final @Nullable CaptureOutcome[] outcomes;
    private List<Waiting> waiting = new ArrayList<>();

    /** The keys that the first ones gave to leads while others waited. */
    private final Map<MatchKey, LeadId> given = new HashMap<>();

    /** One that waits for its outcome. */
    private static final class Waiting {

        final Admission admission;
        /** Its place among those that were handed in. */
        final int place;

        int tries;
        boolean isTurn = true;
        /** What the store said last about where it belongs; unknown before the store was asked. */
        @Nullable LeadId lead;

        Waiting(Admission admission, int place) {
            this.admission = admission;
            this.place = place;
        }

        /** Whether it concerns nothing that an earlier one does; what it concerns is added in either case. */
        boolean isFirst(Set<Object> concerned, Map<MatchKey, LeadId> given) {
            boolean first = given.isEmpty() || leadsFree(concerned, given);
            first &= concerned.add(admission.own());
            if (lead != null && !lead.equals(admission.own())) {
                first &= concerned.add(lead);
            }
            List<MatchKey> claims = admission.claims();
            for (int i = 1; i < claims.size(); i++) {
                first &= concerned.add(claims.get(i));
            }
            if (!given.isEmpty()) {
                claims.forEach(claim -> Optional.ofNullable(given.get(claim)).ifPresent(concerned::add));
            }
            return first;
        }

        /** Whether no earlier one concerns a lead that was given one of the keys since the store was asked. */
        private boolean leadsFree(Set<Object> concerned, Map<MatchKey, LeadId> given) {
            for (MatchKey claim : admission.claims()) {
                LeadId owner = given.get(claim);
                if (owner != null && concerned.contains(owner)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What a round decided of one that waits. */
    private record Decided(Waiting waiting, CaptureOutcome outcome, Commit commit) {}

    private Intake(Wiring wiring, int count) {
        this.wiring = wiring;
        this.outcomes = new CaptureOutcome[count];
    }

    static List<CaptureOutcome> capture(Wiring wiring, List<Handed> all) {
        Intake intake = new Intake(wiring, all.size());
        for (int i = 0; i < all.size(); i++) {
            intake.understand(all.get(i), i);
        }
        while (!intake.waiting.isEmpty()) {
            intake.round();
        }
        List<CaptureOutcome> outcomes = new ArrayList<>(all.size());
        for (CaptureOutcome outcome : intake.outcomes) {
            outcomes.add(requireNonNull(outcome, "outcome"));
        }
        return outcomes;
    }

    private void understand(Handed handed, int place) {
        Submission submission = handed.submission();
        if (submission.length() > Submission.LONGEST) {
            outcomes[place] = new CaptureOutcome.Refused(List.of(tooLong(submission)));
            return;
        }
        Optional<Function<Submission, Mapped>> mapping = wiring.mapping(submission.system());
        if (mapping.isEmpty()) {
            String hint = Suggestion.of(submission.system(), wiring.mappings().keySet());
            quarantine(handed, place, new Fault("system", "one with a mapping", '"' + submission.system() + '"', hint));
            return;
        }
        if (!EventHeader.isInRange(handed.moment().occurredAt())) {
            quarantine(handed, place, new Fault("occurredAt", "within the years 1 to 9999", "another year"));
            return;
        }
        Called<Mapped> mapped = Called.of("mapping", () -> mapping.get().apply(submission));
        if (mapped.value().isEmpty()) {
            quarantine(handed, place, mapped.fault().orElseThrow());
        } else if (!mapped.value().get().isUsable()) {
            quarantine(handed, place, mapped.value().get().errors().toArray(Fault[]::new));
        } else {
            admit(handed, place, mapped.value().get());
        }
    }

    private void admit(Handed handed, int place, Mapped mapped) {
        Called<Admission.Understood> understood = Called.of("match keys", () -> understood(mapped));
        if (understood.value().isPresent()) {
            Stage initial = wiring.lifecycle().initial();
            waiting.add(new Waiting(new Admission(handed, understood.value().get(), initial), place));
        } else {
            quarantine(handed, place, understood.fault().orElseThrow());
        }
    }

    private Admission.Understood understood(Mapped given) {
        Mapped mapped = SubmittedEvents.wishing(given);
        FieldValues values = mapped.values();
        return new Admission.Understood(
                mapped,
                List.copyOf(wiring.matchKeys().keys(values)),
                List.copyOf(wiring.sharedKeys().keys(values)));
    }

    /** Decides all that wait and do not concern what an earlier one concerns; a conflict is decided again. */
    private void round() {
        Situation situation = Situation.of(wiring.store(), turns());
        List<Waiting> later = new ArrayList<>();
        List<Decided> decided = new ArrayList<>();
        Set<Object> concerned = new HashSet<>(KEYS_OF_ONE * waiting.size());
        for (Waiting each : waiting) {
            Optional<StoredLead> lead = each.isTurn ? Optional.of(each.admission.target(situation)) : Optional.empty();
            lead.ifPresent(known -> each.lead = known.history().id());
            if (each.isFirst(concerned, given) && lead.isPresent()) {
                decide(each, lead.get(), situation).ifPresent(decided::add);
            } else {
                later.add(each);
            }
        }
        waiting = later;
        settle(decided);
    }

    /** About whom the store is asked: at first about all, then about those that wait no longer for an earlier one. */
    private List<Admission> turns() {
        Set<Object> concerned = new HashSet<>();
        List<Admission> turns = new ArrayList<>(waiting.size());
        for (Waiting each : waiting) {
            each.isTurn = each.lead == null || each.isFirst(concerned, given);
            if (each.isTurn) {
                turns.add(each.admission);
            }
        }
        return turns;
    }

    private Optional<Decided> decide(Waiting waiting, StoredLead lead, Situation situation) {
        Admission.Decision decision = waiting.admission.decide(lead, situation);
        if (decision.commit().isEmpty()) {
            outcomes[waiting.place] = decision.outcome();
        }
        return decision.commit().map(commit -> new Decided(waiting, decision.outcome(), commit));
    }

    private void settle(List<Decided> decided) {
        if (decided.isEmpty()) {
            return;
        }
        List<Commit> commits = new ArrayList<>(decided.size());
        decided.forEach(each -> commits.add(each.commit()));
        List<CommitResult> results = wiring.store().commit(commits);
        List<Waiting> again = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Waiting each = decided.get(i).waiting();
            Optional<CaptureOutcome> outcome = outcome(decided.get(i), results.get(i));
            if (outcome.isPresent()) {
                outcomes[each.place] = outcome.get();
                give(decided.get(i).commit());
            } else if (++each.tries < MOST_TRIES) {
                again.add(each);
            } else {
                quarantine(each.admission.handed(), each.place, storm());
            }
        }
        again.addAll(waiting);
        waiting = again;
    }

    private void give(Commit commit) {
        if (!waiting.isEmpty()) {
            commit.keys().forEach(key -> given.put(key, commit.lead()));
        }
    }

    private static Optional<CaptureOutcome> outcome(Decided decided, CommitResult result) {
        if (result instanceof CommitResult.Committed) {
            return Optional.of(decided.waiting().admission.handed().told(decided.outcome()));
        }
        if (result instanceof CommitResult.Repeated repeated) {
            return Optional.of(Handed.first(repeated.result()));
        }
        if (result instanceof CommitResult.KeyReused) {
            return Optional.of(reused());
        }
        return result instanceof CommitResult.Full full
                ? Optional.of(new CaptureOutcome.Refused(List.of(full(full))))
                : Optional.empty();
    }

    private void quarantine(Handed handed, int place, Fault... faults) {
        CaptureOutcome.Quarantined outcome = new CaptureOutcome.Quarantined(List.of(faults));
        KeepResult kept = wiring.store().quarantine().keep(handed.quarantined(outcome), handed.reservation(outcome));
        if (kept instanceof KeepResult.Repeated repeated) {
            outcomes[place] = Handed.first(repeated.result());
        } else {
            outcomes[place] = kept instanceof KeepResult.KeyReused ? reused() : handed.told(outcome);
        }
    }

    private static CaptureOutcome reused() {
        return new CaptureOutcome.Refused(List.of(new Fault(
                "idempotency key",
                "used for one submission only",
                "used for another",
                "Take a new key for each submission, and the same one for its repetitions.")));
    }

    /** Not to be kept in quarantine either: what is kept must be read again some day. */
    private static Fault tooLong(Submission submission) {
        return new Fault(
                "submission",
                "at most " + Submission.LONGEST + " characters",
                submission.length() + " characters",
                "Send files another way.");
    }

    private static Fault storm() {
        return new Fault(
                "lead", "left alone long enough to be written", MOST_TRIES + " conflicts", "Hand it in again.");
    }

    static Fault full(CommitResult.Full full) {
        return new Fault("history", "at most " + LeadHistory.MOST_EVENTS + " events", full.events() + " and more");
    }
}
