package dev.leadkit.desk;

import dev.leadkit.event.Assigned;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Queued;
import dev.leadkit.event.StageMoved;
import dev.leadkit.fault.Fault;
import dev.leadkit.lifecycle.Lifecycle;
import dev.leadkit.lifecycle.StageKind;
import dev.leadkit.port.Placement;
import java.util.List;
import java.util.Optional;

/** What a history says of the places that a lead was given. */
final class Places {

    private Places() {}

    static boolean isPlacement(LeadEvent event) {
        return event instanceof Assigned || event instanceof Queued;
    }

    /** The one that made the lead's owner: of two with one token the later. */
    static Optional<Assigned> newest(LeadHistory history) {
        return history.events().stream()
                .filter(Assigned.class::isInstance)
                .map(Assigned.class::cast)
                .reduce((one, later) -> later.token() >= one.token() ? later : one);
    }

    static Optional<Placement> current(LeadHistory history) {
        Optional<LeadEvent> assigned = newest(history).map(event -> event);
        Optional<LeadEvent> queued =
                history.events().stream().filter(Queued.class::isInstance).reduce((earlier, later) -> later);
        return assigned.stream()
                .flatMap(event -> queued.stream().filter(other -> other.header().compareTo(event.header()) > 0))
                .findFirst()
                .or(() -> assigned)
                .or(() -> queued)
                .map(Places::placement);
    }

    /**
     * The place that a lead should have: with the rep whom it is assigned to, if it is worked on. A parked lead gave its place back
     * when it was parked, and may have been assigned since.
     */
    static Optional<Placement.WithRep> working(LeadHistory history, Lifecycle lifecycle) {
        StageKind kind = history.lead().stage().flatMap(lifecycle::kind).orElse(StageKind.OPEN);
        return current(history)
                .filter(place -> kind == StageKind.OPEN || (kind == StageKind.PARKED && wasAssignedSince(history)))
                .filter(Placement.WithRep.class::isInstance)
                .map(Placement.WithRep.class::cast);
    }

    private static boolean wasAssignedSince(LeadHistory history) {
        Optional<LeadEvent> moved =
                history.events().stream().filter(StageMoved.class::isInstance).reduce((earlier, later) -> later);
        return newest(history)
                .filter(event ->
                        moved.isEmpty() || event.header().compareTo(moved.get().header()) > 0)
                .isPresent();
    }

    private static Placement placement(LeadEvent event) {
        if (event instanceof Assigned assigned) {
            return new Placement.WithRep(assigned.rep(), assigned.token(), assigned.plan(), assigned.reason());
        }
        Queued queued = (Queued) event;
        return new Placement.InQueue(queued.queue(), queued.plan(), queued.reason());
    }

    /** Gives the newest place back, if there ever was one; what goes wrong with that is the answer. */
    static List<Fault> release(Wiring wiring, LeadHistory history) {
        return wiring.router().stream()
                .flatMap(router -> newest(history).stream()
                        .map(place -> Called.of("router", () -> router.release(history.id(), place.token()))))
                .flatMap(called -> called.fault().stream())
                .toList();
    }
}
