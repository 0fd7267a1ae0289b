package dev.leadkit.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Comparison;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.dispatch.Step.Kind;
import dev.leadkit.routing.kit.ForwardingLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Lease;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.Settlement;
import dev.leadkit.routing.ledger.Terms;
import dev.leadkit.routing.model.Rep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A dispatcher")
final class DispatcherEdgesTest {

    private static final LeadId ONE = new LeadId("one");

    @Test
    @DisplayName("leaves a lead that is offered with whom it is offered to when it arrives once more")
    void arrivesTwice() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 9), Rep.of("bob", 9)), Floor.OFFERS);
        floor.arrive("one", "A", 0);
        Place before = floor.place("one");
        List<Ticket> tickets = floor.dispatcher.tickets();

        assertThat(Floor.told(floor.arrive("one", "A", 5))).containsExactly("one OFFERED");

        assertThat(floor.place("one")).isEqualTo(before);
        assertThat(floor.dispatcher.tickets()).isEqualTo(tickets);
    }

    @Test
    @DisplayName("lets a lead that waits come again with another priority, at its old age")
    void arrivesAgain() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), DispatchPolicy.direct());
        floor.arrive("one", "A", 0);
        floor.arrive("old", "A", 0);
        floor.arrive("urgent", "A", 1);
        floor.now = floor.now.plusSeconds(60);

        assertThat(floor.arrive("old", "A", 2)).isEmpty();

        assertThat(floor.dispatcher.tickets())
                .extracting(ticket -> ticket.lead() + " " + ticket.priority() + " " + ticket.since())
                .containsExactly("old 2 2026-03-02T09:00:00Z", "urgent 1 2026-03-02T09:00:00Z");
        assertThat(Floor.told(floor.dispatcher.finish(ONE, floor.place("one").token(), "won", floor.now)))
                .containsExactly("one DONE", "old ASSIGNED");
    }

    @Test
    @DisplayName("keeps a place of which another token is told")
    void wrongToken() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), DispatchPolicy.direct());
        floor.arrive("one", "A", 0);
        Place place = floor.place("one");

        assertThat(Floor.told(floor.dispatcher.finish(ONE, place.token() + 1, "won", floor.now)))
                .containsExactly("one STALE");
        assertThat(Floor.told(floor.dispatcher.reroute(ONE, place.token() + 1, floor.now)))
                .containsExactly("one STALE");
        assertThat(Floor.told(floor.dispatcher.decline(ONE, place.token(), floor.now)))
                .as("it is no offer")
                .containsExactly("one STALE");
        assertThat(floor.place("one")).isEqualTo(place);
    }

    @Test
    @DisplayName("tells who accepts too late, and goes on with the next rep")
    void late() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1), Rep.of("bob", 1)), Floor.OFFERS);
        RepId first = Floor.taker(floor.arrive("one", "A", 0).get(0));
        long token = floor.place("one").token();
        floor.now = floor.now.plus(Duration.ofMinutes(5));

        List<Step> steps = floor.dispatcher.accept(ONE, token, floor.now);

        assertThat(Floor.told(steps)).containsExactly("one STALE", "one WITHDRAWN", "one OFFERED");
        assertThat(Floor.taker(steps.get(2))).isNotEqualTo(first);
        assertThat(floor.dispatcher.tickets())
                .singleElement()
                .extracting(Ticket::resting)
                .isEqualTo(new TreeMap<>(Map.of(first, Floor.START.plus(Duration.ofMinutes(35)))));
    }

    @Test
    @DisplayName("wants to be woken by whatever comes first: an offer that lapses, or a time that changes something")
    void wakeUp() {
        Floor offerFirst = new Floor(Floor.plan("1", 2, 1), Floor.OFFERS);
        offerFirst.arrive("waits", "B", 0);
        assertThat(offerFirst.dispatcher.nextWakeUp()).contains(Floor.START.plus(Duration.ofMinutes(10)));
        offerFirst.arrive("one", "A", 0);
        assertThat(offerFirst.dispatcher.nextWakeUp()).contains(Floor.START.plus(Duration.ofMinutes(5)));

        Floor dropFirst = new Floor(
                Floor.plan("1", 2, 1), DispatchPolicy.offering(Duration.ofMinutes(20), Duration.ofMinutes(30)));
        dropFirst.arrive("one", "A", 0);
        assertThat(dropFirst.dispatcher.nextWakeUp()).contains(Floor.START.plus(Duration.ofMinutes(20)));
        dropFirst.arrive("waits", "B", 0);
        assertThat(dropFirst.dispatcher.nextWakeUp()).contains(Floor.START.plus(Duration.ofMinutes(10)));
    }

    @Test
    @DisplayName("takes an offer to stand as long as the ledger's clock says so, and looks again a second later")
    void clocks() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), Floor.OFFERS);
        floor.arrive("one", "A", 0);
        Instant ahead = Floor.START.plus(Duration.ofMinutes(6));

        assertThat(floor.dispatcher.wake(ahead)).isEmpty();

        assertThat(floor.dispatcher.nextWakeUp()).contains(ahead.plusSeconds(1));
        assertThat(floor.dispatcher.tickets().get(0).offer().orElseThrow().token())
                .isEqualTo(floor.place("one").token());
    }

    @Test
    @DisplayName("takes an offer to be gone whose lead somebody else gave to another rep meanwhile")
    void takenElsewhere() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1), Rep.of("bob", 1)), Floor.OFFERS);
        RepId first = Floor.taker(floor.arrive("one", "A", 0).get(0));
        RepId other = new RepId(first.value().equals("ann") ? "bob" : "ann");
        floor.ledger.release(ONE, floor.place("one").token(), "");
        floor.ledger.reserve(new Reservation(ONE, "floor", 0, List.of(new Bid(other, 1)), List.of())
                .on(Terms.STANDARD.leased(Lease.direct())));

        List<Step> steps = floor.later(Duration.ofMinutes(5));

        assertThat(Floor.told(steps)).containsExactly("one WITHDRAWN", "one ASSIGNED");
        assertThat(Floor.taker(steps.get(1))).isEqualTo(other);
        assertThat(floor.dispatcher.tickets()).isEmpty();
    }

    @Test
    @DisplayName("withdraws an offer when it is to be rerouted, and moves a lead that somebody has")
    void rerouted() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1), Rep.of("bob", 1)), Floor.OFFERS);
        RepId first = Floor.taker(floor.arrive("one", "A", 0).get(0));

        List<Step> steps = floor.dispatcher.reroute(ONE, floor.place("one").token(), floor.now);

        assertThat(Floor.told(steps)).containsExactly("one WITHDRAWN", "one OFFERED");
        RepId second = Floor.taker(steps.get(1));
        assertThat(second).isNotEqualTo(first);
        floor.dispatcher.accept(ONE, floor.place("one").token(), floor.now);
        List<Step> back = floor.dispatcher.reroute(ONE, floor.place("one").token(), floor.now);
        assertThat(Floor.told(back)).containsExactly("one ASSIGNED");
        assertThat(Floor.taker(back.get(0))).isEqualTo(first);
        assertThat(floor.place("one").committed()).isTrue();
    }

    @Test
    @DisplayName("hands over every lead of a leaver who has more than a page of them, and none of the others'")
    void manyLeads() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 700), Rep.of("bob", 700)), DispatchPolicy.direct());
        for (int i = 0; i < 1_300; i++) {
            floor.arrive("lead-" + i, "A", 0);
        }
        floor.router.activate(Floor.plan(Rep.of("bob", 700), Rep.of("cem", 600)));

        List<Step> steps = floor.dispatcher.handOver(new RepId("ann"), floor.now);

        // each has 650; bob has room for 50 more, cem for 600
        assertThat(steps)
                .hasSize(650)
                .allMatch(step -> step.kind() == Kind.ASSIGNED)
                .allMatch(step -> step.decision().orElseThrow() instanceof Decision.Assigned assigned
                        && assigned.why().how() != Comparison.How.KEPT);
        assertThat(floor.ledger.places(Optional.empty(), 2_000))
                .hasSize(1_300)
                .noneMatch(place -> place.rep().value().equals("ann"));
        assertThat(floor.dispatcher.handOver(new RepId("ann"), floor.now)).isEmpty();
    }

    @Test
    @DisplayName("lets a leaver's lead that nobody can take wait, from that moment on")
    void nobodyTakesOver() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), DispatchPolicy.direct());
        floor.arrive("one", "A", 3);
        floor.now = floor.now.plusSeconds(90);
        floor.router.activate(Floor.plan(Rep.of("bob", 0)));

        assertThat(Floor.told(floor.dispatcher.handOver(new RepId("ann"), floor.now)))
                .containsExactly("one WAITS");

        assertThat(floor.ledger.find(ONE)).isEmpty();
        assertThat(floor.dispatcher.tickets()).singleElement().satisfies(ticket -> {
            assertThat(ticket.since()).isEqualTo(floor.now);
            assertThat(ticket.queue()).isEqualTo("waiting");
        });
    }

    @Test
    @DisplayName("takes a leaver's offer back, and its lead keeps its age")
    void leaversOffer() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), Floor.OFFERS);
        floor.arrive("one", "A", 0);
        floor.now = floor.now.plusSeconds(90);
        floor.router.activate(Floor.plan(Rep.of("bob", 1)));

        List<Step> steps = floor.dispatcher.handOver(new RepId("ann"), floor.now);

        assertThat(Floor.told(steps)).containsExactly("one OFFERED");
        assertThat(Floor.taker(steps.get(0))).isEqualTo(new RepId("bob"));
        assertThat(floor.dispatcher.tickets().get(0).since()).isEqualTo(Floor.START);
        assertThat(floor.dispatcher.nextWakeUp()).contains(floor.now.plus(Duration.ofMinutes(5)));
    }

    @Test
    @DisplayName("withdraws as many offers as lapse at once")
    void manyLapse() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1_200)), Floor.OFFERS);
        for (int i = 0; i < 1_100; i++) {
            floor.arrive("lead-" + i, "A", 0);
        }

        List<Step> steps = floor.later(Duration.ofMinutes(5));

        assertThat(steps.stream().filter(step -> step.kind() == Kind.WITHDRAWN)).hasSize(1_100);
        assertThat(floor.ledger.places(Optional.empty(), 2_000)).isEmpty();
        assertThat(floor.dispatcher.tickets()).hasSize(1_100);
    }

    @Test
    @DisplayName("tells its tickets by age, then by name, those that are offered among them")
    void tickets() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), Floor.OFFERS);
        floor.arrive("m", "A", 0);
        floor.arrive("z", "A", 0);
        floor.arrive("a", "A", 0);
        floor.now = floor.now.plusSeconds(1);
        floor.arrive("0", "A", 0);

        assertThat(floor.dispatcher.tickets())
                .extracting(ticket -> ticket.lead().value())
                .containsExactly("a", "m", "z", "0");
    }

    @Test
    @DisplayName("has a policy within bounds, by which a lead rises by one priority in each span of waiting")
    void policy() {
        DispatchPolicy half =
                new DispatchPolicy(Optional.of(Lease.LONGEST), Lease.LONGEST, Optional.of(Duration.ofMinutes(30)));
        assertThat(half.priority(3, Duration.ofMinutes(30).minusNanos(1))).isEqualTo(3);
        assertThat(half.priority(3, Duration.ofMinutes(95))).isEqualTo(6);
        assertThat(new DispatchPolicy(Optional.empty(), Duration.ZERO, Optional.empty())
                        .priority(3, Duration.ofDays(9)))
                .isEqualTo(3);
        assertThat(DispatchPolicy.direct().lease()).isEmpty();
        assertThat(DispatchPolicy.direct().priority(0, Duration.ofHours(2))).isEqualTo(2);
        assertThat(Floor.OFFERS.priority(0, Duration.ofHours(2))).isEqualTo(2);
        assertThatThrownBy(() -> new DispatchPolicy(Optional.empty(), Duration.ofNanos(-1), Optional.empty()))
                .hasMessage("coolDown must be from nothing to " + Lease.LONGEST + ", was PT-0.000000001S");
        assertThatThrownBy(() -> new DispatchPolicy(Optional.empty(), Lease.LONGEST.plusNanos(1), Optional.empty()))
                .hasMessageStartingWith("coolDown must be from nothing");
        assertThatThrownBy(() -> new DispatchPolicy(Optional.empty(), Duration.ZERO, Optional.of(Duration.ZERO)))
                .hasMessage("ageing must be longer than nothing, was PT0S");
        assertThatThrownBy(() -> new DispatchPolicy(Optional.empty(), Duration.ZERO, Optional.of(Duration.ofNanos(-1))))
                .hasMessageStartingWith("ageing must be longer than nothing");
    }

    @Test
    @DisplayName("tries who stands behind a lead that changed meanwhile and stands elsewhere by now")
    void changedHead() {
        Floor floor = new Floor(Floor.plan("1", 2, 1), DispatchPolicy.direct());
        floor.arrive("first-a", "A", 0);
        floor.arrive("first-b", "B", 0);
        floor.later(Duration.ofMinutes(1));
        floor.arrive("changes", "A", 0);
        floor.later(Duration.ofMinutes(1));
        floor.arrive("stays", "A", 0);
        floor.countries.put(new LeadId("changes"), "B");
        Place place = floor.place("first-a");

        assertThat(Floor.told(floor.dispatcher.finish(place.lead(), place.token(), "won", floor.now)))
                .containsExactly("first-a DONE", "stays ASSIGNED");
    }

    @Test
    @DisplayName(
            "a place that was given back though the ledger's answer was lost goes to who waits, by the next call or the same again")
    void finishedWithoutAnAnswer() {
        for (boolean again : List.of(true, false)) {
            Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), DispatchPolicy.direct());
            boolean[] loses = {false};
            ForwardingLedger ledger = new ForwardingLedger(floor.ledger) {
                @Override
                public Settlement release(LeadId lead, long token, String reason) {
                    Settlement made = super.release(lead, token, reason);
                    if (loses[0]) {
                        throw new IllegalStateException("no answer");
                    }
                    return made;
                }
            };
            floor.dispatcher = Dispatcher.of(floor.router, ledger, DispatchPolicy.direct(), floor::history);
            floor.arrive("one", "A", 0);
            floor.arrive("two", "A", 0);
            Place one = floor.place("one");
            loses[0] = true;
            assertThatThrownBy(() -> floor.dispatcher.finish(one.lead(), one.token(), "won", floor.now))
                    .hasMessage("no answer");
            assertThat(floor.dispatcher.nextWakeUp()).contains(floor.now);
            loses[0] = false;

            List<Step> steps = again
                    ? floor.dispatcher.finish(one.lead(), one.token(), "won", floor.now)
                    : floor.dispatcher.wake(floor.now);

            assertThat(Floor.told(steps)).endsWith("two ASSIGNED");
            assertThat(floor.dispatcher.nextWakeUp()).isEmpty();
        }
    }
}
