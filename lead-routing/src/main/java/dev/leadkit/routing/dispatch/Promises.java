package dev.leadkit.routing.dispatch;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.dispatch.Step.Kind;
import dev.leadkit.routing.dispatch.Ticket.Promise;
import dev.leadkit.routing.ledger.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps reps to the service level: what each owes the leads that became the rep's, and what follows if it was not done. */
final class Promises {

    private final Optional<ServiceLevel> level;
    private final HeldTickets held;
    private final LookUp leads;
    private final Moves moves;

    Promises(Optional<ServiceLevel> level, HeldTickets held, LookUp leads, Moves moves) {
        this.level = level;
        this.held = held;
        this.leads = leads;
        this.moves = moves;
    }

    /** Who got a lead by a step owes it something. */
    void begin(Step step, Instant now) {
        if (step.kind() == Kind.ASSIGNED && step.decision().orElse(null) instanceof Decision.Assigned assigned) {
            begin(assigned.lead(), new Ticket.Offer(assigned.rep(), assigned.token(), now), now);
        }
    }

    /** What a rep owes a lead from now on; nothing changes for a rep who has it already. */
    void begin(LeadId lead, Ticket.Offer taken, Instant now) {
        boolean runs = held.find(lead)
                .flatMap(Ticket::promise)
                .filter(promise -> promise.token() == taken.token())
                .isPresent();
        if (!runs) {
            held.remove(lead);
            level.flatMap(each -> each.due(now))
                    .map(due -> Ticket.promised(lead, new Promise(taken.rep(), taken.token(), now, due)))
                    .ifPresent(held::put);
        }
    }

    /** What a rep owes a lead is due: it was done, or somebody else gets the lead, or the rep has as much time again. */
    List<Step> settle(Place place, Promise promise, Instant now) {
        LookUp.Found<Optional<LeadHistory>> broken = leads.tried(place.lead(), history -> broken(promise, history));
        if (broken.value().isEmpty()) {
            held.put(Ticket.promised(place.lead(), promise.dueAt(now.plus(Dispatcher.SET_ASIDE))));
            return List.of(Step.unread(place.lead(), broken.trouble()));
        }
        Optional<Step> next = broken.value().get().map(history -> moves.move(place, history, now));
        held.remove(place.lead());
        if (next.isEmpty()) {
            return List.of(Step.of(place.lead(), Kind.MET));
        }
        if (next.get().kind() == Kind.STAYS) {
            begin(place.lead(), new Ticket.Offer(place.rep(), place.token(), now), now);
        }
        return List.of(Step.of(place.lead(), Kind.BREACHED), next.get());
    }

    private Optional<LeadHistory> broken(Promise promise, LeadHistory history) {
        return Optional.of(history)
                .filter(events -> level.filter(each -> !each.kept().test(events, promise.since()))
                        .isPresent());
    }
}
