package dev.leadkit.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.SlaClock;
import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.model.Rep;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What reps owe, in any course of events. */
final class ServiceLevelProperties {

    private static final Calendar OFFICE = Calendar.of(WorkingHours.in("UTC")
            .open(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "09:00-09:40", "10:00-18:00")
            .build());

    /** Since when each rep has the lead, or had to begin again. */
    private final Map<LeadId, Instant> since = new HashMap<>();

    private final Map<LeadId, Instant> touched = new HashMap<>();

    @Property(tries = 300)
    void noRepHasALeadForLongerThanAgreedWithoutDoingAnything(@ForAll long seed) {
        since.clear();
        touched.clear();
        Random random = new Random(seed);
        PromisedFloor world = new PromisedFloor(
                (random.nextBoolean() ? DispatchPolicy.direct() : Floor.OFFERS).promising(PromisedFloor.within(OFFICE)),
                Rep.of("ann", 2),
                Rep.of("bob", 1),
                Rep.of("cem", 1));
        for (int i = 0; i < 60; i++) {
            remember(does(world, random), world.floor.now);
            world.floor.now = world.floor.now.plus(Duration.ofMinutes(random.nextInt(12)));
            remember(world.floor.dispatcher.wake(world.floor.now), world.floor.now);

            check(world);
        }
    }

    private List<Step> does(PromisedFloor world, Random random) {
        LeadId lead = new LeadId("lead-" + random.nextInt(7));
        Optional<Place> place = world.floor.ledger.find(lead);
        Dispatcher dispatcher = world.floor.dispatcher;
        Instant now = world.floor.now;
        switch (random.nextInt(6)) {
            case 0 -> {
                if (place.isPresent()) {
                    world.touch(lead.value());
                    touched.put(lead, now);
                }
                return List.of();
            }
            case 1 -> {
                return place.map(each -> dispatcher.finish(lead, each.token(), "won", now))
                        .orElse(List.of());
            }
            case 2 -> {
                return place.filter(each -> !each.committed())
                        .map(each -> dispatcher.accept(lead, each.token(), now))
                        .orElse(List.of());
            }
            case 3 -> {
                return place.map(each -> dispatcher.reroute(lead, each.token(), now))
                        .orElse(List.of());
            }
            default -> {
                return dispatcher.arrive(lead, random.nextInt(3), now);
            }
        }
    }

    private void remember(List<Step> steps, Instant now) {
        boolean breached = false;
        for (Step step : steps) {
            boolean gets = step.kind() == Step.Kind.ASSIGNED && !isReported(step);
            if (gets || (breached && step.kind() == Step.Kind.STAYS)) {
                since.put(step.lead(), now);
            }
            if (step.kind() == Step.Kind.DONE || step.kind() == Step.Kind.WITHDRAWN) {
                since.remove(step.lead());
            }
            breached = step.kind() == Step.Kind.BREACHED;
        }
    }

    /** Who asks for a lead that has its rep is told so. */
    private boolean isReported(Step step) {
        return step.decision()
                .map(decision -> decision.reason().contains(" keeps the place "))
                .orElse(since.containsKey(step.lead()));
    }

    private void check(PromisedFloor world) {
        Instant now = world.floor.now;
        for (Place place : world.floor.ledger.places(Optional.empty(), 99)) {
            if (place.committed()) {
                Instant from = since.get(place.lead());
                Instant due = SlaClock.start(OFFICE, PromisedFloor.HALF_AN_HOUR, from)
                        .due()
                        .orElseThrow();
                boolean done = touched.getOrDefault(place.lead(), Instant.MIN).compareTo(from) >= 0;
                assertThat(done || due.isAfter(now))
                        .as("%s, due at %s, at %s", place, due, now)
                        .isTrue();
                if (!done) {
                    assertThat(world.floor.dispatcher.nextWakeUp().orElseThrow())
                            .isBeforeOrEqualTo(due);
                }
            }
        }
    }
}
