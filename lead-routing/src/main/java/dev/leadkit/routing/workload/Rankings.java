package dev.leadkit.routing.workload;

import dev.leadkit.routing.model.BuiltIn;
import java.util.Optional;

/** The rankings of the library. */
public final class Rankings {

    private Rankings() {}

    /**
     * The ranking of a built-in name.
     *
     * @param name one of {@link BuiltIn#rankings()}
     * @return the ranking, thread-safe; empty for any other name
     */
    public static Optional<FieldRanking> named(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case BuiltIn.FAIR_SHARE -> fairShare();
                    case BuiltIn.SMOOTH_WEIGHTED -> smoothWeighted();
                    case BuiltIn.LEAST_LOADED -> leastLoaded();
                    case BuiltIn.LEAST_LOADED_RELATIVE -> leastLoadedRelative();
                    case BuiltIn.LONGEST_WAITING -> longestWaiting();
                    default -> null;
                });
    }

    /**
     * Takes who has the fewest open units, whatever the capacity or the weight. The number counts, not its ratio to the capacity:
     * by the ratio, a rep with more capacity can leave fewer leads placed over a sequence.
     *
     * @return the ranking, thread-safe
     */
    public static FieldRanking leastLoaded() {
        return new LeastLoaded(false);
    }

    /**
     * Takes who has the smallest part of the capacity in use, compared exactly by cross-multiplication. For leads of one unit
     * that everybody may take, no rule that knows nothing of later leads places more of them (RelativeBalance of Albers and
     * Schubert). Yet one more unit of capacity can leave fewer leads placed over a sequence: with capacities 2, 2, 3, 3 eight
     * leads find a place that with 2, 2, 3, 4 are seven.
     *
     * @return the ranking, thread-safe
     */
    public static FieldRanking leastLoadedRelative() {
        return new LeastLoaded(true);
    }

    /**
     * Takes who got the last lead the longest ago, whoever never got one first of all. Where everybody can take every lead
     * this is plain turn by turn. It counts over all pools, and as far back as the ledger's feed of changes reaches; who got
     * nothing since counts as never having got one.
     *
     * @return the ranking, thread-safe
     */
    public static FieldRanking longestWaiting() {
        return new LongestWaiting();
    }

    /**
     * Takes who is furthest behind the share that the weights promise. Of every lead, each rep who is eligible for it is due
     * weight / total weight of the eligible; whoever takes it owes one. So nobody gains or loses by being away (Fagin and
     * Williams 1983), and a newcomer starts level.
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
    public static FieldRanking fairShare() {
        return new FairShare();
    }

    /**
     * Smooth weighted round robin as nginx does it, for those who come from there: the largest lag, this lead's share included,
     * and of those level the first in the order of identifiers. Nobody is ever a whole lead ahead, and after a whole cycle each
     * has exactly the weight; but one can fall more than a lead behind, which {@link #fairShare()} never lets happen.
     *
     * @return the ranking, thread-safe
     */
    public static FieldRanking smoothWeighted() {
        return new SmoothShare();
    }
}
