package dev.leadkit.routing.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.port.HeldPlace;
import dev.leadkit.port.LeadRouter;
import dev.leadkit.port.Placement;
import dev.leadkit.routing.decision.Comparison;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.decision.Explanation;
import dev.leadkit.routing.decision.RepVerdict;
import dev.leadkit.routing.decision.Trail;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Work;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;

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

    /** How often one decides anew because everybody proposed had filled up meanwhile. */
    private static final int MOST_ATTEMPTS = 16;

    /** So many leads are asked for together: with more nothing was gained. */
    private static final int TOGETHER = 8;

    private final AssignmentLedger ledger;
    private final long seed;
    private final boolean counting;

    /** Every decision reads it once, so that it is made by one plan from beginning to end. */
    private volatile Snapshot snapshot;

    private Router(Snapshot snapshot, long seed, boolean counting) {
        this.ledger = snapshot.ledger;
        this.seed = seed;
        this.counting = counting;
        this.snapshot = snapshot;
    }

    private static Snapshot compiled(RoutingPlan plan, RoutingRegistry registry, AssignmentLedger ledger) {
        Faults unknown = new Faults();
        registry.unknownIn(plan).forEach(unknown);
        unknown.refuseIfAny("routing plan");
        return new Snapshot(new CompiledPlan(plan, registry), registry, ledger);
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
        return new Router(compiled(plan, registry, requireNonNull(ledger, "ledger")), seed, true);
    }

    /**
     * A router that decides the same and leaves the counts of the stages out of its answers, which take less memory then.
     *
     * @return a new router with this one's plan, on the same ledger
     */
    public Router withoutCounts() {
        return new Router(snapshot, seed, false);
    }

    /**
     * Goes over to another plan, without a pause: decisions that are being made end by the plan that they began with. Lags are
     * kept by the plan's name; under the same name a newcomer starts level, and whoever is not in the plan any more leaves the lag
     * to the active ones in proportion to their weights, so that the lags of those in the plan add up to 0. Who is only inactive keeps it.
     *
     * <p>A decision that ends by the plan before may still be due to somebody who left, and so may those of other processes that have
     * not gone over yet; the next time that a plan of this name is activated, or a leaver's leads are handed over, that passes on too.
     *
     * <p>That is a step of the ledger: one that takes part in the host's transaction needs one here too.
     *
     * @param plan the plan from now on
     * @throws dev.leadkit.fault.RefusedException if the plan names anything that neither the library nor the registry knows;
     *     then the present plan stays. What the ledger throws is thrown on; then the plan is in force, and to activate it again
     *     settles the lags
     */
    public void activate(RoutingPlan plan) {
        snapshot = compiled(plan, snapshot.registry, ledger);
        settleLags();
    }

    /**
     * Passes on the lags of everybody who is not in the plan in force, as {@link #activate} does. Twice does no harm. A host
     * that starts with another plan than it stopped with calls this once.
     */
    public void settleLags() {
        RoutingPlan current = plan();
        Map<RepId, Integer> weights = new TreeMap<>();
        current.reps().forEach(rep -> weights.put(rep.id(), rep.active() ? rep.weight() : 0));
        ledger.regroup(current.ref().name(), weights);
    }

    /**
     * The plan in force.
     *
     * @return the plan that the next decision is made by
     */
    public RoutingPlan plan() {
        return snapshot.plan.plan();
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
        return route(RoutingRequest.of(history, at));
    }

    /**
     * Decides who takes a lead, and keeps the place on the request's terms.
     *
     * @param request the lead, and what is special about this time
     * @return assigned or queued
     */
    public Decision route(RoutingRequest request) {
        Snapshot now = snapshot;
        Clerk clerk = now.take();
        try {
            clerk.deliberation.expect(request);
            return decide(clerk, request);
        } finally {
            now.give(clerk);
        }
    }

    /**
     * Decides about one lead after the other, as {@link #route(RoutingRequest)} does: the fastest way for many. Each decision sees those before it; only
     * what leads consist of is fetched from memory for some of them together.
     *
     * <p>Requests are read eight at a time: those of leads that come one by one are for {@link #route(RoutingRequest)}. What the ledger, the list or the consumer throws is thrown on;
     * everything decided until then was told, but for the decision that was thrown in.
     *
     * @param requests the leads, in the order in which they are decided about
     * @param decided is told of each decision when it is made, before the next one
     */
    public void routeAll(List<RoutingRequest> requests, Consumer<? super Decision> decided) {
        Iterator<RoutingRequest> left = requests.iterator();
        List<RoutingRequest> some = new ArrayList<>(TOGETHER);
        Snapshot now = snapshot;
        Clerk clerk = now.take();
        try {
            while (left.hasNext()) {
                some.clear();
                while (some.size() < TOGETHER && left.hasNext()) {
                    some.add(left.next());
                }
                clerk.deliberation.expect(some);
                for (RoutingRequest each : some) {
                    decided.accept(now == snapshot ? decide(clerk, each) : route(each));
                }
            }
        } finally {
            now.give(clerk);
        }
    }

    private Decision decide(Clerk clerk, RoutingRequest request) {
        LeadId lead = request.facts().lead().id();
        String obstacle = "others took every place " + MOST_ATTEMPTS + " times while this was decided";
        int most = request.terms().key().isPresent() ? Proposal.MOST_BIDS : Proposal.FIRST_BIDS;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            clerk.propose(request, seed, Optional.empty(), attempt == 0 ? most : Proposal.MOST_BIDS);
            if (clerk.proposal.isEmpty()) {
                return ledger.find(lead)
                        .map(place -> kept(clerk, place, request.at()))
                        .orElseGet(() -> queued(clerk, lead));
            }
            ReserveResult result = clerk.reserve(lead, request);
            if (result instanceof ReserveResult.Granted granted) {
                return assigned(clerk, granted.place(), request.at());
            }
            if (result instanceof ReserveResult.Held other) {
                return kept(clerk, other.place(), request.at());
            }
            if (!(result instanceof ReserveResult.Full)) {
                obstacle = result instanceof ReserveResult.Free
                        ? "the lead has no place any more from which it could be moved"
                        : "the idempotency key was used for something else";
                break;
            }
            if (request.terms().key().isPresent()) {
                obstacle = "others took every place while this was decided; another attempt needs another key";
                break;
            }
        }
        Trail trail = Trail.of(clerk.plan.plan().ref(), seed, request.at(), List.of());
        return new Decision.Queued(lead, clerk.deliberation.waiting().queue(), obstacle, Optional.empty(), "", trail);
    }

    /** A key that was used before gives the place of then, perhaps with somebody who is not proposed any more. */
    private Decision assigned(Clerk clerk, Place place, Instant at) {
        int rank = clerk.proposal.rank(place.rep());
        if (rank < 0) {
            return kept(clerk, place, at);
        }
        Comparison why = clerk.proposal.why(rank);
        return new Decision.Assigned(place.lead(), place.rep(), place.token(), why, clerk.deliberation.trail(counting));
    }

    private Decision kept(Clerk clerk, Place place, Instant at) {
        Comparison why = Comparison.kept(place.rep(), place.token());
        Trail trail = Trail.of(clerk.plan.plan().ref(), seed, at, List.of());
        return new Decision.Assigned(place.lead(), place.rep(), place.token(), why, trail);
    }

    private Decision queued(Clerk clerk, LeadId lead) {
        return new Decision.Queued(
                lead,
                clerk.deliberation.waiting().queue(),
                clerk.proposal.obstacle(),
                clerk.deliberation.waiting().again(),
                clerk.deliberation.alike(),
                clerk.deliberation.trail(counting));
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
        return explain(RoutingRequest.of(history, at));
    }

    /**
     * Says what {@link #route} would decide about a request now.
     *
     * @param request the lead, and what is special about this time
     * @return the explanation
     */
    public Explanation explain(RoutingRequest request) {
        return looked(request, (clerk, held) -> {
            clerk.propose(request, seed, held, Proposal.FIRST_BIDS);
            return new Explaining(clerk.deliberation, clerk.proposal).explanation(held);
        });
    }

    /**
     * Says how one rep stands with a lead now, as {@link #explain} does of each. Writes nothing, and costs no look at every rep.
     *
     * @param request the lead, and what is special about this time
     * @param rep who
     * @return the verdict; empty if the plan has no such rep
     */
    public Optional<RepVerdict> verdict(RoutingRequest request, RepId rep) {
        return looked(request, (clerk, held) -> {
            int number = clerk.plan.number(rep);
            if (number < 0) {
                return Optional.empty();
            }
            clerk.propose(request, seed, held, Proposal.FIRST_BIDS);
            return Optional.of(new Explaining(clerk.deliberation, clerk.proposal).verdict(number));
        });
    }

    /** What is told of a lead as it would be decided about now, its own place aside. */
    private <T> T looked(RoutingRequest request, BiFunction<Clerk, Optional<Place>, T> told) {
        Optional<Place> held = ledger.find(request.facts().lead().id());
        Snapshot now = snapshot;
        Clerk clerk = now.take();
        try {
            return told.apply(clerk, held);
        } catch (LedgerFailure failure) {
            throw failure.unwrapped();
        } finally {
            now.give(clerk);
        }
    }

    /**
     * Says who could take a lead now, room or not: whoever passes all stages but {@code capacity}. Who keeps the lead, and what the plan says to everybody being away,
     * is as it would be decided now: so an owner who is full does not keep the lead from others, and is one of them if the other stages let them pass. Where a
     * strategy routes these are those whom it names. Writes nothing.
     *
     * @param request the lead, and what is special about this time
     * @return the reps in the order of the plan, perhaps none
     */
    public List<RepId> eligible(RoutingRequest request) {
        return looked(request, (clerk, held) -> {
            clerk.narrow(request, seed, held);
            return Eligible.of(clerk.deliberation);
        });
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

    /** The place takes up as much of the kind of work as the plan in force says of the lead. */
    @Override
    public boolean retake(LeadHistory history, Placement.WithRep place) {
        Instant latest = history.events().isEmpty()
                ? Instant.EPOCH
                : history.events().get(history.events().size() - 1).occurredAt();
        Snapshot now = snapshot;
        Clerk clerk = now.take();
        try {
            Work work = clerk.work(RoutingRequest.of(history, latest));
            return ledger.restore(new Place(history.id(), place.rep(), place.token(), work, true, Optional.empty()))
                    .isDone();
        } finally {
            now.give(clerk);
        }
    }
}
