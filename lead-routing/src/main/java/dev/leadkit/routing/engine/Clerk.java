package dev.leadkit.routing.engine;

import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bidding;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Work;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.workload.Rankings;
import java.util.Optional;

/** Everything that one thread needs to decide about one lead after the other by one plan. */
final class Clerk {

    final CompiledPlan plan;
    final Deliberation deliberation;
    final Proposal proposal;
    final Bidding bidding = new Bidding();
    private final Proposer proposer;

    Clerk(CompiledPlan plan, RoutingRegistry registry, AssignmentLedger ledger) {
        this.plan = plan;
        Loads loads = new Loads(ledger, plan.plan().ref().name(), plan.ids(), plan.kinds());
        this.deliberation = new Deliberation(plan, loads);
        this.proposal = new Proposal(plan);
        this.proposer = proposer(plan.plan(), registry, new Turns(ledger, plan));
    }

    private Proposer proposer(RoutingPlan from, RoutingRegistry registry, Turns turns) {
        if (from.strategy().isPresent()) {
            String name = from.strategy().get();
            return new StrategyProposer(name, registry.strategy(name).orElseThrow());
        }
        String name = from.ranking().orElseThrow();
        return Rankings.named(name)
                .<Proposer>map(ranking -> new FieldProposer(plan, ranking, deliberation, turns))
                .orElseGet(
                        () -> new RankingProposer(name, registry.ranking(name).orElseThrow()));
    }

    void propose(RoutingRequest request, long seed, Optional<Place> own, int most) {
        deliberation.begin(request, seed, own);
        try {
            proposer.propose(deliberation, proposal, most);
        } catch (LedgerFailure failure) {
            throw failure.unwrapped();
        }
    }

    /** Looks who passes; only a strategy has to be asked for a proposal. */
    void narrow(RoutingRequest request, long seed, Optional<Place> own) {
        if (plan.plan().strategy().isPresent()) {
            propose(request, seed, own, Proposal.FIRST_BIDS);
        } else {
            deliberation.begin(request, seed, own);
            deliberation.narrow();
        }
    }

    /** How much of which kind of work a lead is. */
    Work work(RoutingRequest request) {
        deliberation.look(request);
        return new Work(deliberation.kind(), deliberation.units());
    }

    /** Asks the ledger for the best place of the proposal. */
    ReserveResult reserve(LeadId lead, RoutingRequest request) {
        bidding.clear().after(request.after()).on(request.terms());
        proposal.bids(bidding, deliberation);
        return deliberation.loads().reserve(lead, bidding);
    }
}
