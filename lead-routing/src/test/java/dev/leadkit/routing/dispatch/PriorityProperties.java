package dev.leadkit.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.dispatch.Step.Kind;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.model.Rep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Who goes before whom when priorities differ, rise, and grow with waiting. */
final class PriorityProperties {

    private static final Duration AGEING = Duration.ofMinutes(10);
    private static final DispatchPolicy AGEING_SOON =
            new DispatchPolicy(Optional.empty(), Duration.ZERO, Optional.of(AGEING));

    /** Those who are offered or assigned, in that order. */
    private static List<LeadId> served(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.kind() == Kind.OFFERED || step.kind() == Kind.ASSIGNED)
                .map(Step::lead)
                .toList();
    }

    @Property(tries = 200)
    @StatisticsReport(onFailureOnly = true)
    void aLeadOfRaisedPriorityWaitsBehindNobodyWhomItPreceded(@ForAll long seed) {
        DispatchPolicy policy = new Random(seed).nextBoolean() ? Floor.OFFERS : DispatchPolicy.direct();
        Set<LeadId> asItWas = servedBeforeOneThatIsRaised(new Floor(Floor.plan("1", 3, 1), policy), seed, 0);
        Set<LeadId> raised = servedBeforeOneThatIsRaised(new Floor(Floor.plan("1", 3, 1), policy), seed, 2);

        assertThat(asItWas).containsAll(raised);
        Statistics.label("goes before somebody whom it followed")
                .collect(raised.size() < asItWas.size())
                .coverage(check -> check.check(true).percentage(share -> share > 5));
    }

    /** Who goes before a waiting lead, drawn after a while, whose priority is raised then; everybody if it never goes. */
    private static Set<LeadId> servedBeforeOneThatIsRaised(Floor floor, long seed, int by) {
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            Happenings.happen(floor, random, i);
        }
        Set<LeadId> before = new LinkedHashSet<>();
        List<Ticket> waiting = floor.waiting();
        if (waiting.isEmpty()) {
            return before;
        }
        Ticket chosen = waiting.get(random.nextInt(waiting.size()));
        List<Step> steps = floor.dispatcher.arrive(chosen.lead(), chosen.priority() + by, floor.now);
        for (int i = 30; i < 130; i++) {
            for (LeadId lead : served(steps)) {
                if (lead.equals(chosen.lead())) {
                    return before;
                }
                before.add(lead);
            }
            steps = Happenings.happen(floor, random, i);
        }
        return before;
    }

    @Property(tries = 100)
    @StatisticsReport(onFailureOnly = true)
    void onlyWhoCameWithinTheDifferenceOfPrioritiesTimesTheAgeingMayOvertake(@ForAll long seed) {
        Random random = new Random(seed);
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1), Rep.of("bob", 1)), AGEING_SOON);
        Map<LeadId, Ticket> came = new LinkedHashMap<>();
        List<LeadId> order = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            order.addAll(served(rush(floor, came, random)));
        }
        long overtaken = came.values().stream()
                .filter(ticket -> isOvertakenByTheRight(ticket, came, order))
                .count();
        Statistics.label("somebody is overtaken")
                .collect(overtaken > 0)
                .coverage(check -> check.check(true).percentage(share -> share > 50));
    }

    /** More leads come than are finished, so that some wait for long. */
    private static List<Step> rush(Floor floor, Map<LeadId, Ticket> came, Random random) {
        floor.now = floor.now.plusSeconds(random.nextInt(240));
        List<Place> taken = floor.ledger.places(Optional.empty(), 2);
        if (taken.isEmpty() || random.nextInt(5) < 3) {
            int priority = random.nextInt(4);
            Ticket ticket = Ticket.waiting(new LeadId("lead-" + came.size()), priority, floor.now);
            came.put(ticket.lead(), ticket);
            return floor.arrive(ticket.lead().value(), "A", priority);
        }
        Place done = taken.get(random.nextInt(taken.size()));
        return floor.dispatcher.finish(done.lead(), done.token(), "won", floor.now);
    }

    private static boolean isOvertakenByTheRight(Ticket ticket, Map<LeadId, Ticket> came, List<LeadId> order) {
        int place = order.indexOf(ticket.lead());
        List<Ticket> overtakers = order.subList(0, place < 0 ? order.size() : place).stream()
                .map(came::get)
                .filter(each -> each.since().isAfter(ticket.since()))
                .toList();
        assertThat(overtakers)
                .allSatisfy(each -> assertThat(Duration.between(ticket.since(), each.since()))
                        .isLessThan(AGEING.multipliedBy(each.priority() - ticket.priority())));
        return !overtakers.isEmpty();
    }

    /** The thirtieth has come to no more than what the one that waits has come to by then: the priority of three, and is younger. */
    @Example
    void underALastingRushOfUrgentLeadsTwentyNineOvertakeALeadThreePrioritiesLower() {
        Floor floor = new Floor(Floor.plan(Rep.of("ann", 1)), AGEING_SOON);
        floor.arrive("first", "A", 0);
        floor.arrive("waits", "A", 0);
        String taken = "first";
        int overtakers = -1;
        while (!taken.equals("waits") && overtakers < 99) {
            overtakers++;
            floor.now = floor.now.plus(Duration.ofMinutes(1));
            floor.arrive("urgent-" + overtakers, "A", 3);
            Place done = floor.place(taken);
            List<Step> steps = floor.dispatcher.finish(done.lead(), done.token(), "won", floor.now);
            taken = served(steps).get(0).value();
        }
        assertThat(overtakers).isEqualTo(29);
    }
}
