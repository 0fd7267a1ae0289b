package dev.leadkit.desk;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Submission;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.CommitResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes submissions in: each one ends in exactly one outcome. */
final class Intake {

    /** Each try but the last lost against a commit of somebody else, so this many means a storm on a single lead. */
    private static final int MOST_TRIES = 100;

    private final Wiring wiring;

    Intake(Wiring wiring) {
        this.wiring = wiring;
    }

    CaptureOutcome capture(Submission submission, Moment moment) {
        Optional<Function<Submission, Mapped>> mapping = wiring.mapping(submission.system());
        if (mapping.isEmpty()) {
            String hint = Suggestion.of(submission.system(), wiring.mappings().keySet());
            return quarantined(new Fault("system", "one with a mapping", '"' + submission.system() + '"', hint));
        }
        Called<Mapped> mapped = Called.of("mapping", () -> mapping.get().apply(submission));
        return mapped.value()
                .map(values -> mapped(submission, values, moment.told(submission.occurredAt())))
                .orElseGet(() -> quarantined(mapped.fault().orElseThrow()));
    }

    private CaptureOutcome mapped(Submission submission, Mapped mapped, Moment moment) {
        if (!mapped.isUsable()) {
            return new CaptureOutcome.Quarantined(mapped.errors());
        }
        Called<List<MatchKey>> keys =
                Called.of("match keys", () -> List.copyOf(wiring.matchKeys().keys(mapped.values())));
        return keys.value()
                .map(found -> new Admission.Understood(mapped, found))
                .map(understood -> decide(new Admission(wiring, submission, understood, moment)))
                .orElseGet(() -> quarantined(keys.fault().orElseThrow()));
    }

    /** Decides again whenever the facts changed meanwhile: a conflict must not lose the submission. */
    private static CaptureOutcome decide(Admission admission) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<CaptureOutcome> outcome = admission.attempt();
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return quarantined(new Fault(
                "lead", "left alone long enough to be written", MOST_TRIES + " conflicts", "Hand it in again."));
    }

    private static CaptureOutcome quarantined(Fault fault) {
        return new CaptureOutcome.Quarantined(List.of(fault));
    }

    static Fault full(CommitResult.Full full) {
        return new Fault("history", "at most " + LeadHistory.MOST_EVENTS + " events", full.events() + " and more");
    }
}
