package dev.leadkit.routing.engine;

import dev.leadkit.routing.ledger.Share;
import dev.leadkit.routing.model.BuiltIn;
import dev.leadkit.routing.model.Candidate;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.routing.model.Ranking;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.model.Situation;
import dev.leadkit.routing.workload.Rankings;
import java.util.Comparator;
import java.util.List;

/** Narrows by the plan's stages, then orders who is left by its ranking. */
final class StagedProposer implements Proposer {

    private final Stages stages;
    private final String name;
    private final Ranking ranking;

    StagedProposer(RoutingPlan plan, RoutingRegistry registry) {
        this.stages = new Stages(plan, registry);
        this.name = plan.ranking().orElseThrow();
        this.ranking = switch (name) {
            case BuiltIn.FAIR_SHARE -> Rankings.fairShare();
            case BuiltIn.LEAST_LOADED -> Rankings.leastLoaded();
            default -> registry.ranking(name).orElseThrow();
        };
    }

    @Override
    public Proposal propose(Deliberation deliberation, int most) {
        List<Rep> left = stages.run(deliberation);
        if (left.isEmpty()) {
            return Proposal.nobody("nobody can take the lead");
        }
        List<Candidate> eligible = deliberation.candidates(left);
        try {
            return Guard.call("ranking " + name, () -> ranked(eligible, deliberation.situation(), most));
        } catch (Guard.Failure failure) {
            return Proposal.nobody(failure.words());
        }
    }

    private Proposal ranked(List<Candidate> eligible, Situation situation, int most) {
        Ranking.Contest contest = ranking.among(eligible);
        Comparator<Candidate> order = contest.order();
        Comparator<Candidate> strict = order.thenComparingLong(
                        each -> situation.draw(each.rep().id()))
                .thenComparing(each -> each.rep().id());
        return new Proposal(
                Best.of(eligible, strict, most),
                shares(eligible, contest),
                (winner, next) -> contest.words(winner, next)
                        + (order.compare(winner, next) == 0 ? "; level, the draw decides" : ""),
                "");
    }

    private static List<Share> shares(List<Candidate> eligible, Ranking.Contest contest) {
        List<Share> shares = eligible.stream()
                .map(each -> new Share(each.rep().id(), contest.share(each)))
                .toList();
        long sum = shares.stream().mapToLong(Share::units).reduce(0, Math::addExact);
        if (sum != 0 && sum != Lag.ONE_LEAD) {
            throw new IllegalArgumentException("shares must add up to " + Lag.ONE_LEAD + " or 0, were " + sum);
        }
        return sum == 0 ? List.of() : shares;
    }
}
