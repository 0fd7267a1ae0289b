package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Continuity;
import dev.leadkit.routing.model.Situation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What every {@link Continuity} must keep; a test class implements this and says which, and about which leads. */
public interface ContinuityContract {

    /** The continuity under test; the same one each time. */
    Continuity continuity();

    /** A lead, drawn from a number; some of them must have a keeper, some none. */
    Facts lead(long seed);

    private Optional<RepId> keeper(Facts lead, int open) {
        return continuity().keeper(new Situation(lead, 7, rep -> open, problem -> {}));
    }

    @Property(tries = 200)
    default void theSameLeadAlwaysHasTheSameKeeperHoweverBusy(@ForAll long seed, @ForAll long other) {
        Optional<RepId> keeper = keeper(lead(seed), 0);
        keeper(lead(other), 0);
        assertThat(keeper(lead(seed), 0)).isEqualTo(keeper);
        assertThat(keeper(lead(seed), 1_000))
                .as("who is full is for the stages to say")
                .isEqualTo(keeper);
    }

    @Example
    default void manyThreadsHearTheSame() {
        List<Facts> leads = LongStream.range(0, 200).mapToObj(this::lead).toList();
        List<Optional<RepId>> alone =
                leads.stream().map(lead -> keeper(lead, 0)).toList();
        assertThat(IntStream.range(0, 20)
                        .parallel()
                        .mapToObj(round -> leads.parallelStream()
                                .map(lead -> keeper(lead, 0))
                                .toList())
                        .collect(Collectors.toSet()))
                .containsExactly(alone);
        assertThat(alone).as("some have a keeper").anyMatch(Optional::isPresent);
        assertThat(alone).as("some have none").anyMatch(Optional::isEmpty);
    }

    @Example
    default void aLeadOfWhichNothingIsKnownIsNoTrouble() {
        LeadHistory nothing = LeadHistory.of(new LeadId("nothing-known"), List.of());
        Facts blank = Facts.of(nothing, Instant.parse("2026-03-01T09:00:00Z"));
        assertThat(keeper(blank, 0)).isEqualTo(keeper(blank, 0));
    }
}
