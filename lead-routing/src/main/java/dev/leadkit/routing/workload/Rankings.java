package dev.leadkit.routing.workload;

import dev.leadkit.routing.model.Candidate;
import dev.leadkit.routing.model.Ranking;
import java.util.Comparator;

/** The rankings of the library. */
public final class Rankings {

    private Rankings() {}

    /**
     * Takes who has the fewest open leads, whatever the capacity or the weight. The number counts, not its ratio to the capacity:
     * by the ratio, a rep with more capacity can leave fewer leads placed over a sequence.
     *
     * @return the ranking, thread-safe
     */
    public static Ranking leastLoaded() {
        return Ranking.by(
                Comparator.comparingInt(Candidate::open),
                (winner, next) -> "least loaded: " + open(winner) + ", " + open(next));
    }

    /**
     * Takes who is furthest behind the share that the weights promise. Of every lead, each rep who is eligible for it is due
     * weight / total weight of the eligible; whoever takes it owes one. So nobody gains or loses by being away.
     *
     * <p>If anybody eligible is more than 1 - 1/(2k-2) leads behind (k the number of eligible), the largest lag wins. Otherwise
     * Tijdeman's rule for the chairman assignment problem (1980) decides: of those who are behind by 1/(2k-2) or more, this
     * lead's share included, the one who would be first to fall more than 1 - 1/(2k-2) behind. In a pool where always the same
     * k of at least 2 are eligible nobody is ever further than 1 - 1/(2k-2) from the exact share, and no rule can promise
     * less. That holds for the first {@link dev.leadkit.routing.model.Lag#ONE_LEAD} / (total weight * (2k-2)) leads, some
     * 10<sup>10</sup> for 20 reps of weight 10, and for one decision at a time: threads that decide at the same time from the
     * same lags may exceed it by their number.
     *
     * @return the ranking, thread-safe
     */
    public static Ranking fairShare() {
        return FairShare::new;
    }

    private static String open(Candidate candidate) {
        return candidate.rep().id() + " has " + candidate.open()
                + (candidate.open() == 1 ? " open lead" : " open leads");
    }
}
