package dev.leadkit.routing.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** In which time waiting counts: day and night, or the open time of a calendar. Immutable and thread-safe. */
final class WaitingHours {

    private final Optional<Calendar> calendar;

    private WaitingHours(Optional<Calendar> calendar) {
        this.calendar = calendar;
    }

    static WaitingHours of(RoutingPlan plan) {
        return new WaitingHours(plan.waitingHours()
                .map(name -> Calendar.of(
                        requireNonNull(plan.availability().calendars().get(name), name))));
    }

    /** How long it is from one instant to a later one; what is out of the calendar's bounds does not count. */
    Duration between(Instant since, Instant at) {
        return calendar.map(hours -> hours.between(within(since), within(at)))
                .orElseGet(() -> Duration.between(since, at));
    }

    /** The first instant until which a time has passed since another one; empty if the calendar has no such. */
    Optional<Instant> after(Instant since, Duration time) {
        return calendar.map(hours -> hours.add(within(since), time)).orElseGet(() -> Optional.of(since.plus(time)));
    }

    private static Instant within(Instant instant) {
        Instant late = instant.isBefore(Calendar.EARLIEST) ? Calendar.EARLIEST : instant;
        return late.isBefore(Calendar.END) ? late : Calendar.END;
    }
}
