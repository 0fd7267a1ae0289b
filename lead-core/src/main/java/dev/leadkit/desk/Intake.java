package dev.leadkit.desk;

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
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.KeepResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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

    private final Wiring wiring;
    private final @Nullable CaptureOutcome[] outcomes;
    private List<Waiting> waiting = new ArrayList<>();

    /** An admission, its place among those that were handed in, and how often it was tried. */
    private record Waiting(Admission admission, int place, int tries) {}

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
        return Arrays.stream(intake.outcomes).map(CaptureOutcome.class::cast).toList();
    }

    private void understand(Handed handed, int place) {
        Submission submission = handed.submission();
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
            Admission admission = new Admission(handed, understood.value().get(), wiring.lifecycle());
            waiting.add(new Waiting(admission, place, 0));
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
        Situation situation = Situation.of(
                wiring.store(), waiting.stream().map(Waiting::admission).toList());
        List<Waiting> later = new ArrayList<>();
        List<Decided> decided = new ArrayList<>();
        Set<Object> concerned = new HashSet<>();
        for (Waiting each : waiting) {
            if (concerns(each.admission(), situation, concerned)) {
                later.add(each);
                continue;
            }
            Admission.Decision decision = each.admission().decide(situation);
            if (decision.commit().isPresent()) {
                decided.add(
                        new Decided(each, decision.outcome(), decision.commit().get()));
            } else {
                outcomes[each.place()] = decision.outcome();
            }
        }
        waiting = later;
        settle(decided);
    }

    /** Whether it concerns what another of this round does; what it concerns is added in either case. */
    private static boolean concerns(Admission admission, Situation situation, Set<Object> concerned) {
        boolean fresh = concerned.add(admission.own());
        LeadId lead = admission.lead(situation);
        if (!lead.equals(admission.own())) {
            fresh &= concerned.add(lead);
        }
        for (MatchKey key : admission.claims()) {
            fresh &= concerned.add(key);
        }
        return !fresh;
    }

    private void settle(List<Decided> decided) {
        if (decided.isEmpty()) {
            return;
        }
        List<CommitResult> results =
                wiring.store().commit(decided.stream().map(Decided::commit).toList());
        List<Waiting> again = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Waiting each = decided.get(i).waiting();
            Optional<CaptureOutcome> outcome = outcome(decided.get(i), results.get(i));
            if (outcome.isPresent()) {
                outcomes[each.place()] = outcome.get();
            } else if (each.tries() + 1 < MOST_TRIES) {
                again.add(new Waiting(each.admission(), each.place(), each.tries() + 1));
            } else {
                quarantine(each.admission().handed(), each.place(), storm());
            }
        }
        again.addAll(waiting);
        waiting = again;
    }

    private static Optional<CaptureOutcome> outcome(Decided decided, CommitResult result) {
        if (result instanceof CommitResult.Committed) {
            return Optional.of(decided.waiting().admission().handed().told(decided.outcome()));
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

    private static Fault storm() {
        return new Fault(
                "lead", "left alone long enough to be written", MOST_TRIES + " conflicts", "Hand it in again.");
    }

    static Fault full(CommitResult.Full full) {
        return new Fault("history", "at most " + LeadHistory.MOST_EVENTS + " events", full.events() + " and more");
    }
}
