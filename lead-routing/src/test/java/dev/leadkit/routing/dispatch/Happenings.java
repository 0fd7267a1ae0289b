package dev.leadkit.routing.dispatch;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.model.PlanBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What happens on a sales floor, drawn from a random source. */
final class Happenings {

    private Happenings() {}

    /** One thing that happens; the same for every floor that it happens on. */
    static List<Step> happen(Floor floor, Random random, int number) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                return floor.arrive("lead-" + number, random.nextBoolean() ? "A" : "B", random.nextInt(3));
            }
            case 3 -> {
                return floor.later(Duration.ofMinutes(random.nextInt(15)));
            }
            case 4, 5 -> {
                Optional<Ticket> open = some(
                        floor.dispatcher.tickets().stream()
                                .filter(ticket -> ticket.offer().isPresent())
                                .toList(),
                        random);
                boolean accepts = random.nextBoolean();
                return open.map(ticket -> accepts
                                ? floor.dispatcher.accept(
                                        ticket.lead(),
                                        ticket.offer().orElseThrow().token(),
                                        floor.now)
                                : floor.dispatcher.decline(
                                        ticket.lead(),
                                        ticket.offer().orElseThrow().token(),
                                        floor.now))
                        .orElse(List.of());
            }
            case 6 -> {
                Optional<Place> taken = some(
                        floor.ledger.places(Optional.empty(), 1_000).stream()
                                .filter(Place::committed)
                                .toList(),
                        random);
                return taken.map(place -> floor.dispatcher.finish(place.lead(), place.token(), "won", floor.now))
                        .orElse(List.of());
            }
            default -> {
                if (random.nextInt(4) == 0) {
                    floor.router.activate(Floor.plan("v" + number, 1 + random.nextInt(6), 1 + random.nextInt(3)));
                }
                return floor.dispatcher.wake(floor.now);
            }
        }
    }

    private static <T> Optional<T> some(List<T> list, Random random) {
        int index = random.nextInt(1_000);
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(index % list.size()));
    }

    /** Hours, absences, preferred skills and escalations: whatever time alone can change. */
    static PlanBuilder hours(Random random) {
        PlanBuilder plan = Floor.parts("hours", 2 + random.nextInt(4), 1 + random.nextInt(2));
        plan.availability()
                .calendar(
                        "office",
                        WorkingHours.in("UTC")
                                .open(MONDAY, FRIDAY, "09:00-17:00")
                                .build());
        for (int i = 0; i < 2; i++) {
            RepHours hours = random.nextBoolean() ? RepHours.named("office") : RepHours.ALWAYS;
            Instant from = Floor.START.plus(Duration.ofMinutes(random.nextInt(600)));
            Instant until = from.plus(Duration.ofMinutes(1 + random.nextInt(600)));
            plan.availability()
                    .rep(
                            new RepId("rep-" + i),
                            hours.away(new OutOfOffice(from, until, Optional.empty(), OutOfOffice.Kind.HARD)));
        }
        return plan;
    }
}
