package dev.leadkit.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.Assigned;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.lifecycle.Lifecycle;
import dev.leadkit.port.Placement;
import dev.leadkit.routing.dispatch.Ticket;
import dev.leadkit.routing.kit.FeedProof;
import dev.leadkit.routing.kit.Fuse;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.model.Rep;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** Processes die between any two calls of ledger, store and tickets; the next one goes on. */
final class DeskDispatcherProperties {

    private static final int LEADS = 6;

    private final Set<LeadId> arrived = new HashSet<>();

    @Property(tries = 1_500)
    @Label("However often a process dies, each lead that arrived has one owner and one place, or is offered, or waits")
    void crashes(@ForAll long seed) {
        arrived.clear();
        Random random = new Random(seed);
        SalesFloor floor = new SalesFloor(
                (random.nextBoolean() ? SalesFloor.DIRECT : SalesFloor.OFFERING).promising(SalesFloor.LEVEL),
                Rep.of("ann", 2),
                Rep.of("bob", 1));
        DeskDispatcher first = floor.process();
        for (int i = 0; i < LEADS; i++) {
            floor.capture(first, i);
        }
        for (int life = 0; life < 6; life++) {
            try {
                live(floor, floor.process(SalesFloor.fuse(random.nextInt(60), random.nextBoolean())), random);
            } catch (Fuse.Died e) {
                // another process goes on
            }
        }
        floor.failing.clear();
        floor.broken.clear();
        floor.beforeCommit = () -> {};
        DeskDispatcher last = floor.process();
        SalesFloor.reconcile(last.desk());
        last.wake(floor.now);

        check(floor);
        assertThat(SalesFloor.reconcile(last.desk()))
                .as("what a reconciliation still settles")
                .isEmpty();
        check(floor);
    }

    private void live(SalesFloor floor, DeskDispatcher process, Random random) {
        floor.failing.clear();
        floor.broken.clear();
        floor.beforeCommit = () -> {};
        process.start(floor.now);
        if (random.nextBoolean()) {
            SalesFloor.reconcile(process.desk());
        }
        for (int i = 0; i < 12; i++) {
            disturb(floor, random);
            try {
                does(floor, process, random);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("no connection");
            }
            floor.failing.clear();
            floor.broken.clear();
            floor.now = floor.now.plus(Duration.ofMinutes(random.nextInt(20)));
            process.wake(floor.now);
        }
    }

    /** Another process may write to a lead before the next commit, or a call to store or tickets may fail. */
    private static void disturb(SalesFloor floor, Random random) {
        LeadId lead = SalesFloor.lead(random.nextInt(LEADS));
        floor.broken.clear();
        switch (random.nextInt(6)) {
            case 2 -> floor.broken.add(lead);
            case 0 -> {
                DeskDispatcher other = floor.process(SalesFloor.fuse(Integer.MAX_VALUE, false));
                boolean loses = random.nextInt(4) == 0;
                floor.beforeCommit = () -> {
                    if (loses) {
                        other.desk().lose(lead, "no budget");
                    } else {
                        other.desk().record(lead, Interaction.inbound("page.viewed"));
                    }
                };
            }
            case 1 ->
                floor.failing.add(List.of("commit", "find", "keep", "drop").get(random.nextInt(4)));
            default -> floor.beforeCommit = () -> {};
        }
    }

    private void does(SalesFloor floor, DeskDispatcher process, Random random) {
        LeadId lead = SalesFloor.lead(random.nextInt(LEADS));
        Optional<Place> place = floor.ledger.find(lead);
        switch (random.nextInt(9)) {
            case 5 -> process.handOver(new RepId(random.nextBoolean() ? "ann" : "bob"), floor.now);
            case 0 -> process.desk().lose(lead, "no budget");
            case 1 -> place.ifPresent(each -> process.accept(lead, each.token(), floor.now));
            case 2 -> place.ifPresent(each -> process.decline(lead, each.token(), floor.now));
            case 3 -> place.ifPresent(each -> process.reroute(lead, each.token(), floor.now));
            case 4 -> {
                if (floor.told(lead).filter(Placement.WithRep.class::isInstance).isEmpty()) {
                    arrived.remove(lead);
                }
                process.cancel(lead, floor.now);
            }
            default -> {
                process.arrive(lead, random.nextInt(3), floor.now);
                arrived.add(lead);
            }
        }
    }

    private void check(SalesFloor floor) {
        Map<RepId, Integer> loads = new HashMap<>();
        for (int i = 0; i < LEADS; i++) {
            LeadId lead = SalesFloor.lead(i);
            LeadHistory history = floor.store.find(lead).orElseThrow().history();
            Optional<Place> place = floor.ledger.find(lead);
            place.ifPresent(held -> loads.merge(held.rep(), 1, Integer::sum));
            check(floor, history, place);
            assertThat(history.events().stream()
                            .filter(Assigned.class::isInstance)
                            .map(event -> ((Assigned) event).token())
                            .toList())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
        // a reconciliation may give a rep a lead back that is the rep's by its events, though there is no room any more
        new FeedProof(floor.ledger)
                .read()
                .check(rep -> floor.plan.rep(rep).orElseThrow().capacity());
        for (RepId rep : List.of(new RepId("ann"), new RepId("bob"))) {
            assertThat(floor.ledger.standings("inbound", List.of(rep)).get(0).open())
                    .isEqualTo(loads.getOrDefault(rep, 0));
        }
    }

    private void check(SalesFloor floor, LeadHistory history, Optional<Place> place) {
        Optional<Ticket> ticket = floor.tickets.find(history.id());
        Optional<Placement.WithRep> owner = floor.told(history.id())
                .filter(each -> !history.lead()
                        .stage()
                        .equals(Optional.of(Lifecycle.standard().lost())))
                .filter(Placement.WithRep.class::isInstance)
                .map(Placement.WithRep.class::cast);
        Optional<Place> committed = place.filter(Place::committed);
        assertThat(committed.map(Place::token))
                .as("the place of the owner")
                .isEqualTo(owner.map(Placement.WithRep::token));
        assertThat(committed.map(Place::rep)).isEqualTo(owner.map(Placement.WithRep::rep));
        boolean open =
                !history.lead().stage().equals(Optional.of(Lifecycle.standard().lost()));
        if (open && arrived.contains(history.id())) {
            assertThat(owner.isPresent() || ticket.isPresent())
                    .as("no lead is lost")
                    .isTrue();
        }
        if (open && owner.isEmpty()) {
            assertThat(ticket.flatMap(Ticket::promise)).isEmpty();
        }
        if (place.isPresent() && committed.isEmpty()) {
            assertThat(ticket.flatMap(Ticket::offer).map(Ticket.Offer::token))
                    .as("an offer")
                    .contains(place.get().token());
        }
    }
}
