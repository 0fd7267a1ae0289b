package dev.leadkit.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.dispatch.Step.Kind;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random days on a sales floor: arrivals, answers, finished leads, time, a new plan, somebody who leaves. */
final class DispatcherProperties {

    @Property(tries = 150)
    void nobodyWaitsWhileSomebodyFitsAndNothingIsLost(@ForAll long seed) {
        Random random = new Random(seed);
        Floor floor = new Floor(Floor.plan("1", 1 + random.nextInt(5), 1 + random.nextInt(2)), Floor.OFFERS);
        int done = 0;
        for (int i = 0; i < 60; i++) {
            List<Step> steps = Happenings.happen(floor, random, i);

            done += (int)
                    steps.stream().filter(step -> step.kind() == Kind.DONE).count();
            assertThat(floor.waiting()).as("after %s", steps).noneMatch(floor::couldGo);
            long assigned = floor.ledger.places(Optional.empty(), 1_000).stream()
                    .filter(Place::committed)
                    .count();
            assertThat(floor.dispatcher.tickets().size() + assigned + done).isEqualTo(floor.countries.size());
            assertWithinCapacity(floor);
        }
    }

    private static void assertWithinCapacity(Floor floor) {
        List<RepId> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(new RepId("rep-" + i));
        }
        List<Standing> standings = floor.ledger.standings("floor", all);
        assertThat(standings.stream().mapToLong(Standing::lag).sum()).isZero();
        assertThat(standings).allMatch(standing -> standing.open() <= 3);
    }

    @Property(tries = 200)
    void nobodyCouldGoBeforeTheNextWakeUpAndWhoCanGoThenDoes(@ForAll long seed) {
        Random random = new Random(seed);
        Floor floor = new Floor(Happenings.hours(random).build(), Floor.OFFERS);
        for (int i = 0; i < 40; i++) {
            if (random.nextBoolean()) {
                Happenings.happen(floor, random, i);
            } else {
                Duration step = Duration.ofMinutes(random.nextInt(300));
                Instant wanted = floor.now.plus(step);
                floor.later(Duration.between(
                        floor.now,
                        floor.dispatcher.nextWakeUp().filter(wanted::isAfter).orElse(wanted)));
            }
            assertThat(floor.waiting()).noneMatch(floor::couldGo);
            long free = Duration.between(
                            floor.now, floor.dispatcher.nextWakeUp().orElse(floor.now.plus(Duration.ofDays(3))))
                    .toSeconds();
            for (int look = 0; look < 4 && free > 1; look++) {
                Instant between = floor.now.plusSeconds(random.nextInt((int) free));
                assertThat(floor.waiting())
                        .as("at %s, before %s", between, floor.dispatcher.nextWakeUp())
                        .noneMatch(ticket -> floor.couldGo(ticket, between));
            }
        }
    }

    @Property(tries = 100)
    void whoGoesOnFromTheTicketsGoesOnTheSame(@ForAll long seed) {
        Floor one = new Floor(Floor.plan("1", 3, 1), Floor.OFFERS);
        Floor other = new Floor(Floor.plan("1", 3, 1), Floor.OFFERS);
        Random random = new Random(seed);
        Random same = new Random(seed);
        for (int i = 0; i < 50; i++) {
            List<Step> steps = Happenings.happen(one, random, i);

            assertThat(Happenings.happen(other, same, i)).isEqualTo(steps);
            assertThat(other.dispatcher.tickets()).isEqualTo(one.dispatcher.tickets());
            other.dispatcher = Dispatcher.of(other.router, other.ledger, Floor.OFFERS, other::history)
                    .resume(other.dispatcher.tickets());
        }
    }

    @Property(tries = 150)
    void noLeadOvertakesAnOlderOneOfItsKind(@ForAll long seed) {
        Random random = new Random(seed);
        Floor floor = new Floor(Floor.plan("1", 3, 1), Floor.OFFERS);
        Map<LeadId, Ticket> before = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            List<Step> steps = Happenings.happen(floor, random, i);
            for (Step step : steps) {
                Ticket taken = before.get(step.lead());
                if (step.kind() == Kind.OFFERED
                        && taken != null
                        && taken.offer().isEmpty()) {
                    assertThat(floor.waiting())
                            .filteredOn(ticket -> before.containsKey(ticket.lead())
                                    && ticket.resting().isEmpty())
                            .filteredOn(ticket -> alike(floor, ticket, taken))
                            .noneMatch(ticket -> ticket.since().isBefore(taken.since()));
                }
            }
            before.clear();
            floor.dispatcher.tickets().forEach(ticket -> before.put(ticket.lead(), ticket));
        }
    }

    private static boolean alike(Floor floor, Ticket one, Ticket other) {
        return one.priority() == other.priority()
                && floor.countries.get(one.lead()).equals(floor.countries.get(other.lead()));
    }

    @Property(tries = 150)
    void whoDeclinedIsLeftInPeaceForTheCoolDown(@ForAll long seed) {
        Random random = new Random(seed);
        Floor floor = new Floor(Floor.plan("1", 4, 2), Floor.OFFERS);
        Map<String, Instant> rests = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            Map<LeadId, RepId> open = new HashMap<>();
            floor.dispatcher
                    .tickets()
                    .forEach(ticket -> ticket.offer().ifPresent(offer -> open.put(ticket.lead(), offer.rep())));
            for (Step step : Happenings.happen(floor, random, i)) {
                if (step.kind() == Kind.WITHDRAWN) {
                    rests.put(step.lead() + " " + open.get(step.lead()), floor.now.plus(Floor.OFFERS.coolDown()));
                } else if (step.kind() == Kind.OFFERED) {
                    RepId rep = Floor.taker(step);
                    assertThat(rests.getOrDefault(step.lead() + " " + rep, Instant.MIN))
                            .isBeforeOrEqualTo(floor.now);
                    open.put(step.lead(), rep);
                }
            }
        }
    }

    @Property(tries = 50)
    void whoLeavesHasNothingAnyMoreAndNoLeadIsLost(@ForAll long seed) {
        Random random = new Random(seed);
        Floor floor = new Floor(Floor.plan("1", 4, 2), random.nextBoolean() ? Floor.OFFERS : DispatchPolicy.direct());
        for (int i = 0; i < 30; i++) {
            floor.arrive("lead-" + i, random.nextBoolean() ? "A" : "B", 0);
        }
        RepId leaver = new RepId("rep-" + random.nextInt(4));
        var plan = floor.router.plan();
        var without = RoutingPlan.builder("floor", "2").queue("waiting");
        plan.territories().forEach(without::territory);
        plan.requirements().forEach(without::requirement);
        plan.escalations().forEach(without::escalation);
        plan.reps().forEach(rep -> without.rep(rep.id().equals(leaver) ? rep.inactive() : rep));
        floor.router.activate(without.build());

        floor.dispatcher.handOver(leaver, floor.now);

        assertThat(floor.ledger.places(Optional.empty(), 1_000))
                .noneMatch(place -> place.rep().equals(leaver));
        long placed = floor.ledger.places(Optional.empty(), 1_000).stream()
                .filter(Place::committed)
                .count();
        assertThat(placed + floor.dispatcher.tickets().size()).isEqualTo(30);
        assertThat(floor.waiting()).noneMatch(floor::couldGo);
        assertThat(plan.reps()).extracting(Rep::id).contains(leaver);
    }
}
