package dev.leadkit.routing.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.Assigned;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.LeadId;
import dev.leadkit.port.HeldPlace;
import dev.leadkit.port.LeadRouter;
import dev.leadkit.port.Placement;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds a rep for a lead by a plan, and keeps a place with that rep in a ledger. A decision depends on the plan, what the
 * ledger says, the lead as of the moment and the seed, and on nothing else. Thread-safe; any number of routers, in any number
 * of processes, may share a ledger.
 *
 * <p>Host code that the plan names (stages, rankings, strategies) is called at a guard: if it fails, the decision names it, the
 * lead goes to nobody whom it had to judge, and the next lead is routed as ever. What the ledger throws is thrown on, because only
 * the host can know what came of it.
 */
public final class Router implements LeadRouter {

    /** How many of the best bid at first: enough that one rarely has to ask twice. */
    private static final int FIRST_BIDS = 8;

    /** How often one decides anew because everybody proposed had filled up meanwhile. */
    private static final int MOST_ATTEMPTS = 16;

    private final RoutingPlan plan;
    private final Proposer proposer;
    private final AssignmentLedger ledger;
    private final long seed;

    private Router(RoutingPlan plan, Proposer proposer, AssignmentLedger ledger, long seed) {
        this.plan = plan;
        this.proposer = proposer;
        this.ledger = requireNonNull(ledger, "ledger");
        this.seed = seed;
    }

    /**
     * A router for a plan that uses built-in names only.
     *
     * @param plan the plan
     * @param ledger who has which lead
     * @param seed what draws between equals depend on; any number
     * @return the router
     * @throws dev.leadkit.fault.RefusedException if the plan names anything that is not built in
     */
    public static Router of(RoutingPlan plan, AssignmentLedger ledger, long seed) {
        return of(plan, RoutingRegistry.EMPTY, ledger, seed);
    }

    /**
     * A router for a plan.
     *
     * @param plan the plan
     * @param registry the host's own stages, rankings and strategies
     * @param ledger who has which lead
     * @param seed what draws between equals depend on; any number
     * @return the router
     * @throws dev.leadkit.fault.RefusedException if the plan names anything that neither the library nor the registry knows
     */
    public static Router of(RoutingPlan plan, RoutingRegistry registry, AssignmentLedger ledger, long seed) {
        Faults unknown = new Faults();
        registry.unknownIn(plan).forEach(unknown);
        unknown.refuseIfAny("routing plan");
        Proposer proposer =
                plan.strategy().isPresent() ? new StrategyProposer(plan, registry) : new StagedProposer(plan, registry);
        return new Router(plan, proposer, ledger, seed);
    }

    /**
     * Decides who takes a lead, and keeps the place. A lead that has a place keeps it, with the same rep and token; its decision
     * then has no stages.
     *
     * @param history the lead's events
     * @param at the moment of the decision; what occurred after it makes no difference
     * @return assigned or queued; queued also if 16 times in a row others took the places that this decision was about
     */
    public Decision route(LeadHistory history, Instant at) {
        Optional<Place> held = ledger.find(history.id());
        if (held.isPresent()) {
            return kept(held.get(), at);
        }
        Facts facts = Facts.of(history, at);
        long after = newestToken(history);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Deliberation deliberation = deliberation(facts, Optional.empty(), false);
            Proposal proposal = propose(deliberation, attempt == 0 ? FIRST_BIDS : RoutingPlan.MOST_REPS);
            Trail trail = deliberation.trail(plan.ref());
            if (proposal.order().isEmpty()) {
                return new Decision.Queued(history.id(), plan.queue(), proposal.obstacle(), trail);
            }
            ReserveResult result = ledger.reserve(
                    new Reservation(history.id(), plan.ref().name(), after, proposal.bids(), proposal.shares()));
            if (result instanceof ReserveResult.Granted granted) {
                return assigned(granted.place(), proposal, trail);
            }
            if (result instanceof ReserveResult.Held other) {
                return kept(other.place(), at);
            }
        }
        String obstacle = "others took every place " + MOST_ATTEMPTS + " times while this was decided";
        return new Decision.Queued(history.id(), plan.queue(), obstacle, trail(at));
    }

    /**
     * Says what {@link #route} would decide now, with the first stage that each rep fails. Writes nothing. Of a lead that has a
     * place it says how it stands with every rep if it were given back.
     *
     * @param history the lead's events
     * @param at the moment
     * @return the explanation
     */
    public Explanation explain(LeadHistory history, Instant at) {
        Optional<Place> held = ledger.find(history.id());
        Deliberation deliberation = deliberation(Facts.of(history, at), held, true);
        Proposal proposal = propose(deliberation, FIRST_BIDS);
        return new Explaining(plan, deliberation, proposal).explanation(history.id(), held);
    }

    @Override
    public Placement reserve(LeadHistory history, Instant at) {
        return route(history, at).placement();
    }

    @Override
    public boolean confirm(LeadId lead, long token) {
        return ledger.commit(lead, token).isDone();
    }

    @Override
    public boolean release(LeadId lead, long token) {
        return ledger.release(lead, token, "").isDone();
    }

    @Override
    public List<HeldPlace> held(Optional<LeadId> after, int most) {
        return ledger.places(after, most).stream()
                .map(place -> new HeldPlace(
                        place.lead(),
                        place.rep(),
                        place.token(),
                        place.committed(),
                        place.until().isPresent()))
                .toList();
    }

    @Override
    public boolean retake(LeadHistory history, Placement.WithRep place) {
        return ledger.restore(new Place(history.id(), place.rep(), place.token(), true))
                .isDone();
    }

    private Deliberation deliberation(Facts facts, Optional<Place> own, boolean keepsReasons) {
        return new Deliberation(facts, seed, new Loads(ledger, plan.ref().name(), own), keepsReasons);
    }

    private Proposal propose(Deliberation deliberation, int most) {
        Proposal proposal = proposer.propose(deliberation, most);
        deliberation.rethrowFailureOfLedger();
        return proposal;
    }

    private Decision assigned(Place place, Proposal proposal, Trail trail) {
        return new Decision.Assigned(place.lead(), place.rep(), place.token(), proposal.words(place.rep()), trail);
    }

    private Decision kept(Place place, Instant at) {
        return new Decision.Assigned(place.lead(), place.rep(), place.token(), Explaining.keeps(place), trail(at));
    }

    private Trail trail(Instant at) {
        return new Trail(plan.ref(), seed, at, List.of(), List.of());
    }

    /** A ledger that lost its memory must not give a token that the lead's history would take for an old one. */
    private static long newestToken(LeadHistory history) {
        return history.events().stream()
                .filter(Assigned.class::isInstance)
                .mapToLong(event -> ((Assigned) event).token())
                .reduce(0, Math::max);
    }
}
