package dev.leadkit.routing.model;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Which of the reps who passed all stages takes the lead. A host writes its own and puts it into a {@link RoutingRegistry}.
 * Must be a pure function of the candidates and thread-safe. If it throws, the lead waits in the plan's queue, and the
 * decision says so.
 */
@FunctionalInterface
public interface Ranking {

    /**
     * Looks at everybody who is eligible.
     *
     * @param eligible the candidates in the order of their identifiers; at least one
     * @return how to order them
     */
    Contest among(List<Candidate> eligible);

    /** One comparison of all candidates for one lead. */
    interface Contest {

        /**
         * The order.
         *
         * @return the best first; 0 for a tie, which a draw of the decision's seed resolves
         */
        Comparator<Candidate> order();

        /**
         * Why one is before another.
         *
         * @param winner the one who is before, or tied
         * @param next the other
         * @return the comparison in words, such as {@code ann has 3 open leads, bob 5}
         */
        String words(Candidate winner, Candidate next);

        /**
         * What part of the lead was due to a candidate. Whoever takes the lead owes the whole, so the lags add up to 0
         * for ever.
         *
         * @param candidate one of the candidates
         * @return the part, in {@link Lag} units; over all candidates either {@link Lag#ONE_LEAD} together, or 0 from each
         *     if the ranking keeps no account
         */
        long share(Candidate candidate);
    }

    /**
     * A ranking that keeps no account of shares.
     *
     * @param order the best first; ties are left to the draw
     * @param words the comparison of the first (or tied) with the second, in words
     * @return the ranking
     */
    static Ranking by(Comparator<Candidate> order, BiFunction<Candidate, Candidate, String> words) {
        Contest contest = new Contest() {
            @Override
            public Comparator<Candidate> order() {
                return order;
            }

            @Override
            public String words(Candidate winner, Candidate next) {
                return words.apply(winner, next);
            }

            @Override
            public long share(Candidate candidate) {
                return 0;
            }
        };
        return eligible -> contest;
    }
}
