package dev.leadkit.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random hours around a day on which something odd happens to the clocks of a zone, and instants near that day. */
public record Scenario(OpenHours hours, Instant start, List<Instant> instants) {

    private static final List<Oddity> ODDITIES = List.of(
            new Oddity("Europe/Berlin", "2026-03-29"),
            new Oddity("Europe/Berlin", "2026-10-25"),
            new Oddity("America/New_York", "2026-03-08"),
            new Oddity("America/New_York", "2026-11-01"),
            new Oddity("Australia/Lord_Howe", "2026-04-05"),
            new Oddity("Australia/Lord_Howe", "2026-10-04"),
            new Oddity("Asia/Kolkata", "2026-12-31"),
            new Oddity("Pacific/Apia", "2011-12-30"),
            new Oddity("America/Sao_Paulo", "2017-10-15"),
            new Oddity("America/Sao_Paulo", "2018-02-18"),
            new Oddity("Asia/Beirut", "2022-03-27"),
            new Oddity("+05:45", "2024-02-29"));
    private static final int HALF = 3;
    private static final int MOST_INSTANTS = 4;
    private static final int QUARTERS = 96;

    private record Oddity(String zone, String date) {}

    public static Arbitrary<Scenario> any() {
        return Arbitraries.randomValue(Scenario::random);
    }

    /** Some days that hold everything in the scenario. */
    Instant end() {
        return start.plus(Duration.ofDays(2L * HALF + 2));
    }

    Instant earliest() {
        return instants.get(0);
    }

    Instant latest() {
        return instants.get(instants.size() - 1);
    }

    private static Scenario random(Random random) {
        Oddity oddity = ODDITIES.get(random.nextInt(ODDITIES.size()));
        LocalDate day = LocalDate.parse(oddity.date());
        Instant start =
                day.minusDays(HALF).atStartOfDay(ZoneId.of(oddity.zone())).toInstant();
        List<Instant> instants = IntStream.range(0, MOST_INSTANTS)
                .mapToObj(i -> start.plusSeconds(random.nextInt(2 * HALF * LocalSpan.DAY))
                        .plusNanos(random.nextBoolean() ? 0 : random.nextInt(1_000_000_000)))
                .sorted()
                .toList();
        return new Scenario(hours(random, oddity, 2), start, instants);
    }

    private static OpenHours hours(Random random, Oddity oddity, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(6);
        return switch (kind) {
            case 3 -> new OpenHours.Any(parts(random, oddity, depth));
            case 4 -> new OpenHours.All(parts(random, oddity, depth));
            case 5 -> new OpenHours.Except(hours(random, oddity, depth - 1), hours(random, oddity, depth - 1));
            default -> place(random, oddity);
        };
    }

    private static List<OpenHours> parts(Random random, Oddity oddity, int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> hours(random, oddity, depth - 1))
                .toList();
    }

    private static WorkingHours place(Random random, Oddity oddity) {
        LocalDate day = LocalDate.parse(oddity.date());
        String zone = random.nextInt(4) == 0
                ? ODDITIES.get(random.nextInt(ODDITIES.size())).zone()
                : oddity.zone();
        Accepted accepted = new Accepted(zone);
        for (int i = random.nextInt(12); i > 0; i--) {
            DayOfWeek first = DayOfWeek.of(1 + random.nextInt(7));
            accepted.add(
                    Step.open(first, random.nextInt(3) == 0 ? first.plus(random.nextInt(7)) : first, span(random)));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            accepted.add(Step.holiday(near(random, day)));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            accepted.add(Step.extra(near(random, day), span(random)));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate first = near(random, day);
            accepted.add(Step.absent(
                    random.nextBoolean()
                            ? Absence.days(first, first.plusDays(random.nextInt(2)))
                            : new Absence(
                                    first.atTime(quarter(random)),
                                    first.atTime(quarter(random)).plusMinutes(15L * random.nextInt(30) + 24 * 60))));
        }
        return accepted.build();
    }

    private static LocalDate near(Random random, LocalDate day) {
        return day.plusDays(random.nextInt(2 * HALF + 1) - HALF);
    }

    private static LocalTime quarter(Random random) {
        return LocalTime.ofSecondOfDay(random.nextInt(QUARTERS) * 900L);
    }

    private static String span(Random random) {
        LocalTime from = random.nextInt(4) == 0 ? LocalTime.MIDNIGHT : quarter(random);
        LocalTime until = random.nextInt(4) == 0 ? LocalTime.MIDNIGHT : quarter(random);
        return new LocalSpan(from, until, !until.isAfter(from)).toString();
    }

    /** A call of the builder. */
    interface Step {
        void on(WorkingHours.Builder builder);

        static Step open(DayOfWeek first, DayOfWeek last, String span) {
            return builder -> builder.open(first, last, span);
        }

        static Step holiday(LocalDate date) {
            return builder -> builder.holidays(date);
        }

        static Step extra(LocalDate date, String span) {
            return builder -> builder.extra(date, span);
        }

        static Step absent(Absence absence) {
            return builder -> builder.absent(absence);
        }
    }

    /** Steps that do not contradict one another. */
    static final class Accepted {

        private final String zone;
        private final List<Step> steps = new ArrayList<>();

        Accepted(String zone) {
            this.zone = zone;
        }

        void add(Step step) {
            steps.add(step);
            if (!builder(steps).faults().isEmpty()) {
                steps.remove(steps.size() - 1);
            }
        }

        private WorkingHours.Builder builder(List<Step> in) {
            WorkingHours.Builder builder = WorkingHours.in(zone);
            in.forEach(step -> step.on(builder));
            return builder;
        }

        WorkingHours build() {
            return builder(steps).build();
        }

        WorkingHours shuffled(Random random) {
            List<Step> other = new ArrayList<>(steps);
            Collections.shuffle(other, random);
            return builder(other).build();
        }
    }
}
