package dev.leadkit.routing.desk;

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
import java.util.function.Supplier;

/** Answers a desk with what was decided already of a lead, and asks the router of all others. Thread-safe if the router is. */
final class DecidedRouter implements LeadRouter {

    private final LeadRouter router;
    private final Map<LeadId, Placement> decided = new ConcurrentHashMap<>();

    DecidedRouter(LeadRouter router) {
        this.router = router;
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

    @Override
    public Placement reserve(LeadHistory history, Instant at) {
        return Optional.ofNullable(decided.get(history.id())).orElseGet(() -> router.reserve(history, at));
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
