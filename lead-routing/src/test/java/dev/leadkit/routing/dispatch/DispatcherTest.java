package dev.leadkit.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.dispatch.Step.Kind;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class DispatcherTest {

    @Test
    @DisplayName("without a lease a lead is assigned and committed at once")
    void direct() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), DispatchPolicy.direct());

        List<Step> steps = floor.arrive("one", "A", 0);

        assertThat(steps).extracting(Step::kind).containsExactly(Kind.ASSIGNED);
        assertThat(floor.place("one").committed()).isTrue();
        assertThat(floor.dispatcher.tickets()).isEmpty();
        assertThat(floor.dispatcher.nextWakeUp()).isEmpty();
    }

    @Test
    @DisplayName("an accepted offer is committed; a second answer is stale")
    void accepted() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), Floor.OFFERS);
        LeadId lead = new LeadId("one");

        assertThat(floor.arrive("one", "A", 0)).extracting(Step::kind).containsExactly(Kind.OFFERED);
        long token = floor.place("one").token();
        assertThat(floor.place("one").committed()).isFalse();
        assertThat(floor.dispatcher.nextWakeUp()).contains(Floor.START.plus(Duration.ofMinutes(5)));

        assertThat(floor.dispatcher.accept(lead, token + 1, floor.now))
                .extracting(Step::kind)
                .containsExactly(Kind.STALE);
        assertThat(floor.dispatcher.accept(lead, token, floor.now))
                .extracting(Step::kind)
                .containsExactly(Kind.ASSIGNED);
        assertThat(floor.place("one").committed()).isTrue();
        assertThat(floor.dispatcher.decline(lead, token, floor.now))
                .extracting(Step::kind)
                .containsExactly(Kind.STALE);
        assertThat(floor.place("one").committed()).isTrue();
    }

    @Test
    @DisplayName("a lapsed offer goes to the next rep, then to nobody until the first one has rested")
    void lapsed() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1), Rep.of("bob", 1)), Floor.OFFERS);
        RepId first = Floor.taker(floor.arrive("one", "A", 0).get(0));

        List<Step> second = floor.later(Duration.ofMinutes(5));
        assertThat(second).extracting(Step::kind).containsExactly(Kind.WITHDRAWN, Kind.OFFERED);
        assertThat(Floor.taker(second.get(1))).isNotEqualTo(first);

        List<Step> third = floor.later(Duration.ofMinutes(5));
        assertThat(third).extracting(Step::kind).containsExactly(Kind.WITHDRAWN, Kind.WAITS);
        assertThat(floor.dispatcher.nextWakeUp()).contains(Floor.START.plus(Duration.ofMinutes(35)));
        assertThat(floor.later(Duration.ofMinutes(24))).isEmpty();

        List<Step> rested = floor.later(Duration.ofMinutes(1));
        assertThat(rested).extracting(Step::kind).containsExactly(Kind.OFFERED);
        assertThat(Floor.taker(rested.get(0))).isEqualTo(first);
        assertThat(floor.dispatcher.tickets().get(0).since()).isEqualTo(Floor.START);
    }

    @Test
    @DisplayName("a place that becomes free goes to the highest priority, then to the oldest")
    void freed() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), DispatchPolicy.direct());
        floor.arrive("first", "A", 0);
        floor.arrive("old", "A", 0);
        floor.now = floor.now.plusSeconds(1);
        floor.arrive("young", "A", 0);
        floor.arrive("urgent", "A", 1);

        assertThat(finish(floor, "first")).isEqualTo(new LeadId("urgent"));
        assertThat(finish(floor, "urgent")).isEqualTo(new LeadId("old"));
        assertThat(finish(floor, "old")).isEqualTo(new LeadId("young"));
    }

    private static LeadId finish(Floor floor, String lead) {
        List<Step> steps =
                floor.dispatcher.finish(new LeadId(lead), floor.place(lead).token(), "won", floor.now);
        assertThat(steps).extracting(Step::kind).containsExactly(Kind.DONE, Kind.ASSIGNED);
        return steps.get(1).lead();
    }

    @Test
    @DisplayName("who waits an hour counts as of one priority higher, so nobody is overtaken for ever")
    void ageing() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), DispatchPolicy.direct());
        floor.arrive("first", "A", 0);
        floor.arrive("old", "A", 0);
        floor.later(Duration.ofMinutes(60));
        floor.arrive("urgent", "A", 1);

        assertThat(finish(floor, "first")).isEqualTo(new LeadId("old"));
    }

    @Test
    @DisplayName(
            "a preferred skill is dropped, a territory waived and the queue changed when the time has come, and not before")
    void escalated() {
        RoutingPlan plan = Floor.plan("1", 2, 1);
        Floor floor = new Floor(plan, DispatchPolicy.direct());
        assertThat(floor.arrive("one", "B", 0)).extracting(Step::kind).containsExactly(Kind.WAITS);
        assertThat(floor.dispatcher.nextWakeUp()).contains(Floor.START.plus(Duration.ofMinutes(10)));

        assertThat(floor.later(Duration.ofMinutes(10).minusNanos(1))).isEmpty();
        List<Step> dropped = floor.later(Duration.ofNanos(1));
        assertThat(Floor.taker(dropped.get(0))).isEqualTo(new RepId("rep-1"));

        floor.arrive("two", "B", 0);
        floor.arrive("three", "A", 0);
        assertThat(floor.waiting()).extracting(ticket -> ticket.lead().value()).containsExactly("two");
        List<Step> overflow = floor.later(Duration.ofHours(1));
        assertThat(overflow).extracting(Step::kind).containsExactly(Kind.WAITS);
        assertThat(floor.waiting().get(0).queue()).isEqualTo("overflow");
    }

    @Test
    @DisplayName("a lead is moved to somebody else in one step, or stays if there is nobody")
    void rerouted() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1), Rep.of("bob", 1)), DispatchPolicy.direct());
        RepId first = Floor.taker(floor.arrive("one", "A", 0).get(0));
        Place old = floor.place("one");

        List<Step> moved = floor.dispatcher.reroute(old.lead(), old.token(), floor.now);
        assertThat(moved).extracting(Step::kind).containsExactly(Kind.ASSIGNED);
        assertThat(Floor.taker(moved.get(0))).isNotEqualTo(first);
        assertThat(floor.place("one").committed()).isTrue();
        assertThat(floor.dispatcher.reroute(old.lead(), old.token(), floor.now))
                .extracting(Step::kind)
                .containsExactly(Kind.STALE);

        floor.arrive("two", "A", 0);
        Place full = floor.place("one");
        assertThat(floor.dispatcher.reroute(full.lead(), full.token(), floor.now))
                .extracting(Step::kind)
                .containsExactly(Kind.STAYS);
        assertThat(floor.place("one")).isEqualTo(full);
    }

    @Test
    @DisplayName("a place that was committed behind the dispatcher's back is the rep's")
    void committedElsewhere() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), Floor.OFFERS);
        floor.arrive("one", "A", 0);
        floor.ledger.commit(new LeadId("one"), floor.place("one").token());

        assertThat(floor.later(Duration.ofMinutes(5))).extracting(Step::kind).containsExactly(Kind.ASSIGNED);
        assertThat(floor.dispatcher.tickets()).isEmpty();
        assertThat(floor.dispatcher.nextWakeUp()).isEqualTo(Optional.empty());
    }
}
