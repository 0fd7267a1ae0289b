package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.routing.model.Candidate;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.routing.model.Ranking;
import dev.leadkit.routing.model.Rep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What every {@link Ranking} must keep; a test class implements this and says which. */
public interface RankingContract {

    /** The ranking under test; the same one each time. */
    Ranking ranking();

    /** Candidates in the order of their identifiers, drawn from a number. */
    static List<Candidate> candidates(long seed) {
        Random random = new Random(seed);
        List<Candidate> all = new ArrayList<>();
        int size = 1 + random.nextInt(9);
        for (int i = 0; i < size; i++) {
            Rep rep = Rep.of("rep-" + i, 1 + random.nextInt(20)).weighing(1 + random.nextInt(9));
            all.add(new Candidate(rep, random.nextInt(rep.capacity()), random.nextLong() % Lag.ONE_LEAD));
        }
        return all;
    }

    @Property(tries = 200)
    default void theOrderIsAnOrder(@ForAll long seed) {
        List<Candidate> all = candidates(seed);
        Comparator<Candidate> order = ranking().among(all).order();
        for (Candidate a : all) {
            assertThat(order.compare(a, a)).isZero();
            for (Candidate b : all) {
                assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
                for (Candidate c : all) {
                    if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
                        assertThat(order.compare(a, c)).isLessThanOrEqualTo(0);
                    }
                }
            }
        }
    }

    @Property(tries = 200)
    default void theSameCandidatesAreAlwaysOrderedTheSame(@ForAll long seed) {
        List<Candidate> all = candidates(seed);
        Comparator<Candidate> one = ranking().among(all).order();
        Comparator<Candidate> other = ranking().among(candidates(seed)).order();
        for (Candidate a : all) {
            for (Candidate b : all) {
                assertThat(Integer.signum(other.compare(a, b))).isEqualTo(Integer.signum(one.compare(a, b)));
            }
        }
    }

    @Property(tries = 200)
    default void sharesAddUpToOneLeadOrToNothing(@ForAll long seed) {
        List<Candidate> all = candidates(seed);
        Ranking.Contest contest = ranking().among(all);
        assertThat(all).allMatch(each -> contest.share(each) >= 0);
        assertThat(all.stream().mapToLong(contest::share).sum()).isIn(0L, Lag.ONE_LEAD);
    }

    @Property(tries = 100)
    default void everyComparisonHasWords(@ForAll long seed) {
        List<Candidate> all = candidates(seed);
        Ranking.Contest contest = ranking().among(all);
        for (Candidate a : all) {
            for (Candidate b : all) {
                assertThat(contest.words(a, b)).isNotBlank();
            }
        }
    }
}
