package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Candidate;
import dev.leadkit.routing.model.RoutingStrategy;
import dev.leadkit.routing.model.RoutingStrategy.Choice;
import dev.leadkit.routing.model.Situation;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What every {@link RoutingStrategy} must keep; a test class implements this and says which, and about which leads. */
public interface RoutingStrategyContract {

    /** The strategy under test; the same one each time. */
    RoutingStrategy strategy();

    /** A lead, drawn from a number. */
    Facts lead(long seed);

    /** Reps of all sorts; override if the strategy looks at more. */
    default List<Candidate> reps(long seed) {
        return RankingContract.candidates(seed);
    }

    private Choice choice(long seed) {
        return strategy().choose(new Situation(lead(seed), seed, rep -> 0, problem -> {}), reps(seed));
    }

    @Property(tries = 200)
    default void onlyThoseWhoWereHandedInAreNamedEachOnce(@ForAll long seed) {
        List<RepId> known = reps(seed).stream().map(each -> each.rep().id()).toList();
        assertThat(known).containsAll(choice(seed).order());
        assertThat(choice(seed).order()).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    default void theSameLeadAndRepsGiveTheSameChoice(@ForAll long seed) {
        assertThat(choice(seed)).isEqualTo(choice(seed));
    }

    @Property(tries = 200)
    default void thereIsAlwaysAReason(@ForAll long seed) {
        assertThat(choice(seed).reason()).isNotBlank();
    }
}
