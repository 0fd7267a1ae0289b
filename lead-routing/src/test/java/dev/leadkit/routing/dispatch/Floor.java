package dev.leadkit.routing.dispatch;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;

import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.engine.RoutingRequest;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.model.Escalation;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Requirement;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A sales floor with a clock that is set by hand: who leads come from, what reps can do, who has what. */
final class Floor {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final DispatchPolicy OFFERS = DispatchPolicy.offering(Duration.ofMinutes(5), Duration.ofMinutes(30));

    private static final long SEED = 7;

    Instant now = START;
    final AssignmentLedger ledger = AssignmentLedger.inMemory(() -> now);
    final TreeMap<LeadId, String> countries = new TreeMap<>();
    Router router;
    Dispatcher dispatcher;

    private final DispatchPolicy policy;

    Floor(RoutingPlan plan, DispatchPolicy policy) {
        this.policy = policy;
        this.router = Router.of(plan, ledger, SEED);
        this.dispatcher = Dispatcher.of(router, ledger, policy, this::history);
    }

    /** Another process goes on with the plan, the ledger and the tickets, which are all that was kept. */
    void restart() {
        router = Router.of(router.plan(), ledger, SEED);
        dispatcher = Dispatcher.of(router, ledger, policy, this::history).resume(dispatcher.tickets());
    }

    /** No territories, one queue. */
    static RoutingPlan plan(Rep... reps) {
        PlanBuilder plan = RoutingPlan.builder("floor", "1").queue("waiting");
        List.of(reps).forEach(plan::rep);
        return plan.build();
    }

    /** What happened to whom. */
    static List<String> told(List<Step> steps) {
        return steps.stream().map(step -> step.lead() + " " + step.kind()).toList();
    }

    /** Two countries, a skill that is preferred for ten minutes, a territory that is waived after an hour. */
    static RoutingPlan plan(String version, int reps, int capacity) {
        return parts(version, reps, capacity).build();
    }

    static PlanBuilder parts(String version, int reps, int capacity) {
        PlanBuilder plan = RoutingPlan.builder("floor", version)
                .territory("a", field(COUNTRY).is("A"))
                .territory("b", field(COUNTRY).is("B"))
                .requirement(new Requirement(field(COUNTRY).is("B"), "german", 2, Optional.of(Duration.ofMinutes(10))))
                .escalation(new Escalation(
                        Duration.ofHours(1), new TreeSet<>(Set.of("territory")), Optional.of("overflow")))
                .queue("waiting");
        for (int i = 0; i < reps; i++) {
            Rep rep = Rep.of("rep-" + i, capacity).serving(i % 2 == 0 ? "a" : "b");
            plan.rep(i % 3 == 0 ? rep.skilled("german", 1 + i % 4) : rep);
        }
        return plan;
    }

    LeadHistory history(LeadId lead) {
        Instant before = START.minusSeconds(60);
        EventHeader header = new EventHeader(EventId.derived(lead, "update"), lead, before, before);
        FieldValues values = FieldValues.builder()
                .set(COUNTRY, countries.getOrDefault(lead, "A"))
                .build();
        return LeadHistory.of(lead, List.of(Updated.of(header, new Origin("test", lead.value(), true), values)));
    }

    List<Step> arrive(String id, String country, int priority) {
        LeadId lead = new LeadId(id);
        countries.put(lead, country);
        return dispatcher.arrive(lead, priority, now);
    }

    List<Step> later(Duration time) {
        now = now.plus(time);
        return dispatcher.wake(now);
    }

    Place place(String lead) {
        return ledger.find(new LeadId(lead)).orElseThrow();
    }

    /** Whether anybody could take a waiting lead now. */
    boolean couldGo(Ticket ticket) {
        return couldGo(ticket, now);
    }

    /** Whether anybody could take it then if nothing but the time changed. */
    boolean couldGo(Ticket ticket, Instant then) {
        return router.explain(RoutingRequest.of(history(ticket.lead()), then)
                        .waitingSince(ticket.since())
                        .without(ticket.resting().keySet()))
                .taker()
                .isPresent();
    }

    List<Ticket> waiting() {
        return dispatcher.tickets().stream()
                .filter(ticket -> ticket.offer().isEmpty())
                .toList();
    }

    static RepId taker(Step step) {
        return ((Decision.Assigned) step.decision().orElseThrow()).rep();
    }
}
