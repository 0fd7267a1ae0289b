package dev.leadkit.desk;

import dev.leadkit.event.Assigned;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Queued;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lifecycle.StageKind;
import dev.leadkit.port.LeadRouter;
import dev.leadkit.port.Placement;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.StoredLead;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives a lead to a rep or a queue. The router's ledger and the store share no transaction: reserve, commit, confirm. A
 * place is given back if the commit did not go through, unless somebody else committed that very place.
 */
record Routing(Wiring wiring, LeadRouter router) {

    DeskResult<Placement> apply(StoredLead stored, Moment moment) {
        Optional<StageKind> kind = stored.history().lead().stage().flatMap(wiring.lifecycle()::kind);
        if (kind.equals(Optional.of(StageKind.WON)) || kind.equals(Optional.of(StageKind.LOST))) {
            String stage = '"' + stored.history().lead().stage().orElseThrow().name() + '"';
            return new DeskResult.Refused<>(List.of(new Fault("stage", "neither won nor lost to be routed", stage)));
        }
        Called<Placement> reserved = Called.of("router", () -> router.reserve(stored.history(), moment.occurredAt()));
        return reserved.value().map(place -> place(stored, place, moment)).orElseGet(reserved::failed);
    }

    private DeskResult<Placement> place(StoredLead stored, Placement place, Moment moment) {
        Moment free = moment.free(stored.history(), Places::isPlacement);
        return place instanceof Placement.WithRep rep
                ? assign(stored, rep, free)
                : queue(stored, (Placement.InQueue) place, free);
    }

    private DeskResult<Placement> queue(StoredLead stored, Placement.InQueue place, Moment moment) {
        if (Places.current(stored.history()).equals(Optional.of(place))) {
            return new DeskResult.Done<>(place, stored.version(), List.of());
        }
        LeadId lead = stored.history().id();
        EventId id = EventId.derived(lead, "queued", moment.occurredAt().toString());
        Queued event = new Queued(moment.header(lead, id), place.queue(), place.plan(), place.reason());
        return Wiring.result(wiring.commit(stored, List.of(event)), place, List.of());
    }

    private DeskResult<Placement> assign(StoredLead stored, Placement.WithRep place, Moment moment) {
        LeadId lead = stored.history().id();
        long newest = Places.newest(stored.history()).map(Assigned::token).orElse(Long.MIN_VALUE);
        if (holds(stored.history(), place)) {
            return confirmed(stored, place);
        }
        if (place.token() < newest) {
            return notCommitted(lead, place, new CommitResult.StaleToken(newest));
        }
        EventId id = EventId.derived(lead, "assigned", Long.toString(place.token()));
        Assigned event =
                new Assigned(moment.header(lead, id), place.rep(), place.token(), place.plan(), place.reason());
        CommitResult result = commit(stored, event, place);
        return result instanceof CommitResult.Committed committed
                ? confirmed(new StoredLead(stored.history().plus(event), committed.version()), place)
                : notCommitted(lead, place, result);
    }

    private static boolean holds(LeadHistory history, Placement.WithRep place) {
        return Places.newest(history)
                .filter(event -> event.token() == place.token())
                .isPresent();
    }

    /**
     * A store may throw what its database says; the host's transaction is rolled back then, and the place given back. A
     * store that still answers is asked first whether somebody else committed that very place: then it is not ours to give.
     */
    private CommitResult commit(StoredLead stored, LeadEvent event, Placement.WithRep place) {
        try {
            return wiring.commit(stored, List.of(event));
        } catch (RuntimeException e) {
            if (!isCommitted(event.leadId(), place)) {
                Called.of("router", () -> router.release(event.leadId(), place.token()))
                        .failure()
                        .ifPresent(e::addSuppressed);
            }
            throw e;
        }
    }

    private boolean isCommitted(LeadId lead, Placement.WithRep place) {
        return Called.of("store", () -> wiring.store().find(lead))
                .value()
                .flatMap(Function.identity())
                .filter(stored -> holds(stored.history(), place))
                .isPresent();
    }

    private DeskResult<Placement> notCommitted(LeadId lead, Placement.WithRep place, CommitResult result) {
        StoredLead now = wiring.store().find(lead).orElseThrow();
        if (holds(now.history(), place)) {
            return confirmed(now, place);
        }
        Called<Boolean> released = Called.of("router", () -> router.release(lead, place.token()));
        return released.failure().isPresent() ? released.failed() : Wiring.result(result, place, List.of());
    }

    private DeskResult<Placement> confirmed(StoredLead stored, Placement.WithRep place) {
        Called<Boolean> confirmed =
                Called.of("router", () -> router.confirm(stored.history().id(), place.token()));
        Optional<Fault> fault = confirmed.value().filter(done -> !done).isPresent()
                ? Optional.of(new Fault(
                        "router", "keeping the place until it is confirmed", "given away", "Route the lead again."))
                : confirmed.fault();
        return new DeskResult.Done<>(place, stored.version(), fault.stream().toList());
    }
}
