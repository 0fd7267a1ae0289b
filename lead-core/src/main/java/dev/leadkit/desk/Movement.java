package dev.leadkit.desk;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.Captured;
import dev.leadkit.event.Converted;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Lost;
import dev.leadkit.event.StageMoved;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Stage;
import dev.leadkit.lifecycle.StageKind;
import dev.leadkit.lifecycle.Verdict;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.StoredLead;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A wish to move a lead to a stage; the kind of the stage says what event that is. */
record Movement(Wiring wiring, Stage to, String reason, Optional<Money> value) {

    DeskResult<Lead> apply(StoredLead stored, Moment told) {
        EventId toldId = id(stored, told);
        if (told.told() && has(stored.history(), toldId)) {
            return done(stored.history(), stored.version());
        }
        Optional<Instant> last = lastMove(stored.history());
        if (last.isPresent() && last.get().isAfter(told.occurredAt().plus(Moment.CLOSE))) {
            return new DeskResult.Refused<>(List.of(new Fault(
                    "occurredAt",
                    "after the latest move of the lead at " + last.get(),
                    told.occurredAt().toString(),
                    "Tell moves in the order in which they happened.")));
        }
        Moment moment = last.filter(instant -> !told.occurredAt().isAfter(instant))
                .map(instant -> told.at(instant.plus(Moment.STEP)))
                .orElse(told);
        return judged(stored, moment, told.told() ? toldId : id(stored, moment));
    }

    private static boolean has(LeadHistory history, EventId id) {
        return history.events().stream().anyMatch(event -> event.id().equals(id));
    }

    private EventId id(StoredLead stored, Moment moment) {
        return EventId.derived(
                stored.history().id(),
                "moved",
                to.name(),
                moment.occurredAt().toString(),
                value.map(Money::toString).orElse(""));
    }

    private static Optional<Instant> lastMove(LeadHistory history) {
        return history.events().stream()
                .filter(event -> event instanceof StageMoved || event instanceof Converted || event instanceof Lost)
                .map(LeadEvent::occurredAt)
                .max(Comparator.naturalOrder());
    }

    private DeskResult<Lead> judged(StoredLead stored, Moment moment, EventId id) {
        Verdict verdict = wiring.lifecycle().move(facts(stored.history(), moment), to, reason);
        if (verdict instanceof Verdict.Refused refused) {
            return new DeskResult.Refused<>(refused.faults());
        }
        Stage from = ((Verdict.Allowed) verdict).from();
        LeadEvent event = event(moment.header(stored.history().id(), id), from);
        CommitResult result = wiring.commit(stored, List.of(event));
        return result instanceof CommitResult.Committed committed
                ? done(stored.history().plus(event), committed.version())
                : Wiring.result(result, stored.history().lead(), List.of());
    }

    /** An undated capture stands at its recording: a move before it is judged as of then. */
    private static Facts facts(LeadHistory history, Moment moment) {
        Instant asOf = history.events().stream()
                .filter(Captured.class::isInstance)
                .map(LeadEvent::occurredAt)
                .filter(captured -> captured.isAfter(moment.occurredAt()))
                .findFirst()
                .orElse(moment.occurredAt());
        return Facts.of(history, asOf);
    }

    private LeadEvent event(EventHeader header, Stage from) {
        StageKind kind = wiring.lifecycle().kind(to).orElseThrow();
        return switch (kind) {
            case WON -> new Converted(header, to, value);
            case LOST -> new Lost(header, to, reason);
            case OPEN, PARKED -> new StageMoved(header, from, to, reason);
        };
    }

    /** Who is not worked on takes no place; giving it back again is harmless, and mends what a crash left undone. */
    private DeskResult<Lead> done(LeadHistory history, long version) {
        boolean open = history.lead().stage().flatMap(wiring.lifecycle()::kind).equals(Optional.of(StageKind.OPEN));
        List<Fault> warnings = open ? List.of() : Places.release(wiring, history);
        return new DeskResult.Done<>(history.lead(), version, warnings);
    }
}
