package dev.leadkit.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.dispatch.Step.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Leads that nobody wants: each rep declines them, or lets the offer lapse. */
final class DeclineProperties {

    @Property(tries = 200)
    void aLeadThatAllDeclineAtOnceIsOfferedOnceToEachWhoMayTakeItAndThenWaits(@ForAll long seed) {
        Unwanted unwanted = new Unwanted(new Random(seed));
        Floor floor = unwanted.floor;
        List<RepId> asked = new ArrayList<>();
        List<Step> steps = floor.arrive("lead", "A", 0);
        while (floor.waiting().isEmpty() && asked.size() < 10) {
            asked.add(Floor.taker(steps.get(steps.size() - 1)));
            steps = floor.dispatcher.decline(
                    new LeadId("lead"), floor.place("lead").token(), floor.now);
        }

        assertThat(floor.waiting()).hasSize(1);
        assertThat(asked)
                .containsExactlyInAnyOrderElementsOf(
                        unwanted.candidates(floor.waiting().get(0)));
    }

    @Property(tries = 200)
    void nobodyIsAskedAgainBeforeTheCoolDownEndedAndALeadWaitsOnlyWhileAllWhoMayTakeItRest(@ForAll long seed) {
        Random random = new Random(seed);
        Unwanted unwanted = new Unwanted(random);
        Floor floor = unwanted.floor;
        Map<LeadId, RepId> open = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            for (Step step : refuse(floor, random, i)) {
                if (step.kind() == Kind.WITHDRAWN) {
                    unwanted.rest(step.lead(), open.remove(step.lead()));
                } else if (step.kind() == Kind.OFFERED) {
                    RepId rep = Floor.taker(step);
                    assertThat(unwanted.isResting(step.lead(), rep)).isFalse();
                    open.put(step.lead(), rep);
                }
            }
            assertThat(floor.waiting())
                    .allSatisfy(ticket -> assertThat(unwanted.candidates(ticket))
                            .allMatch(rep -> unwanted.isResting(ticket.lead(), rep)));
        }
    }

    /** A lead comes, time passes, or somebody declines. */
    private static List<Step> refuse(Floor floor, Random random, int number) {
        List<Ticket> offered = floor.dispatcher.tickets().stream()
                .filter(ticket -> ticket.offer().isPresent())
                .toList();
        if (number == 0 || random.nextInt(15) == 0) {
            return floor.arrive("lead-" + number, "A", random.nextInt(3));
        }
        if (offered.isEmpty() || random.nextInt(3) == 0) {
            return floor.later(Duration.ofMinutes(random.nextInt(90)));
        }
        Ticket ticket = offered.get(random.nextInt(offered.size()));
        return floor.dispatcher.decline(
                ticket.lead(), ticket.offer().orElseThrow().token(), floor.now);
    }

    @Property(tries = 200)
    void inEachStretchOfACoolDownNoMoreOffersAreMadeThanThereAreCandidates(@ForAll long seed) {
        Random random = new Random(seed);
        Unwanted unwanted = new Unwanted(random);
        Floor floor = unwanted.floor;
        Map<LeadId, List<Instant>> offers = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            List<Step> steps = refuse(floor, random, i);
            Instant recent = floor.now.minus(unwanted.policy.coolDown());
            steps.stream()
                    .filter(step -> step.kind() == Kind.OFFERED)
                    .forEach(step -> offers.computeIfAbsent(step.lead(), none -> new ArrayList<>())
                            .add(floor.now));
            assertThat(floor.dispatcher.tickets())
                    .allSatisfy(ticket -> assertThat(offers.getOrDefault(ticket.lead(), List.of()))
                            .filteredOn(recent::isBefore)
                            .hasSizeLessThanOrEqualTo(
                                    unwanted.candidates(ticket).size()));
        }
    }

    @Property(tries = 200)
    void aLeadGoesThroughTheQueuesOfItsEscalationsInOrderAndThroughNoneTwice(@ForAll long seed) {
        Random random = new Random(seed);
        Unwanted unwanted = new Unwanted(random);
        Floor floor = unwanted.floor;
        Map<LeadId, List<String>> visited = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            refuse(floor, random, i).stream()
                    .filter(step -> step.kind() == Kind.WAITS)
                    .forEach(step -> visited.computeIfAbsent(step.lead(), none -> new ArrayList<>())
                            .add(queue(floor, step.lead())));
            assertThat(floor.waiting())
                    .allSatisfy(ticket -> assertThat(ticket.queue()).isEqualTo(unwanted.queue(ticket)));
        }
        List<String> order = unwanted.queues();
        assertThat(visited.values())
                .allSatisfy(
                        queues -> assertThat(queues.stream().map(order::indexOf).toList())
                                .isSorted()
                                .doesNotHaveDuplicates());
    }

    private static String queue(Floor floor, LeadId lead) {
        return floor.waiting().stream()
                .filter(ticket -> ticket.lead().equals(lead))
                .map(Ticket::queue)
                .findFirst()
                .orElseThrow();
    }
}
