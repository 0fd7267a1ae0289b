package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.routing.model.Candidate;
import dev.leadkit.routing.model.Eligibility;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Situation;
import dev.leadkit.routing.model.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What every {@link Eligibility} must keep; a test class implements this and says which, and about which leads. */
public interface EligibilityContract {

    /** The stage under test; the same one each time. */
    Eligibility stage();

    /** A lead, drawn from a number. */
    Facts lead(long seed);

    /** Reps of all sorts; override if the stage looks at more. */
    default List<Rep> reps(long seed) {
        return RankingContract.candidates(seed).stream().map(Candidate::rep).toList();
    }

    private Situation situation(long seed) {
        return new Situation(lead(seed), seed, rep -> 0, problem -> {});
    }

    private List<Boolean> passing(List<Rep> reps, long seed) {
        Eligibility.Check check = stage().about(situation(seed));
        return reps.stream().map(rep -> check.test(rep).passes()).toList();
    }

    @Property(tries = 200)
    default void theSameLeadAndRepAlwaysGiveTheSameVerdict(@ForAll long seed) {
        List<Rep> reps = reps(seed);
        assertThat(passing(reps, seed)).isEqualTo(passing(reps, seed));
    }

    @Property(tries = 200)
    default void whoElseIsTestedMakesNoDifference(@ForAll long seed) {
        List<Rep> shuffled = new ArrayList<>(reps(seed));
        Collections.shuffle(shuffled, new Random(seed));
        List<Boolean> together = passing(shuffled, seed);
        for (int i = 0; i < shuffled.size(); i++) {
            assertThat(passing(List.of(shuffled.get(i)), seed)).containsExactly(together.get(i));
        }
    }

    @Property(tries = 200)
    default void whoDoesNotPassIsToldWhy(@ForAll long seed) {
        Eligibility.Check check = stage().about(situation(seed));
        for (Rep rep : reps(seed)) {
            Verdict verdict = check.test(rep);
            assertThat(verdict.passes() || !verdict.reason().orElse("").isBlank())
                    .isTrue();
        }
    }
}
