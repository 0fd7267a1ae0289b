package dev.leadkit.routing.simulation;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.dispatch.DispatchPolicy;
import dev.leadkit.routing.dispatch.Dispatcher;
import dev.leadkit.routing.dispatch.Step;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.engine.RoutingRequest;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Runs a plan over leads that came before, as if it had been in force: they arrive, wait, are assigned without asking and give
 * their places back when their time is over. The same plan, leads and seed give the same report. Each lead that is assigned costs a second
 * pass over those who could take it, because the account of what was due is kept whatever the plan's ranking is. For one thread.
 */
public final class Simulation {

    private final RoutingPlan plan;
    private final Router router;
    private final AssignmentLedger ledger;
    private final Dispatcher dispatcher;
    private final FairAccount account;
    private final List<Visit> visits;
    private final Map<LeadId, Visit> byLead = new HashMap<>();
    private final Map<LeadId, Fate> fates = new HashMap<>();
    private final PriorityQueue<End> ends = new PriorityQueue<>();
    private Instant now = Instant.EPOCH;

    private record End(Instant at, LeadId lead, RepId rep, long token) implements Comparable<End> {
        @Override
        public int compareTo(End other) {
            int first = at.compareTo(other.at);
            return first == 0 ? lead.compareTo(other.lead) : first;
        }
    }

    private Simulation(RoutingPlan plan, RoutingRegistry registry, List<Visit> visits, long seed) {
        this.plan = plan;
        this.visits = visits.stream()
                .sorted(Comparator.comparing(Visit::at)
                        .thenComparing(visit -> visit.lead().id()))
                .toList();
        this.visits.forEach(visit -> {
            if (byLead.put(visit.lead().id(), visit) != null) {
                throw new IllegalArgumentException(
                        "a lead must come once, " + visit.lead().id() + " came twice");
            }
        });
        this.ledger = AssignmentLedger.inMemory(() -> now);
        this.router = Router.of(plan, registry, ledger, seed);
        this.dispatcher = Dispatcher.of(router, ledger, DispatchPolicy.direct(), this::history);
        this.account = new FairAccount(plan);
    }

    private LeadHistory history(LeadId lead) {
        return requireNonNull(byLead.get(lead)).lead();
    }

    /**
     * What the plan would have made of the leads.
     *
     * @param plan the plan, active or not yet
     * @param registry the host's own names
     * @param visits the leads, in any order, each once
     * @param seed what draws between equals depend on
     * @return the report
     * @throws IllegalArgumentException if a lead comes twice
     */
    public static SimulationReport run(RoutingPlan plan, RoutingRegistry registry, List<Visit> visits, long seed) {
        return new Simulation(plan, registry, visits, seed).run();
    }

    /**
     * What really happened, in the same figures: the leads go to those who took them, and what was due is reckoned by the
     * plan. Who took a lead counts as somebody who could; one who is not in the plan is told like the others, with weight 1.
     *
     * @param plan says who could have taken what
     * @param registry the host's own names
     * @param visits the leads, in any order, each once
     * @return the report; a lead of which nobody is known to have taken it counts as unroutable
     */
    public static SimulationReport asItWas(RoutingPlan plan, RoutingRegistry registry, List<Visit> visits) {
        return new Simulation(plan, registry, visits, 0).retell();
    }

    private SimulationReport run() {
        int next = 0;
        Optional<Instant> when = next(next);
        while (when.isPresent()) {
            now = when.get();
            if (!ends.isEmpty() && !ends.peek().at().isAfter(now)) {
                End end = ends.remove();
                account.free(end.rep());
                take(dispatcher.finish(end.lead(), end.token(), "its time was over", now));
            } else if (next < visits.size() && !visits.get(next).at().isAfter(now)) {
                LeadId lead = visits.get(next++).lead().id();
                take(dispatcher.arrive(lead, 0, now));
            } else {
                take(dispatcher.wake(now));
            }
            when = next(next);
        }
        return report();
    }

    /** The earliest of: an end, an arrival, a wake-up. */
    private Optional<Instant> next(int arrival) {
        List<Instant> possible = new ArrayList<>();
        if (!ends.isEmpty()) {
            possible.add(ends.element().at());
        }
        if (arrival < visits.size()) {
            possible.add(visits.get(arrival).at());
        }
        dispatcher.nextWakeUp().ifPresent(possible::add);
        return possible.stream().min(Comparator.naturalOrder());
    }

    private void take(List<Step> steps) {
        for (Step step : steps) {
            if (step.kind() == Step.Kind.ASSIGNED
                    && step.decision().orElseThrow() instanceof Decision.Assigned assigned) {
                assigned(assigned);
            }
        }
    }

    private void assigned(Decision.Assigned assigned) {
        Visit visit = requireNonNull(byLead.get(assigned.lead()));
        book(visit, assigned.rep());
        ends.add(new End(now.plus(visit.handling()), assigned.lead(), assigned.rep(), assigned.token()));
    }

    /** Asked after the fact, so the lead's own place is looked away from. */
    private void book(Visit visit, RepId taker) {
        RoutingRequest asked = RoutingRequest.of(visit.lead(), now).waitingSince(visit.at());
        account.book(router.eligible(asked), taker);
        LeadId lead = visit.lead().id();
        fates.put(lead, new Fate(lead, Optional.of(taker), Duration.between(visit.at(), now)));
    }

    private SimulationReport retell() {
        for (Visit visit : visits) {
            now = visit.at();
            while (!ends.isEmpty() && !ends.peek().at().isAfter(now)) {
                account.free(ends.remove().rep());
            }
            visit.taker().ifPresent(taker -> {
                book(visit, taker);
                ends.add(new End(now.plus(visit.handling()), visit.lead().id(), taker, 0));
            });
        }
        return report();
    }

    private SimulationReport report() {
        List<Fate> all = visits.stream()
                .map(visit -> fates.getOrDefault(
                        visit.lead().id(),
                        new Fate(visit.lead().id(), Optional.empty(), Duration.between(visit.at(), now))))
                .toList();
        return new SimulationReport(plan.ref(), all, account.tallies());
    }
}
