package dev.leadkit.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.BuiltIn;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A run that is cut, and one that is not: the plan, the ledger and the tickets are all that a new process is given. */
final class RestartProperties {

    private static final List<RepId> REPS =
            IntStream.range(0, 7).mapToObj(i -> new RepId("rep-" + i)).toList();

    private static RoutingPlan plan(Random random) {
        return Happenings.hours(random)
                .ranking(
                        BuiltIn.rankings().get(random.nextInt(BuiltIn.rankings().size())))
                .build();
    }

    @Property(tries = 200)
    void whoeverGoesOnFromTheLedgerAndTheTicketsGoesOnAsIfNothingHadBeenCut(@ForAll long seed) {
        DispatchPolicy policy = policy(new Random(seed));
        Floor whole = new Floor(plan(new Random(seed)), policy);
        Floor cut = new Floor(plan(new Random(seed)), policy);
        Random random = new Random(seed);
        Random same = new Random(seed);
        Random cuts = new Random(~seed);
        for (int i = 0; i < 60; i++) {
            List<Step> steps = Happenings.happen(whole, random, i);
            assertThat(Happenings.happen(cut, same, i)).isEqualTo(steps);
            if (cuts.nextInt(8) == 0) {
                cut.restart();
                assertThat(cut.dispatcher.nextWakeUp().orElse(Instant.MAX))
                        .isBeforeOrEqualTo(whole.dispatcher.nextWakeUp().orElse(Instant.MAX));
                // a new process looks first what happened meanwhile; where nothing did, that tells nothing
                assertThat(cut.dispatcher.wake(cut.now)).isEqualTo(whole.dispatcher.wake(whole.now));
            }
            assertSame(cut, whole);
        }
    }

    private static DispatchPolicy policy(Random random) {
        DispatchPolicy policy = random.nextBoolean() ? Floor.OFFERS : DispatchPolicy.direct();
        return random.nextBoolean() ? policy : policy.promising(PromisedFloor.within(Calendar.of(OpenHours.ALWAYS)));
    }

    private static void assertSame(Floor cut, Floor whole) {
        assertThat(cut.dispatcher.tickets()).isEqualTo(whole.dispatcher.tickets());
        assertThat(cut.dispatcher.nextWakeUp()).isEqualTo(whole.dispatcher.nextWakeUp());
        assertThat(standings(cut)).isEqualTo(standings(whole));
        assertThat(cut.ledger.places(Optional.empty(), 1_000)).isEqualTo(whole.ledger.places(Optional.empty(), 1_000));
    }

    private static List<Standing> standings(Floor floor) {
        return floor.ledger.standings("floor", REPS);
    }
}
