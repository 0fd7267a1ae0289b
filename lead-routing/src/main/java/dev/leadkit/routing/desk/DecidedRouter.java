package dev.leadkit.routing.desk;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.port.HeldPlace;
import dev.leadkit.port.LeadRouter;
import dev.leadkit.port.Placement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Answers a desk with what was decided already of a lead, and asks the router of all others. Thread-safe if the router is. */
final class DecidedRouter implements LeadRouter {

    private final LeadRouter router;
    private final Predicate<LeadId> hasPlace;
    private final QueuedElsewhere queued;
    private final Map<LeadId, Placement> decided = new ConcurrentHashMap<>();

    DecidedRouter(LeadRouter router, Predicate<LeadId> hasPlace, QueuedElsewhere queued) {
        this.router = router;
        this.hasPlace = hasPlace;
        this.queued = queued;
    }

    /** Does something while it is known where a lead goes. */
    <T> T during(LeadId lead, Placement placement, Supplier<T> action) {
        decided.put(lead, placement);
        try {
            return action.get();
        } finally {
            decided.remove(lead);
        }
    }

    /** Asked after the history was read: a lead that somebody else gave to a rep by then waits in no queue. */
    @Override
    public Placement reserve(LeadHistory history, Instant at) {
        Placement known = decided.get(history.id());
        boolean holds = known instanceof Placement.WithRep || (known != null && !hasPlace.test(history.id()));
        return holds ? requireNonNull(known) : routed(history, at);
    }

    private Placement routed(LeadHistory history, Instant at) {
        Placement placement = router.reserve(history, at);
        if (placement instanceof Placement.InQueue) {
            queued.add(history.id(), at);
        }
        return placement;
    }

    @Override
    public boolean confirm(LeadId lead, long token) {
        return router.confirm(lead, token);
    }

    @Override
    public boolean release(LeadId lead, long token) {
        return router.release(lead, token);
    }

    @Override
    public List<HeldPlace> held(Optional<LeadId> after, int most) {
        return router.held(after, most);
    }

    @Override
    public boolean retake(LeadHistory history, Placement.WithRep place) {
        return router.retake(history, place);
    }
}
