package dev.leadkit.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.event.Assigned;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.Queued;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.port.Placement;
import dev.leadkit.routing.dispatch.Step;
import dev.leadkit.routing.dispatch.Ticket;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.store.Commit;
import dev.leadkit.store.LeadStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A desk with a dispatcher")
final class DeskDispatcherTest {

    private static final RepId ANN = new RepId("ann");

    private final SalesFloor floor = new SalesFloor(SalesFloor.DIRECT, Rep.of("ann", 1));
    private final DeskDispatcher process = floor.process();

    private static Placement.WithRep withRep(SalesFloor floor, LeadId lead) {
        return (Placement.WithRep) floor.told(lead).orElseThrow();
    }

    private List<String> events(LeadId lead) {
        return floor.store.find(lead).orElseThrow().history().events().stream()
                .filter(event -> event instanceof Assigned || event instanceof Queued)
                .map(LeadEvent::getClass)
                .map(Class::getSimpleName)
                .toList();
    }

    @Test
    @DisplayName(
            "writes who got a lead and why, and which queue another one waits in, and keeps the ticket of that one alone")
    void writes() {
        LeadId one = floor.capture(process, 1);
        LeadId two = floor.capture(process, 2);

        assertThat(SalesFloor.kinds(process.arrive(one, 0, floor.now))).containsExactly("ASSIGNED");
        assertThat(SalesFloor.kinds(process.arrive(two, 5, floor.now))).containsExactly("WAITS");

        assertThat(withRep(floor, one).token())
                .isEqualTo(floor.ledger.find(one).orElseThrow().token());
        assertThat(withRep(floor, one).reason()).startsWith("ann is the only one who can");
        assertThat(floor.told(two).orElseThrow()).isInstanceOf(Placement.InQueue.class);
        assertThat(floor.tickets.all())
                .containsExactly(
                        new Ticket(two, 5, floor.now, new TreeMap<>(), "waiting", Optional.empty(), Optional.empty()));
    }

    @Test
    @DisplayName("gives what a won lead leaves free to the one that waits, in another process as well")
    void wins() {
        LeadId one = floor.capture(process, 1);
        LeadId two = floor.capture(process, 2);
        process.arrive(one, 0, floor.now);
        process.arrive(two, 0, floor.now);
        process.desk().convert(one);

        DeskDispatcher next = floor.process(SalesFloor.fuse(Integer.MAX_VALUE, false));

        assertThat(SalesFloor.kinds(next.start(floor.now))).containsExactly("ASSIGNED");
        assertThat(withRep(floor, two).rep()).isEqualTo(ANN);
        assertThat(floor.tickets.all()).isEmpty();
        assertThat(SalesFloor.reconcile(next.desk())).isEmpty();
    }

    @Test
    @DisplayName(
            "writes an offer only when it is accepted, with the reason of the offer; a reconciliation leaves it alone")
    void offers() {
        SalesFloor offering = new SalesFloor(SalesFloor.OFFERING, Rep.of("ann", 1), Rep.of("bob", 1));
        DeskDispatcher desk = offering.process();
        LeadId one = offering.capture(desk, 1);
        assertThat(SalesFloor.kinds(desk.arrive(one, 0, offering.now))).containsExactly("OFFERED");
        assertThat(offering.told(one)).isEmpty();
        assertThat(SalesFloor.reconcile(desk.desk())).isEmpty();
        Place offered = offering.ledger.find(one).orElseThrow();

        assertThat(SalesFloor.kinds(desk.decline(one, offered.token(), offering.now)))
                .containsExactly("WITHDRAWN", "OFFERED");
        assertThat(offering.tickets.find(one).orElseThrow().resting()).containsKey(offered.rep());
        Place other = offering.ledger.find(one).orElseThrow();
        assertThat(SalesFloor.kinds(desk.accept(one, other.token(), offering.now)))
                .containsExactly("ASSIGNED");

        assertThat(withRep(offering, one).rep()).isEqualTo(other.rep());
        assertThat(withRep(offering, one).reason()).startsWith(other.rep() + " is the only one who can");
        assertThat(offering.tickets.all()).isEmpty();
    }

    @Test
    @DisplayName("gives a place back that was decided for a lead that is lost by then, to the one behind it")
    void lost() {
        LeadId one = floor.capture(process, 1);
        LeadId two = floor.capture(process, 2);
        LeadId three = floor.capture(process, 3);
        process.arrive(one, 0, floor.now);
        process.arrive(two, 9, floor.now);
        process.arrive(three, 0, floor.now);
        process.desk().lose(two, "no budget");
        process.desk().convert(one);

        List<Step> steps = process.wake(floor.now);

        assertThat(SalesFloor.kinds(steps)).containsExactly("DONE", "ASSIGNED");
        assertThat(steps).extracting(Step::lead).containsExactly(two, three);
        assertThat(withRep(floor, three).rep()).isEqualTo(ANN);
        assertThat(floor.ledger.find(two)).isEmpty();
        assertThat(floor.tickets.all()).isEmpty();
    }

    @Test
    @DisplayName(
            "forgets a lead that is lost while it waits when it is looked at next, and one that is cancelled at once")
    void lostWhileWaiting() {
        LeadId one = floor.capture(process, 1);
        LeadId two = floor.capture(process, 2);
        process.arrive(one, 0, floor.now);
        process.desk().lose(two, "no budget");

        assertThat(SalesFloor.kinds(process.arrive(two, 0, floor.now))).containsExactly("DONE");
        LeadId three = floor.capture(process, 3);
        process.arrive(three, 0, floor.now);
        assertThat(SalesFloor.kinds(process.cancel(three, floor.now))).containsExactly("DONE");
        assertThat(floor.tickets.all()).isEmpty();
    }

    @Test
    @DisplayName("writes whoever gets a lead that is moved, because of the service level or by hand")
    void moves() {
        SalesFloor promised =
                new SalesFloor(SalesFloor.DIRECT.promising(SalesFloor.LEVEL), Rep.of("ann", 1), Rep.of("bob", 1));
        DeskDispatcher desk = promised.process();
        LeadId one = promised.capture(desk, 1);
        desk.arrive(one, 0, promised.now);
        RepId first = withRep(promised, one).rep();
        promised.now = promised.now.plus(Duration.ofHours(1));

        assertThat(SalesFloor.kinds(promised.process().wake(promised.now))).isEmpty();
        assertThat(withRep(promised, one).rep()).isNotEqualTo(first);

        DeskDispatcher next = promised.process();
        next.desk().record(one, Interaction.outbound("call"));
        promised.now = promised.now.plus(Duration.ofHours(1));
        assertThat(SalesFloor.kinds(next.wake(promised.now))).containsExactly("MET");
        assertThat(promised.tickets.all()).isEmpty();
        assertThat(SalesFloor.kinds(next.reroute(one, withRep(promised, one).token(), promised.now)))
                .containsExactly("ASSIGNED");
        assertThat(withRep(promised, one).rep()).isEqualTo(first);
    }

    @Test
    @DisplayName("writes that a leaver's lead waits again, so that no reconciliation gives it back to the leaver")
    void handsOver() {
        LeadId one = floor.capture(process, 1);
        process.arrive(one, 0, floor.now);
        floor.router.activate(RoutingPlan.builder("inbound", "2")
                .rep(Rep.of("ann", 1).inactive())
                .rep(Rep.of("bob", 0))
                .queue("waiting")
                .build());

        assertThat(SalesFloor.kinds(process.handOver(ANN, floor.now))).containsExactly("WAITS");

        assertThat(events(one)).containsExactly("Assigned", "Queued");
        assertThat(SalesFloor.reconcile(process.desk())).isEmpty();
        assertThat(floor.ledger.find(one)).isEmpty();
    }

    @Test
    @DisplayName(
            "records and tells later what it could not record at once: the lead is decided about again if its place is gone")
    void storeFails() {
        LeadId one = floor.capture(process, 1);
        LeadId two = floor.capture(process, 2);
        floor.failing.add("commit");

        assertThatThrownBy(() -> process.arrive(one, 3, floor.now)).hasMessage("no connection");
        assertThat(floor.ledger.find(one)).as("given back by the desk").isEmpty();
        floor.failing.clear();

        List<Step> steps = process.arrive(two, 9, floor.now);
        assertThat(SalesFloor.kinds(steps)).containsExactly("ASSIGNED", "WAITS");
        assertThat(steps).extracting(Step::lead).containsExactly(one, two);
        assertThat(withRep(floor, one).token())
                .isEqualTo(floor.ledger.find(one).orElseThrow().token());
        assertThat(SalesFloor.reconcile(process.desk())).isEmpty();
    }

    @Test
    @DisplayName("keeps what was kept of a lead when its ticket cannot be written, and writes it later")
    void ticketsFail() {
        LeadId one = floor.capture(process, 1);
        LeadId two = floor.capture(process, 2);
        process.arrive(one, 0, floor.now);
        floor.failing.add("keep");
        assertThatThrownBy(() -> process.arrive(two, 3, floor.now)).hasMessage("no connection");
        assertThat(floor.tickets.all()).isEmpty();
        floor.failing.clear();

        assertThat(SalesFloor.kinds(process.arrive(two, 3, floor.now))).containsExactly("WAITS");
        assertThat(floor.tickets.all()).extracting(Ticket::priority).containsExactly(3);
        process.desk().convert(one);
        floor.failing.add("drop");
        assertThatThrownBy(() -> process.wake(floor.now)).hasMessage("no connection");
        floor.failing.clear();
        assertThat(SalesFloor.kinds(process.wake(floor.now))).containsExactly("ASSIGNED");
        assertThat(floor.tickets.all()).isEmpty();
        assertThat(withRep(floor, two).rep()).isEqualTo(ANN);
    }

    @Test
    @DisplayName("takes a lead that somebody routed through the desk as what it is")
    void routedByHand() {
        LeadId one = floor.capture(process, 1);
        LeadId two = floor.capture(process, 2);
        process.arrive(one, 0, floor.now);
        process.arrive(two, 0, floor.now);
        process.desk().convert(one);
        process.desk().route(two).orElseThrow();

        assertThat(SalesFloor.kinds(process.wake(floor.now))).containsExactly("ASSIGNED");
        assertThat(events(two)).containsExactly("Queued", "Assigned");
    }

    @Test
    @DisplayName("looks after a lead that the desk queued by itself, with the age and priority that it has")
    void queuedByTheDesk() {
        LeadId one = floor.capture(process, 1);
        LeadId two = floor.capture(process, 2);
        process.arrive(one, 0, floor.now);
        process.desk().route(two).orElseThrow();

        assertThat(floor.tickets.find(two).map(Ticket::waits)).contains(true);
        assertThat(process.nextWakeUp()).contains(floor.now);
        assertThat(SalesFloor.kinds(process.wake(floor.now))).containsExactly("WAITS");
        process.arrive(two, 4, floor.now);
        process.desk().route(two).orElseThrow();
        assertThat(floor.tickets.find(two).map(Ticket::priority)).contains(4);
        assertThat(process.wake(floor.now)).isEmpty();
        process.desk().convert(one);
        assertThat(SalesFloor.kinds(process.wake(floor.now))).containsExactly("ASSIGNED");
        assertThat(withRep(floor, two).rep()).isEqualTo(ANN);
    }

    @Test
    @DisplayName("gives up for this time where others are always faster, with a ticket of the lead")
    void alwaysConflicts() {
        LeadId one = floor.capture(process, 1);
        LeadStore behind = floor.store;
        floor.always = true;
        int[] views = {0};
        floor.beforeCommit = () -> behind.commit(Commit.of(
                one,
                behind.find(one).orElseThrow().version(),
                List.of(new Interacted(
                        new EventHeader(EventId.derived(one, "view-" + views[0]++), one, floor.now, floor.now),
                        Interaction.inbound("page.viewed")))));

        assertThatThrownBy(() -> process.arrive(one, 0, floor.now)).hasMessageContaining("in 100 attempts");
        assertThat(floor.tickets.find(one)).isPresent();
        floor.always = false;
        floor.beforeCommit = () -> {};
        assertThat(SalesFloor.kinds(process.wake(floor.now))).containsExactly("ASSIGNED");
    }

    @Test
    @DisplayName("decides again about a lead that another writer was faster with")
    void conflict() {
        LeadId one = floor.capture(process, 1);
        DeskDispatcher other = floor.process(SalesFloor.fuse(Integer.MAX_VALUE, false));
        floor.beforeCommit = () -> other.desk().record(one, Interaction.inbound("page.viewed"));

        List<Step> steps = process.arrive(one, 0, floor.now);

        assertThat(SalesFloor.kinds(steps)).containsExactly("ASSIGNED");
        assertThat(withRep(floor, one).token()).as("the second place").isEqualTo(2);
        LeadId two = floor.capture(process, 2);
        floor.beforeCommit = () -> other.desk().record(two, Interaction.inbound("page.viewed"));
        assertThat(SalesFloor.kinds(process.arrive(two, 0, floor.now))).containsExactly("WAITS");
        assertThat(events(two)).containsExactly("Queued");

        assertThat(events(one)).containsExactly("Assigned");
        assertThat(SalesFloor.reconcile(process.desk())).isEmpty();
        assertThat(floor.tickets.find(one)).isEmpty();
    }

    @Test
    @DisplayName(
            "says that a call is due after one that threw, and that a lead was decided about keeps its age and priority")
    void overdue() {
        LeadId one = floor.capture(process, 1);
        LeadId two = floor.capture(process, 2);
        floor.failing.add("commit");
        assertThatThrownBy(() -> process.arrive(one, 3, floor.now)).hasMessage("no connection");
        assertThatThrownBy(() -> process.wake(floor.now)).hasMessage("no connection");
        assertThat(process.nextWakeUp()).contains(floor.now);
        floor.failing.clear();
        floor.ledger.reserve(new Reservation(two, "inbound", 0, List.of(new Bid(ANN, 1)), List.of()));

        floor.now = floor.now.plusSeconds(1);
        assertThat(SalesFloor.kinds(process.wake(floor.now))).containsExactly("WAITS");

        assertThat(floor.tickets.find(one).orElseThrow().priority()).isEqualTo(3);
        assertThat(floor.tickets.find(one).orElseThrow().since()).isEqualTo(floor.now.minusSeconds(1));
        assertThat(process.nextWakeUp()).isEmpty();
    }

    @Test
    @DisplayName("sets a lead aside that cannot be recorded while others can, and tries again after a minute")
    void setAside() {
        SalesFloor wide = new SalesFloor(SalesFloor.DIRECT, Rep.of("ann", 9));
        DeskDispatcher desk = wide.process();
        LeadId one = wide.capture(desk, 1);
        LeadId two = wide.capture(desk, 2);
        wide.broken.add(one);
        assertThatThrownBy(() -> desk.arrive(one, 0, wide.now)).hasMessage("no connection");

        List<Step> steps = desk.arrive(two, 0, wide.now);

        assertThat(SalesFloor.kinds(steps)).containsExactly("ASSIGNED", "UNREAD");
        assertThat(steps.get(1).trouble()).contains("recording failed with java.lang.IllegalStateException");
        assertThat(desk.wake(wide.now)).isEmpty();
        assertThat(desk.nextWakeUp()).contains(wide.now.plusSeconds(60));
        wide.now = wide.now.plusSeconds(60);
        assertThat(SalesFloor.kinds(desk.wake(wide.now))).containsExactly("UNREAD");
        wide.broken.clear();
        wide.now = wide.now.plusSeconds(60);
        assertThat(SalesFloor.kinds(desk.wake(wide.now))).containsExactly("ASSIGNED");
        assertThat(withRep(wide, one).rep()).isEqualTo(ANN);
        assertThat(desk.nextWakeUp()).isEmpty();
    }

    @Test
    @DisplayName("records an acceptance that the process did not live to record, and asks nobody again")
    void acceptedAndDied() {
        SalesFloor offering = new SalesFloor(SalesFloor.OFFERING, Rep.of("ann", 1), Rep.of("bob", 1));
        DeskDispatcher desk = offering.process();
        LeadId one = offering.capture(desk, 1);
        desk.arrive(one, 0, offering.now);
        Place offered = offering.ledger.find(one).orElseThrow();
        offering.ledger.commit(one, offered.token());

        DeskDispatcher next = offering.process(SalesFloor.fuse(Integer.MAX_VALUE, false));
        assertThat(SalesFloor.kinds(next.start(offering.now))).containsExactly("ASSIGNED");

        assertThat(withRep(offering, one).rep()).isEqualTo(offered.rep());
        assertThat(SalesFloor.reconcile(next.desk())).isEmpty();
    }

    @Test
    @DisplayName("looks after a lead again that was handed over when the process died, whatever its rep owed it")
    void handedOverAndDied() {
        SalesFloor promised = new SalesFloor(SalesFloor.DIRECT.promising(SalesFloor.LEVEL), Rep.of("ann", 1));
        DeskDispatcher desk = promised.process();
        LeadId one = promised.capture(desk, 1);
        desk.arrive(one, 0, promised.now);
        promised.router.activate(RoutingPlan.builder("inbound", "2")
                .rep(Rep.of("ann", 1).inactive())
                .rep(Rep.of("bob", 0))
                .queue("waiting")
                .build());
        promised.failing.add("keep");
        assertThatThrownBy(() -> desk.handOver(ANN, promised.now)).hasMessage("no connection");
        promised.failing.clear();

        DeskDispatcher next = promised.process();

        assertThat(promised.tickets.find(one).flatMap(Ticket::promise).map(Ticket.Promise::token))
                .as("of another place")
                .isNotEqualTo(Optional.of(1L));
        assertThat(withRep(promised, one).token()).isEqualTo(2);
        assertThat(SalesFloor.reconcile(next.desk())).isEmpty();
    }

    @Test
    @DisplayName(
            "does not give a moved lead back to whom it was moved away from because somebody wrote to it meanwhile")
    void movedAndInterrupted() {
        SalesFloor promised =
                new SalesFloor(SalesFloor.DIRECT.promising(SalesFloor.LEVEL), Rep.of("ann", 1), Rep.of("bob", 1));
        DeskDispatcher desk = promised.process();
        LeadId one = promised.capture(desk, 1);
        desk.arrive(one, 0, promised.now);
        RepId first = withRep(promised, one).rep();
        promised.now = promised.now.plus(Duration.ofHours(1));
        DeskDispatcher other = promised.process(SalesFloor.fuse(Integer.MAX_VALUE, false));
        promised.beforeCommit = () -> other.desk().record(one, Interaction.inbound("page.viewed"));

        assertThat(SalesFloor.kinds(desk.wake(promised.now))).containsExactly("BREACHED", "ASSIGNED");

        assertThat(withRep(promised, one).rep()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("writes no queue over a rep to whom somebody else gave the lead meanwhile")
    void queuedTooLate() {
        LeadId one = floor.capture(process, 1);
        LeadId two = floor.capture(process, 2);
        process.arrive(one, 0, floor.now);
        DeskDispatcher other = floor.process(SalesFloor.fuse(Integer.MAX_VALUE, false));
        floor.beforeCommit = () -> {
            other.desk().convert(one);
            other.desk().route(two);
        };

        assertThat(SalesFloor.kinds(process.arrive(two, 0, floor.now))).containsExactly("ASSIGNED");

        assertThat(events(two)).containsExactly("Assigned");
        assertThat(SalesFloor.reconcile(process.desk())).isEmpty();
        assertThat(floor.tickets.all()).isEmpty();
    }

    @Test
    @DisplayName("gives a lead up that the store does not have, and keeps one that is reported again as it is")
    void unknown() {
        LeadId ghost = new LeadId("ghost");
        assertThat(SalesFloor.kinds(process.arrive(ghost, 0, floor.now))).containsExactly("DONE");
        assertThat(floor.ledger.find(ghost)).isEmpty();
        assertThat(floor.tickets.all()).isEmpty();

        LeadId one = floor.capture(process, 1);
        process.arrive(one, 0, floor.now);
        floor.failing.add("keep");
        assertThat(SalesFloor.kinds(process.arrive(one, 9, floor.now))).containsExactly("ASSIGNED");
        floor.failing.clear();
        LeadId two = floor.capture(process, 2);
        process.arrive(two, 0, floor.now);
        process.arrive(two, 7, floor.now);
        assertThat(floor.tickets.find(two).orElseThrow().priority()).isEqualTo(7);
    }

    @Test
    @DisplayName("writes who got a lead in a review")
    void reviewed() {
        LeadId one = floor.capture(process, 1);
        process.arrive(one, 0, floor.now);
        floor.router.activate(RoutingPlan.builder("inbound", "2")
                .rep(Rep.of("ann", 1).inactive())
                .rep(Rep.of("bob", 1))
                .queue("waiting")
                .build());

        assertThat(SalesFloor.kinds(process.review(Set.of("active"), floor.now)))
                .containsExactly("ASSIGNED");
        assertThat(withRep(floor, one).rep()).isEqualTo(new RepId("bob"));
    }

    @Test
    @DisplayName("writes an offer that is accepted after a restart, though nobody knows any more why it was made")
    void acceptedAfterARestart() {
        SalesFloor offering = new SalesFloor(SalesFloor.OFFERING, Rep.of("ann", 1));
        DeskDispatcher desk = offering.process();
        LeadId one = offering.capture(desk, 1);
        desk.arrive(one, 0, offering.now);
        DeskDispatcher next = offering.process();

        assertThat(SalesFloor.kinds(
                        next.accept(one, offering.ledger.find(one).orElseThrow().token(), offering.now)))
                .containsExactly("ASSIGNED");
        assertThat(withRep(offering, one).rep()).isEqualTo(ANN);
        assertThat(withRep(offering, one).reason()).startsWith("ann keeps the place that the lead has");
    }

    @Test
    @DisplayName("is at peace when a lead that was set aside finds nobody any more")
    void setAsideForNobody() {
        LeadId one = floor.capture(process, 1);
        LeadId two = floor.capture(process, 2);
        process.arrive(one, 0, floor.now);
        process.arrive(two, 3, floor.now);
        process.desk().convert(one);
        floor.broken.add(two);
        assertThat(SalesFloor.kinds(process.arrive(floor.capture(process, 3), 0, floor.now)))
                .containsExactly("WAITS", "UNREAD");
        floor.broken.clear();
        floor.ledger.reserve(new Reservation(new LeadId("x"), "inbound", 0, List.of(new Bid(ANN, 1)), List.of()));
        floor.now = floor.now.plusSeconds(60);

        assertThat(SalesFloor.kinds(process.wake(floor.now))).containsExactly("WAITS");

        assertThat(process.nextWakeUp()).isEmpty();
        assertThat(floor.tickets.find(two).orElseThrow().priority()).isEqualTo(3);
    }

    @Test
    @DisplayName(
            "gives the rep the place again whose assignment was written though the store threw, and could not be asked")
    void writtenAndThrown() {
        LeadId one = floor.capture(process, 1);
        floor.beforeCommit = () -> {
            floor.failing.add("find");
            floor.unanswered.add("commit");
        };
        assertThatThrownBy(() -> process.arrive(one, 0, floor.now)).hasMessage("no answer");
        floor.failing.clear();
        floor.unanswered.clear();
        assertThat(floor.ledger.find(one)).as("given back by the desk").isEmpty();

        assertThat(SalesFloor.kinds(process.wake(floor.now))).containsExactly("ASSIGNED");

        assertThat(floor.ledger.find(one).map(Place::token))
                .contains(withRep(floor, one).token());
        assertThat(events(one)).containsExactly("Assigned");
        assertThat(SalesFloor.reconcile(process.desk())).isEmpty();
    }
}
