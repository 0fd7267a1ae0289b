package dev.leadkit.routing.engine;

import dev.leadkit.routing.kit.RankingContract;
import dev.leadkit.routing.model.Candidate;
import dev.leadkit.routing.model.Ranking;
import java.util.Comparator;

/** A ranking as a host would write it: who has the most free places. */
final class HostRankingTest implements RankingContract {

    @Override
    public Ranking ranking() {
        return Ranking.by(
                Comparator.comparingInt(
                        (Candidate each) -> each.open() - each.rep().capacity()),
                (winner, next) ->
                        winner.rep().id() + " has more room than " + next.rep().id());
    }
}
