package dev.leadkit.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Submission;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.desk.Reconciliation;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.port.LeadRouter;
import dev.leadkit.port.Placement;
import dev.leadkit.routing.kit.Fuse;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.Terms;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.store.LeadStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A process dies between any two calls of store and ledger; another one reconciles them. */
final class ReconcileProperties {

    private static final int LEADS = 4;
    private static final Set<String> CALLS =
            Set.of("reserve", "confirm", "release", "commit", "find", "held", "retake", "page");
    private static final RoutingPlan PLAN = RoutingPlan.builder(new ModelRef("inbound", "1"))
            .rep(Rep.of("ann", 2).serving(Rep.EVERYWHERE))
            .rep(Rep.of("bob", 1).serving(Rep.EVERYWHERE))
            .ranking("leastLoaded")
            .queue("waiting")
            .build();

    private LeadStore store = LeadStore.inMemory();
    private AssignmentLedger ledger = AssignmentLedger.inMemory();
    private Instant now = Instant.parse("2026-03-01T09:00:00Z");

    private LeadDesk desk(Fuse fuse) {
        InstantSource clock = () -> now = now.plusSeconds(2);
        LeadRouter router = Router.of(PLAN, ledger, 7);
        return LeadDesk.builder(fuse.guard(LeadStore.class, store), clock)
                .mapping("web", submission -> new Mapped(FieldValues.builder().build(), List.of(), List.of()))
                .router(fuse.guard(LeadRouter.class, router))
                .build();
    }

    private LeadDesk desk() {
        return desk(new Fuse(CALLS, Integer.MAX_VALUE, false));
    }

    private static LeadId lead(int number) {
        return LeadId.derived("web", Integer.toString(number));
    }

    private void does(int step, LeadDesk desk) {
        LeadId lead = lead(step % LEADS);
        switch (step / LEADS % 6) {
            case 0, 1 -> desk.route(lead);
            case 2 -> desk.lose(lead, "no budget");
            case 3 -> desk.convert(lead);
            case 4 -> lose(step);
            default -> reconcile(desk);
        }
    }

    /** What befalls a ledger: it forgets everything, or a single place, or a lead is moved behind the desk's back. */
    private void lose(int step) {
        LeadId lead = lead(step % LEADS);
        int what = step / LEADS / 6 % 3;
        if (what == 0) {
            ledger = AssignmentLedger.inMemory();
        } else if (what == 1) {
            ledger.find(lead).ifPresent(place -> ledger.release(lead, place.token(), "lost"));
        } else {
            ledger.find(lead)
                    .ifPresent(place -> ledger.reserve(new Reservation(
                            lead,
                            "inbound",
                            0,
                            List.of(new Bid(new RepId("bob"), 9)),
                            List.of(),
                            Terms.STANDARD.replacing(place.token()))));
        }
    }

    private static List<Reconciliation.Settled> reconcile(LeadDesk desk) {
        List<Reconciliation.Settled> settled = new ArrayList<>();
        Optional<Reconciliation.Cursor> from = Optional.of(Reconciliation.Cursor.START);
        while (from.isPresent()) {
            Reconciliation page = desk.reconcile(from.get(), 2);
            assertThat(page.faults()).isEmpty();
            settled.addAll(page.settled());
            from = page.next();
        }
        return settled;
    }

    /** The store's owners and the ledger's places are the same, and the loads are those of the places. */
    private void checkWhole() {
        Map<RepId, Integer> loads = new HashMap<>();
        for (int i = 0; i < LEADS; i++) {
            LeadHistory history = store.find(lead(i)).orElseThrow().history();
            Optional<Place> place = ledger.find(lead(i));
            Optional<Placement> told = desk().read(lead(i)).orElseThrow().placement();
            boolean open = history.lead().stage().orElseThrow().name().equals("new");
            boolean owned =
                    open && told.filter(Placement.WithRep.class::isInstance).isPresent();
            assertThat(place.isPresent())
                    .as("lead %d has a place exactly if it has an owner", i)
                    .isEqualTo(owned);
            place.ifPresent(held -> {
                Placement.WithRep rep = (Placement.WithRep) told.orElseThrow();
                assertThat(rep.rep()).isEqualTo(held.rep());
                assertThat(rep.token()).isEqualTo(held.token());
                assertThat(held.committed()).isTrue();
                loads.merge(held.rep(), 1, Integer::sum);
            });
        }
        for (RepId rep : List.of(new RepId("ann"), new RepId("bob"))) {
            assertThat(ledger.standings("inbound", List.of(rep)).get(0).open()).isEqualTo(loads.getOrDefault(rep, 0));
        }
    }

    @Property(tries = 2_000)
    @Label(
            "After any crashes and losses a reconciliation leaves each lead with one owner and one place, or with neither")
    void reconciled(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 9_999) Integer> steps,
            @ForAll List<@IntRange(max = 25) Integer> lives) {
        store = LeadStore.inMemory();
        ledger = AssignmentLedger.inMemory();
        for (int i = 0; i < LEADS; i++) {
            desk().capture(new Submission("web", Integer.toString(i), Optional.empty(), Map.of("a", "b")));
        }
        for (int i = 0; i < steps.size(); i++) {
            int life = lives.isEmpty() ? 25 : lives.get(i % lives.size());
            try {
                does(steps.get(i), desk(new Fuse(CALLS, life / 2, life % 2 == 0)));
            } catch (Fuse.Died e) {
                // the next step is another process's
            }
        }

        reconcile(desk());

        checkWhole();
        assertThat(reconcile(desk())).as("what a second reconciliation settles").isEmpty();
        checkWhole();
    }
}
