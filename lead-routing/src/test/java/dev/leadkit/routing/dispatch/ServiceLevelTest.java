package dev.leadkit.routing.dispatch;

import static dev.leadkit.routing.dispatch.PromisedFloor.DIRECT;
import static dev.leadkit.routing.dispatch.PromisedFloor.HALF_AN_HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.kit.ForwardingLedger;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.model.Rep;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A rep who has to write or call within half an hour")
final class ServiceLevelTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final LeadId ONE = new LeadId("one");

    private final PromisedFloor world = new PromisedFloor(DIRECT, Rep.of("ann", 1), Rep.of("bob", 1));

    private String other(String rep) {
        return rep.equals("ann") ? "bob" : "ann";
    }

    @Test
    @DisplayName("and does keeps the lead")
    void kept() {
        world.arrive("one");
        String rep = world.repOf("one");
        world.later(HALF_AN_HOUR.minus(MINUTE));
        world.touch("one");

        assertThat(world.floor.dispatcher.nextWakeUp()).contains(Floor.START.plus(HALF_AN_HOUR));
        assertThat(world.later(MINUTE)).containsExactly("one MET");
        assertThat(world.arrive("one")).as("because it is reported again").containsExactly("one ASSIGNED");
        assertThat(world.repOf("one")).isEqualTo(rep);
        assertThat(world.floor.dispatcher.tickets()).isEmpty();
        assertThat(world.later(HALF_AN_HOUR)).isEmpty();
    }

    @Test
    @DisplayName("and does not loses it to another one, who has half an hour of the own")
    void broken() {
        world.arrive("one");
        String first = world.repOf("one");

        assertThat(world.later(HALF_AN_HOUR.minusNanos(1))).isEmpty();
        assertThat(world.later(Duration.ofNanos(1))).containsExactly("one BREACHED", "one ASSIGNED");
        assertThat(world.repOf("one")).isEqualTo(other(first));
        assertThat(world.floor.dispatcher.nextWakeUp()).contains(Floor.START.plus(HALF_AN_HOUR.multipliedBy(2)));
        assertThat(world.later(HALF_AN_HOUR)).containsExactly("one BREACHED", "one ASSIGNED");
        assertThat(world.repOf("one")).isEqualTo(first);
    }

    @Test
    @DisplayName("and does not keeps it if nobody else can take it, and is told so again after as much time")
    void stays() {
        world.arrive("one");
        world.arrive("two");

        assertThat(world.later(HALF_AN_HOUR)).containsExactly("one BREACHED", "one STAYS", "two BREACHED", "two STAYS");
        world.touch("two");
        assertThat(world.later(HALF_AN_HOUR)).containsExactly("one BREACHED", "one STAYS", "two MET");
    }

    @Test
    @DisplayName("is not helped by what the lead did, a machine sent, or was done before")
    void otherTouches() {
        world.touch("one");
        world.floor.now = world.floor.now.plusNanos(1);
        world.arrive("one");
        world.touch("one", Direction.INBOUND, Actor.HUMAN);
        world.touch("one", Direction.OUTBOUND, Actor.AUTOMATED);

        assertThat(world.later(HALF_AN_HOUR)).containsExactly("one BREACHED", "one ASSIGNED");
        world.touch("one");
        assertThat(world.later(HALF_AN_HOUR)).as("at the very moment").containsExactly("one MET");
    }

    @Test
    @DisplayName("has it from accepting an offer on, in the open time of the calendar")
    void offered() {
        Calendar tuesdays = Calendar.of(
                WorkingHours.in("UTC").open(DayOfWeek.TUESDAY, "10:00-11:00").build());
        PromisedFloor offering =
                new PromisedFloor(Floor.OFFERS.promising(PromisedFloor.within(tuesdays)), Rep.of("ann", 1));
        assertThat(offering.arrive("one")).containsExactly("one OFFERED");
        assertThat(offering.floor.dispatcher.ticket(ONE).orElseThrow().promise())
                .isEmpty();

        offering.floor.dispatcher.accept(ONE, offering.floor.place("one").token(), offering.floor.now);

        Instant due = Instant.parse("2026-03-03T10:30:00Z");
        assertThat(offering.floor.dispatcher.ticket(ONE).orElseThrow().promise())
                .contains(new Ticket.Promise(
                        new RepId("ann"), offering.floor.place("one").token(), Floor.START, due));
        assertThat(offering.floor.dispatcher.nextWakeUp()).contains(due);
    }

    @Test
    @DisplayName("owes nothing where the calendar never opens")
    void never() {
        Calendar never = Calendar.of(new OpenHours.Except(OpenHours.ALWAYS, OpenHours.ALWAYS));
        PromisedFloor closed =
                new PromisedFloor(DispatchPolicy.direct().promising(PromisedFloor.within(never)), Rep.of("ann", 1));
        closed.arrive("one");

        assertThat(closed.floor.dispatcher.tickets()).isEmpty();
    }

    @Test
    @DisplayName("is held to it after a restart with the tickets, and by no other arrival of the lead again")
    void restart() {
        world.arrive("one");
        world.later(MINUTE);
        assertThat(world.arrive("one")).containsExactly("one ASSIGNED");
        world.restart(DIRECT, world.floor.ledger);

        assertThat(world.floor.dispatcher.nextWakeUp()).contains(Floor.START.plus(HALF_AN_HOUR));
        assertThat(world.later(HALF_AN_HOUR.minus(MINUTE))).containsExactly("one BREACHED", "one ASSIGNED");
    }

    @Test
    @DisplayName("owes nothing any more once the lead is done with, here or behind the dispatcher's back")
    void done() {
        world.arrive("one");
        world.arrive("two");
        Place one = world.floor.place("one");
        Place two = world.floor.place("two");
        world.floor.dispatcher.finish(one.lead(), one.token(), "won", world.floor.now);
        world.floor.ledger.release(two.lead(), two.token(), "won");

        assertThat(world.later(HALF_AN_HOUR)).containsExactly("two STALE");
        assertThat(world.floor.dispatcher.tickets()).isEmpty();
    }

    @Test
    @DisplayName("passes it on with the lead when that is routed again, and owes nothing for one that waits again")
    void moved() {
        world.arrive("one");
        world.later(MINUTE);
        Place place = world.floor.place("one");
        world.floor.dispatcher.reroute(ONE, place.token(), world.floor.now);
        assertThat(world.floor.dispatcher.nextWakeUp())
                .contains(Floor.START.plus(HALF_AN_HOUR).plus(MINUTE));

        world.arrive("two");
        Place second = world.floor.place("one");
        world.floor.ledger.release(ONE, second.token(), "");
        world.arrive("three");
        assertThat(world.arrive("one")).containsExactly("one WAITS");
        assertThat(world.floor.dispatcher.ticket(ONE).orElseThrow().promise()).isEmpty();
        assertThat(world.floor.dispatcher.tickets()).hasSize(3);
    }

    @Test
    @DisplayName("is judged a minute later if the lead cannot be looked up, or what was promised cannot be judged")
    void unread() {
        world.arrive("one");
        world.broken.add(ONE);
        assertThat(world.later(HALF_AN_HOUR)).containsExactly("one UNREAD");
        world.broken.clear();
        assertThat(world.later(Dispatcher.SET_ASIDE)).containsExactly("one BREACHED", "one ASSIGNED");

        PromisedFloor odd = new PromisedFloor(
                DispatchPolicy.direct()
                        .promising(new ServiceLevel(Calendar.of(OpenHours.ALWAYS), HALF_AN_HOUR, (history, since) -> {
                            throw new IllegalStateException("of jane@example.com");
                        })),
                Rep.of("ann", 1));
        odd.arrive("one");
        assertThat(odd.floor.later(HALF_AN_HOUR))
                .singleElement()
                .satisfies(step ->
                        assertThat(step.trouble()).contains("the look-up failed with java.lang.IllegalStateException"));
    }

    @Test
    @DisplayName("is not forgotten by a ledger that fails")
    void trouble() {
        world.arrive("one");
        boolean[] fails = {true};
        world.restart(DIRECT, new ForwardingLedger(world.floor.ledger) {
            @Override
            public Optional<Place> find(LeadId lead) {
                if (fails[0]) {
                    throw new IllegalStateException("no connection");
                }
                return super.find(lead);
            }
        });
        assertThatThrownBy(() -> world.later(HALF_AN_HOUR)).hasMessage("no connection");
        fails[0] = false;

        assertThat(world.later(MINUTE)).containsExactly("one BREACHED", "one ASSIGNED");
    }

    @Test
    @DisplayName("owes it from when it is known that the lead is the rep's, though the ledger's answer was lost")
    void lateAnswer() {
        boolean[] loses = {true};
        ForwardingLedger ledger = new ForwardingLedger(world.floor.ledger) {
            @Override
            public ReserveResult reserve(Reservation asked) {
                ReserveResult made = super.reserve(asked);
                if (loses[0]) {
                    throw new IllegalStateException("no answer");
                }
                return made;
            }
        };
        world.floor.dispatcher =
                Dispatcher.of(Router.of(world.floor.router.plan(), ledger, 7), ledger, DIRECT, world.floor::history);
        assertThatThrownBy(() -> world.arrive("one")).hasMessage("no answer");
        loses[0] = false;

        assertThat(world.arrive("one")).as("reported again, by chance").containsExactly("one ASSIGNED");
        assertThat(world.later(HALF_AN_HOUR)).containsExactly("one BREACHED", "one ASSIGNED");
    }

    @Test
    @DisplayName(
            "owes nothing more because it could not be moved, and cannot be cancelled while it cannot be looked up")
    void nothingMore() {
        world.arrive("one");
        world.arrive("two");
        world.touch("one");
        world.later(HALF_AN_HOUR);
        Place place = world.floor.place("one");
        assertThat(Floor.told(world.floor.dispatcher.reroute(ONE, place.token(), world.floor.now)))
                .containsExactly("one STAYS");
        assertThat(world.floor.dispatcher.ticket(ONE)).isEmpty();

        LeadId two = new LeadId("two");
        world.broken.add(two);
        assertThat(world.arrive("two")).containsExactly("two ASSIGNED");
        assertThat(Floor.told(world.floor.dispatcher.cancel(two, world.floor.now)))
                .containsExactly("two STALE");
        assertThat(world.floor.dispatcher.tickets()).hasSize(1);
    }

    @Test
    @DisplayName("has some time for it, and no ticket both an offer and a promise")
    void bounds() {
        Calendar always = Calendar.of(OpenHours.ALWAYS);
        assertThatThrownBy(() -> ServiceLevel.firstTouch(always, Duration.ZERO))
                .hasMessage("target must be longer than nothing, was PT0S");
        assertThatThrownBy(() -> ServiceLevel.firstTouch(always, Duration.ofNanos(-1)))
                .hasMessageStartingWith("target must be longer than nothing");
        RepId ann = new RepId("ann");
        assertThatThrownBy(() -> new Ticket(
                        ONE,
                        0,
                        Floor.START,
                        new TreeMap<>(),
                        "",
                        Optional.of(new Ticket.Offer(ann, 1, Floor.START)),
                        Optional.of(new Ticket.Promise(ann, 1, Floor.START, Floor.START))))
                .hasMessage("ticket must have an offer or a promise, had both");
    }
}
