package dev.leadkit.routing.dispatch;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.event.Assigned;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.kit.ForwardingLedger;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Lease;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Settlement;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A ledger or a look-up that fails, offers that lapse at once, plans without a new version. */
final class DispatcherTroubleTest {

    @Test
    @DisplayName("what became of others before something failed is told by the next call")
    void untold() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 2)), DispatchPolicy.direct());
        boolean[] broken = {false};
        ForwardingLedger ledger = new ForwardingLedger(floor.ledger) {
            @Override
            public ReserveResult reserve(Reservation asked) {
                if (broken[0] && asked.lead().value().equals("young")) {
                    throw new IllegalStateException("no connection");
                }
                return super.reserve(asked);
            }
        };
        floor.dispatcher = Dispatcher.of(
                Router.of(floor.router.plan(), ledger, 7), ledger, DispatchPolicy.direct(), floor::history);
        floor.arrive("first", "A", 0);
        floor.arrive("second", "A", 0);
        floor.arrive("old", "A", 2);
        floor.arrive("young", "B", 1);
        broken[0] = true;
        Place first = floor.place("first");
        Place second = floor.place("second");
        floor.ledger.release(second.lead(), second.token(), "");

        assertThatThrownBy(() -> floor.dispatcher.finish(first.lead(), first.token(), "won", floor.now))
                .hasMessage("no connection");
        assertThat(floor.ledger.find(new LeadId("old"))).isPresent();
        broken[0] = false;

        assertThat(Floor.told(floor.dispatcher.wake(floor.now)))
                .containsExactly("first DONE", "old ASSIGNED", "young ASSIGNED");
        assertThat(floor.dispatcher.wake(floor.now)).isEmpty();
    }

    /** One rep with as many places, and leads of whom some cannot be looked up. */
    private static Floor unreadable(int places, Set<String> broken) {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", places)), DispatchPolicy.direct());
        floor.dispatcher = Dispatcher.of(floor.router, floor.ledger, DispatchPolicy.direct(), lead -> {
            if (broken.contains(lead.value())) {
                throw new IllegalStateException("of jane@example.com");
            }
            return floor.history(lead);
        });
        return floor;
    }

    @Test
    @DisplayName("a lead that cannot be looked up is set aside and told, and those behind it go on")
    void unread() {
        Set<String> broken = new HashSet<>();
        Floor floor = unreadable(1, broken);
        floor.arrive("first", "A", 0);
        for (String lead : List.of("old", "young", "last")) {
            floor.now = floor.now.plusSeconds(1);
            floor.arrive(lead, "A", 0);
        }
        broken.add("old");
        Place first = floor.place("first");

        List<Step> steps = floor.dispatcher.finish(first.lead(), first.token(), "won", floor.now);

        assertThat(Floor.told(steps)).containsExactly("first DONE", "old UNREAD", "young ASSIGNED");
        assertThat(steps.get(1).trouble()).contains("the look-up failed with java.lang.IllegalStateException");
        assertThat(floor.dispatcher.tickets())
                .extracting(ticket -> ticket.lead().value())
                .containsExactly("old", "last");
        assertThat(floor.dispatcher.wake(floor.now)).isEmpty();
        assertThat(floor.dispatcher.nextWakeUp()).contains(floor.now.plus(Dispatcher.SET_ASIDE));
    }

    @Test
    @DisplayName("who was set aside is tried again after a while, with its age, and at once if it arrives again")
    void readAgain() {
        Set<String> broken = new HashSet<>(Set.of("one"));
        Floor floor = unreadable(9, broken);

        assertThat(Floor.told(floor.arrive("one", "A", 0))).containsExactly("one UNREAD");
        assertThat(Floor.told(floor.later(Dispatcher.SET_ASIDE))).containsExactly("one UNREAD");
        assertThat(Floor.told(floor.later(Dispatcher.SET_ASIDE.minusNanos(1)))).isEmpty();
        assertThat(floor.dispatcher.tickets().get(0).since()).isEqualTo(Floor.START);
        broken.clear();
        assertThat(Floor.told(floor.arrive("one", "A", 0))).containsExactly("one ASSIGNED");
        assertThat(floor.dispatcher.nextWakeUp()).isEmpty();
    }

    @Test
    @DisplayName("if no lead at all can be looked up, what the look-up throws is thrown on, and no lead is lost")
    void nothingIsRead() {
        Set<String> broken = new HashSet<>();
        Floor floor = unreadable(0, broken);
        for (int i = 0; i < 10; i++) {
            floor.arrive("lead-" + i, "A", i);
        }
        floor.router.activate(Floor.plan(Rep.of("ann", 99)));
        IntStream.range(0, 10).forEach(i -> broken.add("lead-" + i));

        assertThatThrownBy(() -> floor.dispatcher.wake(floor.now)).hasMessage("of jane@example.com");
        assertThat(floor.dispatcher.tickets()).hasSize(10);
        broken.clear();

        assertThat(Floor.told(floor.later(Dispatcher.SET_ASIDE)))
                .hasSize(7 + 10)
                .endsWith("lead-0 ASSIGNED");
        assertThat(floor.dispatcher.tickets()).isEmpty();
    }

    @Test
    @DisplayName("a leaver's lead that cannot be looked up goes back to the queue, and the others are handed over")
    void leaverUnread() {
        Set<String> broken = new HashSet<>();
        Floor floor = unreadable(9, broken);
        floor.arrive("one", "A", 0);
        floor.arrive("two", "A", 0);
        broken.add("one");
        floor.router.activate(Floor.plan(Rep.of("bob", 9)));

        List<Step> steps = floor.dispatcher.handOver(new RepId("ann"), floor.now);

        assertThat(Floor.told(steps)).containsExactlyInAnyOrder("two ASSIGNED", "one UNREAD");
        assertThat(floor.ledger.find(new LeadId("one"))).isEmpty();
        assertThat(floor.dispatcher.tickets())
                .extracting(ticket -> ticket.lead().value())
                .containsExactly("one");
    }

    @Test
    @DisplayName("what a leaver was due since the plan changed passes on when the leads are handed over")
    void leaversLag() {
        RoutingPlan both = Floor.plan(Rep.of("ann", 9), Rep.of("bob", 9), Rep.of("cem", 9));
        Floor floor = new Floor(both, DispatchPolicy.direct());
        List<RepId> all = List.of(new RepId("ann"), new RepId("bob"), new RepId("cem"));
        floor.router.activate(Floor.plan(Rep.of("bob", 9), Rep.of("cem", 9)));
        Router late = Router.of(both, floor.ledger, 7);
        late.route(floor.history(new LeadId("one")), floor.now);
        assertThat(floor.ledger.standings("floor", all).get(0).lag()).isNotZero();

        floor.dispatcher.handOver(all.get(0), floor.now);

        List<Standing> standings = floor.ledger.standings("floor", all);
        assertThat(standings.get(0).lag()).isZero();
        assertThat(standings.stream().mapToLong(Standing::lag).sum()).isZero();
    }

    @Test
    @DisplayName("who is only inactive keeps the lag when the leads are handed over")
    void inactivesLag() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 9), Rep.of("bob", 9)), DispatchPolicy.direct());
        floor.arrive("one", "A", 0);
        floor.router.activate(Floor.plan(Rep.of("ann", 9).inactive(), Rep.of("bob", 9)));
        List<RepId> all = List.of(new RepId("ann"), new RepId("bob"));
        List<Long> before =
                floor.ledger.standings("floor", all).stream().map(Standing::lag).toList();
        assertThat(before.get(0)).isNotZero();
        RepId holder = floor.place("one").rep();

        if (holder.value().equals("ann")) {
            floor.dispatcher.handOver(holder, floor.now);
        }

        assertThat(floor.ledger.standings("floor", all).stream()
                        .mapToLong(Standing::lag)
                        .sum())
                .isZero();
        assertThat(floor.ledger.standings("floor", all).get(0).lag()).isEqualTo(before.get(0));
    }

    @Test
    @DisplayName("a lead is not lost when the ledger fails just after it gave the place")
    void failsAfterwards() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), Floor.OFFERS);
        boolean[] broken = {true};
        ForwardingLedger ledger = new ForwardingLedger(floor.ledger) {
            @Override
            public Optional<Place> find(LeadId lead) {
                if (broken[0]) {
                    throw new IllegalStateException("no connection");
                }
                return super.find(lead);
            }
        };
        floor.dispatcher =
                Dispatcher.of(Router.of(floor.router.plan(), ledger, 7), ledger, Floor.OFFERS, floor::history);

        assertThatThrownBy(() -> floor.arrive("one", "A", 0)).hasMessage("no connection");
        assertThat(floor.dispatcher.tickets()).hasSize(1);
        broken[0] = false;

        assertThat(Floor.told(floor.dispatcher.wake(floor.now))).containsExactly("one OFFERED");
    }

    /** One that fails once when a lead is moved, before or after it did so. */
    private static final class Failing extends ForwardingLedger {

        private final boolean afterwards;
        private boolean broken = true;

        Failing(AssignmentLedger ledger, boolean afterwards) {
            super(ledger);
            this.afterwards = afterwards;
        }

        @Override
        public ReserveResult reserve(Reservation asked) {
            boolean fails = broken && asked.terms().replaces().isPresent();
            ReserveResult result = !fails || afterwards ? super.reserve(asked) : new ReserveResult.Full();
            if (fails) {
                broken = false;
                throw new IllegalStateException("no answer");
            }
            return result;
        }
    }

    private static Floor moving(boolean afterwards) {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 2)), DispatchPolicy.direct());
        floor.arrive("one", "A", 0);
        floor.arrive("two", "A", 0);
        RoutingPlan plan = Floor.plan(Rep.of("ann", 2).inactive(), Rep.of("bob", 2));
        Failing ledger = new Failing(floor.ledger, afterwards);
        floor.dispatcher = Dispatcher.of(Router.of(plan, ledger, 7), ledger, DispatchPolicy.direct(), floor::history);
        return floor;
    }

    @Test
    @DisplayName("a move that was made though its answer did not come is told by the next call, once")
    void unansweredMove() {
        Floor floor = moving(true);
        LeadId lead = new LeadId("one");
        long token = floor.place("one").token();
        assertThatThrownBy(() -> floor.dispatcher.reroute(lead, token, floor.now))
                .hasMessage("no answer");

        List<Step> again = floor.dispatcher.reroute(lead, token, floor.now);

        assertThat(Floor.told(again)).containsExactly("one STALE", "one ASSIGNED");
        assertThat(Floor.taker(again.get(1)))
                .isEqualTo(new RepId("bob"))
                .isEqualTo(floor.place("one").rep());
        assertThat(((Decision.Assigned) again.get(1).decision().orElseThrow()).token())
                .isEqualTo(floor.place("one").token());
        assertThat(floor.dispatcher.wake(floor.now)).isEmpty();
    }

    @Test
    @DisplayName("a move without an answer whose lead cannot be looked up either holds nobody up")
    void unansweredAndUnread() {
        Floor floor = moving(true);
        LeadId lead = new LeadId("one");
        boolean[] unreadable = {false};
        Failing ledger = new Failing(floor.ledger, true);
        Router router = Router.of(Floor.plan(Rep.of("ann", 2).inactive(), Rep.of("bob", 2)), ledger, 7);
        floor.dispatcher = Dispatcher.of(router, ledger, DispatchPolicy.direct(), each -> {
            if (unreadable[0]) {
                throw new IllegalStateException("of jane@example.com");
            }
            return floor.history(each);
        });
        long token = floor.place("one").token();
        assertThatThrownBy(() -> floor.dispatcher.reroute(lead, token, floor.now))
                .hasMessage("no answer");
        assertThat(floor.dispatcher.nextWakeUp()).contains(floor.now);
        unreadable[0] = true;

        assertThat(Floor.told(floor.dispatcher.wake(floor.now))).containsExactly("one UNREAD");
        assertThat(Floor.told(floor.dispatcher.wake(floor.now))).containsExactly("one UNREAD");
        unreadable[0] = false;
        assertThat(Floor.told(floor.dispatcher.wake(floor.now))).containsExactly("one ASSIGNED");
        assertThat(floor.dispatcher.wake(floor.now)).isEmpty();
    }

    @Test
    @DisplayName("handing over again tells of every lead once, also of one whose move was not answered")
    void unansweredHandOver() {
        for (boolean afterwards : List.of(true, false)) {
            Floor floor = moving(afterwards);
            assertThatThrownBy(() -> floor.dispatcher.handOver(new RepId("ann"), floor.now))
                    .hasMessage("no answer");

            List<Step> steps = floor.dispatcher.handOver(new RepId("ann"), floor.now);

            assertThat(Floor.told(steps)).containsExactlyInAnyOrder("one ASSIGNED", "two ASSIGNED");
            assertThat(steps).extracting(Floor::taker).containsOnly(new RepId("bob"));
            assertThat(floor.dispatcher.wake(floor.now)).isEmpty();
        }
    }

    @Test
    @DisplayName("a move that failed before it was made is nothing that happened")
    void failedMove() {
        Floor floor = moving(false);
        long token = floor.place("one").token();
        assertThatThrownBy(() -> floor.dispatcher.reroute(new LeadId("one"), token, floor.now))
                .hasMessage("no answer");

        assertThat(floor.dispatcher.wake(floor.now)).isEmpty();

        assertThat(floor.place("one").rep()).isEqualTo(new RepId("ann"));
    }

    @Test
    @DisplayName("an offer that lapsed before it was made is no assignment")
    void lapsedAtOnce() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), Floor.OFFERS);
        ForwardingLedger slow = new ForwardingLedger(floor.ledger) {
            @Override
            public Optional<Place> find(LeadId lead) {
                floor.now = floor.now.plus(Duration.ofMinutes(6));
                return super.find(lead);
            }
        };
        floor.dispatcher = Dispatcher.of(Router.of(floor.router.plan(), slow, 7), slow, Floor.OFFERS, floor::history);

        assertThat(Floor.told(floor.arrive("one", "A", 0))).containsExactly("one OFFERED");
        assertThat(Floor.told(floor.dispatcher.wake(floor.now))).containsExactly("one WITHDRAWN", "one WAITS");
    }

    @Test
    @DisplayName("a leaver's offered lead stays known when it cannot be given back")
    void leaverAndFailure() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), Floor.OFFERS);
        boolean[] broken = {true};
        ForwardingLedger ledger = new ForwardingLedger(floor.ledger) {
            @Override
            public Settlement release(LeadId lead, long token, String reason) {
                if (broken[0]) {
                    throw new IllegalStateException("no connection");
                }
                return super.release(lead, token, reason);
            }
        };
        floor.dispatcher =
                Dispatcher.of(Router.of(floor.router.plan(), ledger, 7), ledger, Floor.OFFERS, floor::history);
        floor.arrive("one", "A", 0);

        assertThatThrownBy(() -> floor.dispatcher.handOver(floor.place("one").rep(), floor.now))
                .hasMessage("no connection");

        assertThat(floor.dispatcher.tickets()).hasSize(1);
    }

    @Test
    @DisplayName("another plan under the same name and version lets lines form anew")
    void samePlanName() {
        PlanBuilder before = RoutingPlan.builder("floor", "1").queue("waiting");
        PlanBuilder after = RoutingPlan.builder("floor", "1").queue("waiting");
        for (PlanBuilder each : List.of(before, after)) {
            each.territory("a", field(COUNTRY).is("A"))
                    .territory("c", field(COUNTRY).is("C"));
        }
        before.rep(Rep.of("ann", 0).serving("*"));
        after.rep(Rep.of("ann", 9).serving("a"));
        Floor floor = new Floor(before.build(), DispatchPolicy.direct());
        floor.arrive("old", "elsewhere", 0);
        floor.now = floor.now.plusSeconds(1);
        floor.arrive("young", "elsewhere", 0);
        floor.countries.put(new LeadId("old"), "C");
        floor.countries.put(new LeadId("young"), "A");

        floor.router.activate(after.build());

        assertThat(Floor.told(floor.dispatcher.wake(floor.now))).containsExactly("young ASSIGNED");
    }

    @Test
    @DisplayName("an owner who takes only own leads gets one though an older lead without owner waits in front")
    void ownerOnly() {
        OutOfOffice soft = new OutOfOffice(
                Floor.START.minusSeconds(60), Floor.START.plusSeconds(86_400), Optional.empty(), OutOfOffice.Kind.SOFT);
        PlanBuilder plan = RoutingPlan.builder("floor", "1").queue("waiting").rep(Rep.of("ann", 1));
        plan.availability().rep(new RepId("ann"), RepHours.ALWAYS.away(soft));
        Floor floor = new Floor(plan.build(), DispatchPolicy.direct());
        Bid bid = new Bid(new RepId("ann"), 1);
        floor.ledger.reserve(new Reservation(new LeadId("busy"), "floor", 0, List.of(bid), List.of()));
        floor.dispatcher =
                Dispatcher.of(floor.router, floor.ledger, DispatchPolicy.direct(), lead -> owned(floor, lead));
        floor.arrive("nobodys", "A", 0);
        floor.now = floor.now.plusSeconds(1);
        floor.arrive("anns", "A", 0);
        floor.ledger.release(new LeadId("busy"), 1, "");

        assertThat(Floor.told(floor.dispatcher.wake(floor.now))).containsExactly("anns ASSIGNED");
    }

    private static LeadHistory owned(Floor floor, LeadId lead) {
        LeadHistory history = floor.history(lead);
        Instant before = Floor.START.minusSeconds(30);
        EventHeader header = new EventHeader(EventId.derived(lead, "assigned"), lead, before, before);
        return lead.value().equals("anns")
                ? history.plus(new Assigned(header, new RepId("ann"), 1, new ModelRef("old", "1"), "because"))
                : history;
    }

    @Test
    @DisplayName("a lead that needs nobody any more leaves the queue, or gives its offer to who waits")
    void cancelled() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), Floor.OFFERS);
        floor.arrive("one", "A", 0);
        floor.arrive("two", "A", 0);
        floor.arrive("three", "A", 0);

        assertThat(Floor.told(floor.dispatcher.cancel(new LeadId("two"), floor.now)))
                .containsExactly("two DONE");
        assertThat(Floor.told(floor.dispatcher.cancel(new LeadId("one"), floor.now)))
                .containsExactly("one DONE", "three OFFERED");
        assertThat(Floor.told(floor.dispatcher.cancel(new LeadId("one"), floor.now)))
                .containsExactly("one STALE");
    }

    @Test
    @DisplayName("a renewed offer is looked at again when it ends, not each second")
    void renewed() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), Floor.OFFERS);
        floor.arrive("one", "A", 0);
        floor.ledger.renew(new LeadId("one"), floor.place("one").token(), Duration.ofHours(1));

        assertThat(floor.later(Duration.ofMinutes(5))).isEmpty();

        assertThat(floor.dispatcher.nextWakeUp()).contains(Floor.START.plus(Duration.ofHours(1)));
    }

    @Test
    @DisplayName("times that no ledger and no calendar could hold are refused at once")
    void times() {
        assertThatIllegalArgumentException().isThrownBy(() -> DispatchPolicy.offering(Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DispatchPolicy.offering(Lease.LONGEST.plusNanos(1), Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DispatchPolicy.offering(Duration.ofHours(1), Duration.ofSeconds(Long.MAX_VALUE)));
    }
}
