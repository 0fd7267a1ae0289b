package dev.leadkit.routing.engine;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Comparison;
import dev.leadkit.routing.decision.Comparison.How;
import dev.leadkit.routing.ledger.Bidding;
import dev.leadkit.routing.model.Candidate;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.routing.model.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Narrows by the plan's stages, then orders who is left by a ranking of the host. */
final class RankingProposer implements Proposer {

    private final String name;
    private final Ranking ranking;

    RankingProposer(String name, Ranking ranking) {
        this.name = name;
        this.ranking = ranking;
    }

    @Override
    public void propose(Deliberation deliberation, Proposal proposal, int most) {
        deliberation.narrow();
        if (deliberation.left().size() == 0) {
            proposal.nobody("nobody can take the lead");
            return;
        }
        List<Candidate> eligible = candidates(deliberation);
        try {
            Guard.call("ranking " + name, () -> ranked(eligible, deliberation, proposal));
        } catch (Guard.Failure failure) {
            proposal.nobody(failure.words());
        }
    }

    /** Everybody who is left, in order, with what the ledger says. */
    static List<Candidate> candidates(Deliberation deliberation) {
        Survivors left = deliberation.left();
        Loads loads = deliberation.loads();
        int[] list = left.list();
        int[] opens = loads.open(list, left.size());
        long[] lags = loads.lags(list, left.size());
        List<Candidate> candidates = new ArrayList<>(left.size());
        for (int i = 0; i < left.size(); i++) {
            candidates.add(new Candidate(deliberation.plan().rep(list[i]), opens[i], lags[i]));
        }
        return candidates;
    }

    private Ranking.Contest ranked(List<Candidate> eligible, Deliberation deliberation, Proposal proposal) {
        Ranking.Contest contest = ranking.among(eligible);
        CompiledPlan plan = deliberation.plan();
        Comparator<Candidate> order = contest.order();
        List<Candidate> best = eligible.stream()
                .sorted(order.thenComparingLong(
                                each -> deliberation.draw(plan.number(each.rep().id())))
                        .thenComparing(each -> each.rep().id()))
                .limit(Proposal.MOST_BIDS)
                .toList();
        long[] shares = shares(eligible, contest);
        for (int i = 0; i < best.size(); i++) {
            proposal.order[i] = plan.number(best.get(i).rep().id());
        }
        Proposal.Sharer sharer = bidding -> into(bidding, eligible, shares, plan);
        proposal.of(
                best.size(),
                (winner, other) -> compared(contest, find(eligible, plan.id(winner)), find(eligible, plan.id(other))),
                shares.length == 0 ? null : sharer);
        return contest;
    }

    private static void into(Bidding bidding, List<Candidate> eligible, long[] shares, CompiledPlan plan) {
        for (int i = 0; i < shares.length; i++) {
            bidding.share(plan.number(eligible.get(i).rep().id()), shares[i]);
        }
    }

    private static long[] shares(List<Candidate> eligible, Ranking.Contest contest) {
        long[] shares = eligible.stream().mapToLong(contest::share).toArray();
        long sum = 0;
        for (long share : shares) {
            if (share < 0) {
                throw new IllegalArgumentException("share must be 0 or more units, was " + share);
            }
            sum = Math.addExact(sum, share);
        }
        if (sum != 0 && sum != Lag.ONE_LEAD) {
            throw new IllegalArgumentException("shares must add up to " + Lag.ONE_LEAD + " or 0, were " + sum);
        }
        return sum == 0 ? new long[0] : shares;
    }

    private static Candidate find(List<Candidate> eligible, RepId id) {
        return eligible.stream()
                .filter(each -> each.rep().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Comparison compared(Ranking.Contest contest, Candidate winner, Candidate other) {
        String words;
        try {
            words = Guard.call(
                    "comparison",
                    () -> contest.words(winner, other)
                            + (contest.order().compare(winner, other) == 0 ? "; level, the draw decides" : ""));
        } catch (Guard.Failure failure) {
            words = failure.words();
        }
        RepId next = other.rep().id();
        return new Comparison(How.TOLD, winner.rep().id(), Optional.of(next), Optional.empty(), words);
    }
}
