package dev.leadkit.routing.dispatch;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Escalation;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A floor on which nobody accepts a lead, with room for all of them, and a plain account of who was asked when. */
final class Unwanted {

    private static final int LONGEST_MINUTES = 240;
    private static final int ROOM = 100;

    final DispatchPolicy policy;
    final Floor floor;

    private final List<Escalation> ladder = new ArrayList<>();

    /** Until when a rep is not asked about a lead again. */
    private final Map<LeadId, Map<RepId, Instant>> rests = new TreeMap<>();

    Unwanted(Random random) {
        this.policy = DispatchPolicy.offering(minutes(random), minutes(random));
        this.floor = new Floor(plan(random), policy);
    }

    private static Duration minutes(Random random) {
        return Duration.ofMinutes(1 + random.nextInt(LONGEST_MINUTES));
    }

    /** Some of the reps serve the territory of all leads; the second escalation waives it. */
    private RoutingPlan plan(Random random) {
        PlanBuilder plan = RoutingPlan.builder("floor", "1")
                .territory("a", field(COUNTRY).is("A"))
                .territory("b", field(COUNTRY).is("B"))
                .queue("waiting")
                .rep(Rep.of("rep-0", ROOM).serving("a"))
                .rep(Rep.of("rep-1", ROOM).serving("b"));
        int reps = 2 + random.nextInt(5);
        for (int i = 2; i < reps; i++) {
            plan.rep(Rep.of("rep-" + i, ROOM).serving(random.nextBoolean() ? "a" : "b"));
        }
        for (Duration after : new TreeSet<>(List.of(minutes(random), minutes(random), minutes(random)))) {
            Set<String> waives = ladder.size() == 1 ? Set.of("territory") : Set.of();
            ladder.add(new Escalation(after, new TreeSet<>(waives), Optional.of("queue-" + ladder.size())));
        }
        ladder.forEach(plan::escalation);
        return plan.build();
    }

    /** Who may be asked about a lead at all by now. */
    List<RepId> candidates(Ticket ticket) {
        boolean all = ladder.stream()
                .filter(each -> isDue(each, ticket))
                .anyMatch(each -> !each.waives().isEmpty());
        return floor.router.plan().reps().stream()
                .filter(rep -> all || rep.territories().contains("a"))
                .map(Rep::id)
                .toList();
    }

    private boolean isDue(Escalation escalation, Ticket ticket) {
        return !ticket.since().plus(escalation.after()).isAfter(floor.now);
    }

    /** The queue of the last escalation that is due. */
    String queue(Ticket ticket) {
        return ladder.stream()
                .filter(each -> isDue(each, ticket))
                .reduce((earlier, later) -> later)
                .flatMap(Escalation::queue)
                .orElse("waiting");
    }

    /** The queues in which a lead may come to wait, one after the other. */
    List<String> queues() {
        List<String> all = new ArrayList<>(List.of("waiting"));
        ladder.forEach(each -> all.add(each.queue().orElseThrow()));
        return all;
    }

    boolean isResting(LeadId lead, RepId rep) {
        return rests.getOrDefault(lead, Map.of()).getOrDefault(rep, Instant.MIN).isAfter(floor.now);
    }

    void rest(LeadId lead, RepId rep) {
        rests.computeIfAbsent(lead, none -> new TreeMap<>()).put(rep, floor.now.plus(policy.coolDown()));
    }
}
