package dev.leadkit.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.model.Escalation;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A lead that everybody declines, or does not answer, on its way through the targets of its escalations. */
final class EscalationOrderProperties {

    private static final LeadId LEAD = new LeadId("lead");
    private static final DispatchPolicy POLICY = DispatchPolicy.offering(Duration.ofMinutes(5), Duration.ofDays(2));

    @Property(tries = 300)
    void targetsAreAskedOnceAndNotBeforeTheirTimeAndInTheEndAllAre(
            @ForAll @IntRange(min = 1, max = 4) int regular,
            @ForAll @IntRange(max = 4) int targets,
            @ForAll long seed) {
        Random random = new Random(seed);
        Map<RepId, Instant> from = new HashMap<>();
        Floor floor = new Floor(plan(regular, targets, random, from), POLICY);
        floor.arrive(LEAD.value(), "A", 0);
        Set<RepId> asked = new HashSet<>();
        while (floor.now.isBefore(Floor.START.plus(Duration.ofHours(20)))) {
            Optional<Place> offer = floor.ledger.find(LEAD);
            if (offer.isPresent()) {
                RepId rep = offer.get().rep();
                assertThat(asked.add(rep)).as("%s is asked once", rep).isTrue();
                assertThat(floor.now).as("when %s is asked", rep).isAfterOrEqualTo(from.get(rep));
                passOn(floor, offer.get(), random);
            } else {
                assertThat(notAskedYet(from, asked, floor.now))
                        .as("nobody who may be asked is left out")
                        .isEmpty();
                Instant inAnHour = floor.now.plus(Duration.ofHours(1));
                floor.now =
                        floor.dispatcher.nextWakeUp().filter(inAnHour::isAfter).orElse(inAnHour);
                floor.dispatcher.wake(floor.now);
            }
        }
        assertThat(asked).isEqualTo(from.keySet());
        assertThat(floor.waiting()).hasSize(1);
    }

    /** Declines some minutes later, or lets the lease lapse. */
    private static void passOn(Floor floor, Place offer, Random random) {
        int minutes = 1 + random.nextInt(5);
        floor.now = floor.now.plus(Duration.ofMinutes(minutes));
        if (minutes < 5) {
            floor.dispatcher.decline(LEAD, offer.token(), floor.now);
        } else {
            floor.dispatcher.wake(floor.now);
        }
    }

    private static List<RepId> notAskedYet(Map<RepId, Instant> from, Set<RepId> asked, Instant now) {
        return from.keySet().stream()
                .filter(rep -> !from.get(rep).isAfter(now))
                .filter(rep -> !asked.contains(rep))
                .toList();
    }

    /** All targets are backups; from when each of all may be asked is written down. */
    private static RoutingPlan plan(int regular, int targets, Random random, Map<RepId, Instant> from) {
        PlanBuilder plan = RoutingPlan.builder("floor", "1").queue("waiting");
        for (int i = 0; i < regular; i++) {
            plan.rep(Rep.of("rep-" + i, 9));
            from.put(new RepId("rep-" + i), Floor.START);
        }
        int minutes = 0;
        for (int i = 0; i < targets; i++) {
            minutes += 1 + random.nextInt(60);
            RepId target = new RepId("target-" + i);
            plan.rep(Rep.of(target.value(), 9)).backup(target.value());
            plan.escalation(Escalation.to(Duration.ofMinutes(minutes), List.of(target)));
            from.put(target, Floor.START.plus(Duration.ofMinutes(minutes)));
        }
        return plan.build();
    }
}
