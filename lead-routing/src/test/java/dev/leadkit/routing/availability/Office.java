package dev.leadkit.routing.availability;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.lead.RepId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Random reps around the end of summer time 2026, and the oracle that asks each one's calendar. */
record Office(Availability availability, List<RepId> order) {

    static final Instant START = Instant.parse("2026-10-19T00:00:00Z");
    static final int QUARTERS = 14 * 24 * 4;

    private static final List<OpenHours> HOURS = List.of(
            WorkingHours.in("Europe/Berlin")
                    .open(MONDAY, FRIDAY, "09:00-12:30", "13:30-18:00")
                    .holidays(LocalDate.of(2026, 10, 26))
                    .build(),
            WorkingHours.in("America/New_York")
                    .open(MONDAY, FRIDAY, "08:00-17:00")
                    .build(),
            WorkingHours.in("Asia/Kolkata").open(SUNDAY, "20:00-04:00 next day").build(),
            OpenHours.NEVER,
            OpenHours.ALWAYS);

    static Office random(Random random) {
        int size = 1 + random.nextInt(70);
        List<RepId> order = IntStream.range(0, size)
                .mapToObj(i -> new RepId("rep%02d".formatted(i)))
                .toList();
        Availability.Builder builder = Availability.builder();
        for (int i = 0; i < HOURS.size(); i++) {
            builder.calendar("calendar " + i, HOURS.get(i));
        }
        order.forEach(rep -> {
            if (random.nextInt(5) > 0) {
                builder.rep(rep, hours(random));
            }
        });
        return new Office(builder.build(order), order);
    }

    private static RepHours hours(Random random) {
        int which = random.nextInt(HOURS.size() + 2);
        RepHours hours = which >= HOURS.size()
                ? RepHours.ALWAYS
                : random.nextBoolean() ? RepHours.named("calendar " + which) : RepHours.own(HOURS.get(which));
        for (OutOfOffice away : absences(random)) {
            hours = hours.away(away);
        }
        return hours;
    }

    /** Some that do not overlap; some touch. */
    static List<OutOfOffice> absences(Random random) {
        List<OutOfOffice> absences = new ArrayList<>();
        Instant free = quarter(random.nextInt(QUARTERS) - 40);
        for (int i = random.nextInt(4); i > 0; i--) {
            Instant until = free.plus(Duration.ofMinutes(15L * (1 + random.nextInt(300))));
            absences.add(new OutOfOffice(
                    free,
                    until,
                    Optional.empty(),
                    random.nextBoolean() ? OutOfOffice.Kind.HARD : OutOfOffice.Kind.SOFT));
            free = until.plus(Duration.ofMinutes(15L * random.nextInt(60)));
        }
        return absences;
    }

    static Instant quarter(int number) {
        return START.plus(Duration.ofMinutes(15L * number));
    }

    AvailabilityTimeline timeline() {
        return availability.timeline(order);
    }

    /** The oracle. */
    boolean isAvailable(int rep, Instant at, Duration needed, boolean toOwn) {
        RepId id = order.get(rep);
        return Calendar.of(availability.hours(id)).isOpenFor(at, needed)
                && availability.reps().getOrDefault(id, RepHours.ALWAYS).outOfOffice().stream()
                        .filter(away -> !toOwn || away.kind() == OutOfOffice.Kind.HARD)
                        .noneMatch(away -> away.covers(at)
                                || (away.from().isAfter(at)
                                        && Duration.between(at, away.from()).compareTo(needed) < 0));
    }
}
