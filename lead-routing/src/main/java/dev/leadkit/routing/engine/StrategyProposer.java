package dev.leadkit.routing.engine;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.BuiltIn;
import dev.leadkit.routing.model.Candidate;
import dev.leadkit.routing.model.Eligibility;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.model.RoutingStrategy;
import dev.leadkit.routing.model.Verdict;
import dev.leadkit.routing.workload.Capacity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lets a host's strategy choose among the active reps; who is full stays out, whatever it says. */
final class StrategyProposer implements Proposer {

    private final List<Rep> reps;
    private final String name;
    private final RoutingStrategy strategy;

    StrategyProposer(RoutingPlan plan, RoutingRegistry registry) {
        this.reps = plan.reps();
        this.name = plan.strategy().orElseThrow();
        this.strategy = registry.strategy(name).orElseThrow();
    }

    @Override
    public Proposal propose(Deliberation deliberation, int most) {
        List<Rep> active = Stages.active(reps, deliberation);
        List<Candidate> candidates = deliberation.candidates(active);
        RoutingStrategy.Choice choice;
        try {
            choice = Guard.call("strategy " + name, () -> strategy.choose(deliberation.situation(), candidates));
            known(choice, candidates);
        } catch (Guard.Failure failure) {
            deliberation.narrow(name, active, rep -> Verdict.refuse(failure.words()));
            return Proposal.nobody(failure.words());
        }
        List<Rep> free = free(active, choice, deliberation);
        return free.isEmpty()
                ? Proposal.nobody(choice.reason())
                : new Proposal(ordered(choice, free, candidates, most), List.of(), (one, other) -> choice.reason(), "");
    }

    private void known(RoutingStrategy.Choice choice, List<Candidate> candidates) {
        Set<RepId> known = candidates.stream().map(each -> each.rep().id()).collect(Collectors.toSet());
        if (!known.containsAll(choice.order())
                || new HashSet<>(choice.order()).size() < choice.order().size()) {
            throw new Guard.Failure("strategy " + name + " must name active reps, each once, named others", null);
        }
    }

    private List<Rep> free(List<Rep> active, RoutingStrategy.Choice choice, Deliberation deliberation) {
        Set<RepId> named = Set.copyOf(choice.order());
        List<Rep> chosen = deliberation.narrow(
                name,
                active,
                rep -> named.contains(rep.id())
                        ? Verdict.pass()
                        : Verdict.refuse(() -> "not chosen: " + choice.reason()));
        Eligibility.Check capacity = Capacity.free().about(deliberation.situation());
        return deliberation.narrow(BuiltIn.CAPACITY, chosen, capacity);
    }

    private static List<Candidate> ordered(
            RoutingStrategy.Choice choice, List<Rep> free, List<Candidate> candidates, int most) {
        Map<RepId, Candidate> byId =
                candidates.stream().collect(Collectors.toMap(each -> each.rep().id(), Function.identity()));
        Set<RepId> withRoom = free.stream().map(Rep::id).collect(Collectors.toSet());
        return choice.order().stream()
                .filter(withRoom::contains)
                .limit(most)
                .map(byId::get)
                .toList();
    }
}
