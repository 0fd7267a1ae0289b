package dev.leadkit.routing.engine;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Comparison;
import dev.leadkit.routing.decision.Comparison.How;
import dev.leadkit.routing.model.Candidate;
import dev.leadkit.routing.model.RoutingStrategy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets a host's strategy choose among the active reps; who is full stays out, whatever it says. */
final class StrategyProposer implements Proposer {

    private final String name;
    private final RoutingStrategy strategy;

    StrategyProposer(String name, RoutingStrategy strategy) {
        this.name = name;
        this.strategy = strategy;
    }

    @Override
    public void propose(Deliberation deliberation, Proposal proposal, int most) {
        deliberation.start();
        RoutingStrategy.Choice choice;
        try {
            List<Candidate> candidates = RankingProposer.candidates(deliberation);
            choice = Guard.call("strategy " + name, () -> strategy.choose(deliberation.situation(), candidates));
            known(choice, deliberation);
        } catch (Guard.Failure failure) {
            deliberation.count(0);
            deliberation.choose(new RoutingStrategy.Choice(List.of(), failure.words()));
            proposal.nobody(failure.words());
            return;
        }
        deliberation.choose(choice);
        deliberation.count(choice.order().size());
        int size = order(choice, deliberation, proposal, most);
        if (size == 0) {
            proposal.nobody(choice.reason());
        } else {
            CompiledPlan plan = deliberation.plan();
            proposal.of(size, (winner, other) -> told(plan, choice, winner, other), null);
        }
    }

    private static Comparison told(CompiledPlan plan, RoutingStrategy.Choice choice, int winner, int other) {
        return new Comparison(
                How.TOLD, plan.id(winner), Optional.of(plan.id(other)), Optional.empty(), choice.reason());
    }

    private void known(RoutingStrategy.Choice choice, Deliberation deliberation) {
        CompiledPlan plan = deliberation.plan();
        Set<RepId> named = new HashSet<>(choice.order());
        boolean strangers = named.stream().anyMatch(id -> isStranger(plan.number(id), deliberation));
        if (strangers || named.size() < choice.order().size()) {
            throw new Guard.Failure("strategy " + name + " must name active reps, each once, named others", null);
        }
    }

    private static boolean isStranger(int rep, Deliberation deliberation) {
        return rep < 0 || !deliberation.takesPart(rep) || !deliberation.isAsked(rep);
    }

    private static int order(RoutingStrategy.Choice choice, Deliberation deliberation, Proposal proposal, int most) {
        int free = 0;
        int size = 0;
        for (RepId id : choice.order()) {
            int rep = deliberation.plan().number(id);
            if (CapacityStage.hasRoom(deliberation, rep)) {
                free++;
                if (size < Math.min(most, Proposal.MOST_BIDS)) {
                    proposal.order[size++] = rep;
                }
            }
        }
        deliberation.count(free);
        return size;
    }
}
