package dev.leadkit.examples.benchmarks.routing;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.engine.RoutingRequest;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Work;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A router at work on a ledger in memory in which reps have work already: one of five is full, the others have room for half. */
final class Floor {

    static final long SEED = 7;

    private final RoutingPlan plan;
    private final AssignmentLedger ledger;
    private final Router router;
    private final List<Decision.Assigned> assigned = new ArrayList<>();

    private Floor(RoutingPlan plan, AssignmentLedger ledger) {
        this.plan = plan;
        this.ledger = ledger;
        this.router = Router.of(plan, ledger, SEED);
    }

    static Floor busy(Market market) {
        RoutingPlan plan = market.plan();
        return new Floor(plan, AssignmentLedger.inMemory(places(plan)));
    }

    private static List<Place> places(RoutingPlan plan) {
        SplittableRandom chance = new SplittableRandom(SEED);
        List<Place> places = new ArrayList<>();
        for (Rep rep : plan.reps()) {
            boolean full = chance.nextInt(5) == 0;
            int units = full ? rep.capacity() : chance.nextInt(rep.capacity()) + 1;
            Work work = new Work(Work.KIND, units);
            places.add(new Place(new LeadId("before." + rep.id()), rep.id(), 1, work, true, Optional.empty()));
        }
        return places;
    }

    RoutingPlan plan() {
        return plan;
    }

    AssignmentLedger ledger() {
        return ledger;
    }

    Router router() {
        return router;
    }

    /** Routes leads in one call; this alone is measured. */
    int routeAll(Router by, List<Facts> leads) {
        by.routeAll(requests(leads), this::keep);
        return assigned.size();
    }

    /** Routes leads, each in a call of its own; this alone is measured. */
    int routeEach(Router by, List<Facts> leads) {
        for (Facts each : leads) {
            keep(by.route(RoutingRequest.of(each, 0)));
        }
        return assigned.size();
    }

    private void keep(Decision decision) {
        if (decision instanceof Decision.Assigned place) {
            assigned.add(place);
        }
    }

    /** Each is made when it is asked for. */
    static List<RoutingRequest> requests(List<Facts> leads) {
        return new AbstractList<>() {
            @Override
            public RoutingRequest get(int index) {
                return RoutingRequest.of(leads.get(index), 0);
            }

            @Override
            public int size() {
                return leads.size();
            }
        };
    }

    static boolean isAssigned(Decision decision) {
        return decision instanceof Decision.Assigned;
    }

    /** Gives back whatever was given out, so that the next round finds the same. */
    void giveBack() {
        for (Decision.Assigned each : assigned) {
            if (!ledger.release(each.lead(), each.token(), "").isDone()) {
                throw new IllegalStateException("a place that was given out must be held");
            }
        }
        assigned.clear();
    }
}
