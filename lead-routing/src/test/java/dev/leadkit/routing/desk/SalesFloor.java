package dev.leadkit.routing.desk;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Submission;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.desk.Reconciliation;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.port.Placement;
import dev.leadkit.routing.dispatch.DispatchPolicy;
import dev.leadkit.routing.dispatch.Dispatcher;
import dev.leadkit.routing.dispatch.ServiceLevel;
import dev.leadkit.routing.dispatch.Step;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.kit.Fuse;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.store.Commit;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoredLead;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Store, ledger and tickets that outlive processes, and processes that work on them. */
final class SalesFloor {

    static final DispatchPolicy DIRECT = DispatchPolicy.direct();
    static final DispatchPolicy OFFERING = DispatchPolicy.offering(Duration.ofMinutes(5), Duration.ofMinutes(30));
    static final ServiceLevel LEVEL = ServiceLevel.firstTouch(Calendar.of(OpenHours.ALWAYS), Duration.ofHours(1));

    private static final Set<String> CALLS = Set.of(
            "reserve", "confirm", "commit", "release", "renew", "expire", "find", "places", "page", "keep", "drop",
            "all", "restore");

    final LeadStore store = LeadStore.inMemory();
    final TicketStore tickets = TicketStore.inMemory();
    final DispatchPolicy policy;
    final RoutingPlan plan;
    /** The calls to store and tickets that fail at present. */
    final Set<String> failing = new HashSet<>();

    /** The calls to store and tickets whose answers are lost at present. */
    final Set<String> unanswered = new HashSet<>();

    /** The leads that cannot be committed at present. */
    final Set<LeadId> broken = new HashSet<>();

    /** What somebody else does before the next commit. */
    Runnable beforeCommit = () -> {};

    /** Whether that is done before every commit. */
    boolean always;

    Router router;
    Instant now = Instant.parse("2026-03-02T09:00:00Z");
    final AssignmentLedger ledger = AssignmentLedger.inMemory(() -> now);

    SalesFloor(DispatchPolicy policy, Rep... reps) {
        this.policy = policy;
        var parts = RoutingPlan.builder("inbound", "1").queue("waiting");
        List.of(reps).forEach(parts::rep);
        this.plan = parts.build();
    }

    /** A process that lives as long as the fuse. */
    DeskDispatcher process(Fuse fuse) {
        AssignmentLedger guarded = fuse.guard(AssignmentLedger.class, ledger);
        LeadStore guardedStore = fuse.guard(LeadStore.class, shaky(LeadStore.class, store));
        router = Router.of(plan, guarded, 7);
        Dispatcher dispatcher = Dispatcher.of(
                router,
                guarded,
                policy,
                lead -> guardedStore
                        .find(lead)
                        .map(StoredLead::history)
                        .orElseGet(() -> LeadHistory.of(lead, List.of())));
        return DeskDispatcher.of(
                dispatcher,
                router,
                LeadDesk.builder(guardedStore, () -> now)
                        .mapping(
                                "web",
                                submission -> new Mapped(FieldValues.builder().build(), List.of(), List.of())),
                fuse.guard(TicketStore.class, shaky(TicketStore.class, tickets)));
    }

    private <T> T shaky(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                SalesFloor.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean isOfBroken = arguments != null
                            && arguments[0] instanceof Commit commit
                            && broken.contains(commit.lead());
                    if (failing.contains(method.getName()) || isOfBroken) {
                        throw new IllegalStateException("no connection");
                    }
                    if (method.getName().equals("commit")) {
                        Runnable other = beforeCommit;
                        beforeCommit = always ? other : () -> {};
                        other.run();
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (unanswered.contains(method.getName())) {
                            throw new IllegalStateException("no answer");
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    static Fuse fuse(int calls, boolean after) {
        return new Fuse(CALLS, calls, after);
    }

    DeskDispatcher process() {
        DeskDispatcher process = process(fuse(Integer.MAX_VALUE, false));
        process.start(now);
        return process;
    }

    static LeadId lead(int number) {
        return LeadId.derived("web", Integer.toString(number));
    }

    LeadId capture(DeskDispatcher process, int number) {
        process.desk().capture(new Submission("web", Integer.toString(number), Optional.empty(), Map.of("a", "b")));
        return lead(number);
    }

    static List<Reconciliation.Settled> reconcile(LeadDesk desk) {
        List<Reconciliation.Settled> settled = new ArrayList<>();
        Optional<Reconciliation.Cursor> from = Optional.of(Reconciliation.Cursor.START);
        while (from.isPresent()) {
            Reconciliation page = desk.reconcile(from.get(), 2);
            settled.addAll(page.settled());
            from = page.next();
        }
        return settled;
    }

    /** Who has a lead by its events. */
    Optional<Placement> told(LeadId lead) {
        return process(fuse(Integer.MAX_VALUE, false))
                .desk()
                .read(lead)
                .orElseThrow()
                .placement();
    }

    static List<String> kinds(List<Step> steps) {
        return steps.stream().map(step -> step.kind().toString()).toList();
    }
}
