package dev.leadkit.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A calendar")
final class CalendarTest {

    private static final Instant MONDAY_NOON_UTC = Instant.parse("2026-11-23T12:00:00Z");

    private static Calendar daily(String zone, String span) {
        return Calendar.of(WorkingHours.in(zone).open(MONDAY, SUNDAY, span).build());
    }

    private static Instant local(String zone, String moment) {
        return LocalDateTime.parse(moment).atZone(ZoneId.of(zone)).toInstant();
    }

    private static Duration onDay(Calendar calendar, String zone, String date) {
        LocalDate day = LocalDate.parse(date);
        return calendar.between(
                day.atStartOfDay(ZoneId.of(zone)).toInstant(),
                day.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant());
    }

    @ParameterizedTest(name = "{1} in {0} has {3} of {2}")
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 00:00-24:00, PT23H",
        "Europe/Berlin, 2026-10-25, 00:00-24:00, PT25H",
        "Europe/Berlin, 2026-03-29, 02:00-03:00, PT0S",
        "Europe/Berlin, 2026-03-29, 01:30-02:30, PT30M",
        "Europe/Berlin, 2026-10-25, 02:00-03:00, PT2H",
        "Europe/Berlin, 2026-10-25, 01:00-02:30, PT2H",
        "America/New_York, 2026-03-08, 00:00-24:00, PT23H",
        "America/New_York, 2026-11-01, 01:00-02:00, PT2H",
        "Australia/Lord_Howe, 2026-10-04, 00:00-24:00, PT23H30M",
        "Australia/Lord_Howe, 2026-04-05, 00:00-24:00, PT24H30M",
        "Australia/Lord_Howe, 2026-04-05, 01:30-02:00, PT1H",
        "Asia/Kolkata, 2026-03-29, 00:00-24:00, PT24H",
        "America/Sao_Paulo, 2017-10-15, 00:00-08:00, PT7H",
        "America/Sao_Paulo, 2018-02-17, 23:00-24:00, PT2H",
        "Asia/Beirut, 2022-03-27, 00:00-01:00, PT0S",
        "Pacific/Apia, 2011-12-29, 00:00-24:00, PT24H",
        "Pacific/Apia, 2011-12-30, 00:00-24:00, PT0S",
        "Pacific/Apia, 2011-12-31, 00:00-24:00, PT24H"
    })
    void countsWhatTheClockOnTheWallShows(String zone, String date, String span, Duration open) {
        assertThat(onDay(daily(zone, span), zone, date)).isEqualTo(open);
    }

    @Test
    @DisplayName("keeps a night shift whole across midnight and across the change of the clocks")
    void nightShift() {
        Calendar calendar = Calendar.of(WorkingHours.in("Europe/Berlin")
                .open(SATURDAY, "22:00-06:00 next day")
                .build());
        Instant friday = local("Europe/Berlin", "2026-03-27T12:00");
        assertThat(calendar.nextOpen(friday)).contains(local("Europe/Berlin", "2026-03-28T22:00"));
        assertThat(calendar.nextClose(local("Europe/Berlin", "2026-03-28T23:00")))
                .contains(local("Europe/Berlin", "2026-03-29T06:00"));
        assertThat(calendar.between(friday, local("Europe/Berlin", "2026-03-30T00:00")))
                .isEqualTo(Duration.ofHours(7));
        Instant autumn = local("Europe/Berlin", "2026-10-24T12:00");
        assertThat(calendar.add(autumn, Duration.ofHours(9))).contains(local("Europe/Berlin", "2026-10-25T06:00"));
    }

    @Test
    @DisplayName("goes from Sunday's night on to Monday, and to the next year")
    void weekIsARing() {
        Calendar calendar = Calendar.of(WorkingHours.in("UTC")
                .open(SUNDAY, "22:00-06:00 next day")
                .open(THURSDAY, "22:00-06:00 next day")
                .build());
        assertThat(calendar.nextClose(Instant.parse("2026-11-22T23:00:00Z")))
                .contains(Instant.parse("2026-11-23T06:00:00Z"));
        assertThat(calendar.nextClose(Instant.parse("2026-12-31T23:00:00Z")))
                .contains(Instant.parse("2027-01-01T06:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource(DayOfWeek.class)
    @DisplayName("works with a single day of the week, whichever")
    void anySingleDay(DayOfWeek day) {
        Calendar calendar =
                Calendar.of(WorkingHours.in("UTC").open(day, "09:00-17:00").build());
        Instant opening = LocalDate.of(2026, 11, 23)
                .plusDays(day.getValue() - 1)
                .atTime(9, 0)
                .atZone(ZoneId.of("UTC"))
                .toInstant();
        assertThat(calendar.nextOpen(Instant.parse("2026-11-23T00:00:00Z"))).contains(opening);
        assertThat(calendar.add(opening, Duration.ofHours(20)))
                .contains(opening.plus(Duration.ofDays(14)).plus(Duration.ofHours(4)));
    }

    @Test
    @DisplayName("is away for exactly the local day of a one-day absence")
    void oneDayAbsence() {
        Calendar calendar = Calendar.of(WorkingHours.in("Asia/Kolkata")
                .open(MONDAY, SUNDAY, "00:00-24:00")
                .absent(Absence.days(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24)))
                .build());
        Instant start = local("Asia/Kolkata", "2026-11-24T00:00");
        Instant end = local("Asia/Kolkata", "2026-11-25T00:00");
        assertThat(calendar.nextClose(MONDAY_NOON_UTC)).contains(start);
        assertThat(calendar.isOpen(start.minusNanos(1))).isTrue();
        assertThat(calendar.isOpen(end.minusNanos(1))).isFalse();
        assertThat(calendar.nextOpen(start)).contains(end);
    }

    @Test
    @DisplayName("closes on holidays, opens on them for an extra opening, and never in an absence")
    void holidayExtraAbsence() {
        Calendar calendar = Calendar.of(WorkingHours.in("UTC")
                .open(MONDAY, TUESDAY, "09:00-17:00")
                .open(MONDAY, "22:00-02:00 next day")
                .holidays(LocalDate.of(2026, 11, 24))
                .extra(LocalDate.of(2026, 11, 24), "10:00-14:00")
                .extra(LocalDate.of(2026, 11, 28), "23:00-01:00 next day")
                .absent(new Absence(LocalDateTime.parse("2026-11-24T11:00"), LocalDateTime.parse("2026-11-24T12:30")))
                .build());
        assertThat(calendar.nextClose(Instant.parse("2026-11-23T23:00:00Z")))
                .as("the holiday takes its part of the night")
                .contains(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(onDay(calendar, "UTC", "2026-11-24")).isEqualTo(Duration.ofMinutes(150));
        assertThat(calendar.nextOpen(Instant.parse("2026-11-24T11:00:00Z")))
                .contains(Instant.parse("2026-11-24T12:30:00Z"));
        assertThat(calendar.nextOpen(Instant.parse("2026-11-24T14:00:00Z")))
                .contains(Instant.parse("2026-11-28T23:00:00Z"));
        assertThat(onDay(calendar, "UTC", "2026-11-29")).isEqualTo(Duration.ofHours(1));
    }

    @Test
    @DisplayName("takes shared hours, holidays of a team and an absence together")
    void combination() {
        OpenHours office = WorkingHours.in("Europe/Berlin")
                .open(MONDAY, FRIDAY, "09:00-17:00")
                .build();
        OpenHours support = WorkingHours.in("America/New_York")
                .open(MONDAY, FRIDAY, "09:00-17:00")
                .build();
        OpenHours closed = WorkingHours.in("Europe/Berlin")
                .extra(LocalDate.of(2026, 11, 24), "00:00-24:00")
                .build();
        Instant monday = Instant.parse("2026-11-23T00:00:00Z");
        Instant wednesday = Instant.parse("2026-11-25T00:00:00Z");
        assertThat(Calendar.of(new OpenHours.Any(List.of(office, support))).between(monday, wednesday))
                .isEqualTo(Duration.ofHours(28));
        assertThat(Calendar.of(new OpenHours.All(List.of(office, support))).between(monday, wednesday))
                .isEqualTo(Duration.ofHours(4));
        assertThat(Calendar.of(new OpenHours.Except(office, closed)).between(monday, wednesday))
                .isEqualTo(Duration.ofHours(8));
    }

    @Test
    @DisplayName("ends work at the closing and not at the next opening, and adds nothing by nothing")
    void addEndsAtTheClosing() {
        Calendar calendar = daily("UTC", "09:00-17:00");
        Instant morning = Instant.parse("2026-11-23T09:00:00Z");
        assertThat(calendar.add(morning, Duration.ofHours(8))).contains(Instant.parse("2026-11-23T17:00:00Z"));
        assertThat(calendar.add(morning, Duration.ofHours(8).plusNanos(1)))
                .contains(Instant.parse("2026-11-24T09:00:00.000000001Z"));
        Instant night = Instant.parse("2026-11-23T20:00:00.5Z");
        assertThat(calendar.add(night, Duration.ZERO)).contains(night);
        assertThat(calendar.add(night, Duration.ofNanos(1))).contains(Instant.parse("2026-11-24T09:00:00.000000001Z"));
    }

    @Test
    @DisplayName("keeps fractions of a second")
    void nanoseconds() {
        Calendar calendar = daily("UTC", "09:00-17:00:30");
        Instant at = Instant.parse("2026-11-23T17:00:29.999999999Z");
        assertThat(calendar.isOpen(at)).isTrue();
        assertThat(calendar.isOpen(at.plusNanos(1))).isFalse();
        assertThat(calendar.between(at, at.plusSeconds(3600))).isEqualTo(Duration.ofNanos(1));
        assertThat(calendar.between(at.minusMillis(250), at)).isEqualTo(Duration.ofMillis(250));
        assertThat(calendar.isOpenFor(at, Duration.ofNanos(1))).isTrue();
        assertThat(calendar.isOpenFor(at, Duration.ofNanos(2))).isFalse();
        assertThat(calendar.isOpenFor(at.plusNanos(1), Duration.ZERO)).isFalse();
    }

    @Test
    @DisplayName("without hours says never, at once")
    void never() {
        Calendar never = Calendar.of(OpenHours.NEVER);
        assertThat(never.nextOpen(MONDAY_NOON_UTC)).isEmpty();
        assertThat(never.nextEdge(MONDAY_NOON_UTC)).isEmpty();
        assertThat(never.nextClose(MONDAY_NOON_UTC)).contains(MONDAY_NOON_UTC);
        assertThat(never.add(MONDAY_NOON_UTC, Duration.ofNanos(1))).isEmpty();
        assertThat(never.between(MONDAY_NOON_UTC, Calendar.END.minusNanos(1))).isZero();
        assertThat(Calendar.of(WorkingHours.in("UTC").build()).nextOpen(MONDAY_NOON_UTC))
                .isEmpty();
    }

    @Test
    @DisplayName("that is always open never closes")
    void always() {
        Calendar always = Calendar.of(OpenHours.ALWAYS);
        assertThat(always.nextClose(MONDAY_NOON_UTC)).isEmpty();
        assertThat(always.nextOpen(MONDAY_NOON_UTC)).contains(MONDAY_NOON_UTC);
        assertThat(always.isOpenFor(MONDAY_NOON_UTC, Duration.ofDays(100_000))).isTrue();
        assertThat(always.add(MONDAY_NOON_UTC, Duration.ofDays(1))).contains(MONDAY_NOON_UTC.plusSeconds(86_400));
        assertThat(always.add(
                        Calendar.EARLIEST,
                        Duration.between(Calendar.EARLIEST, Calendar.END).minusNanos(1)))
                .contains(Calendar.END.minusNanos(1));
        assertThat(always.add(Calendar.EARLIEST, Duration.between(Calendar.EARLIEST, Calendar.END)))
                .isEmpty();
    }

    @Test
    @DisplayName("that opens once says so, and never afterwards")
    void once() {
        Calendar once = Calendar.of(WorkingHours.in("UTC")
                .extra(LocalDate.of(2150, 6, 1), "10:00-11:00")
                .build());
        assertThat(once.nextOpen(MONDAY_NOON_UTC)).contains(Instant.parse("2150-06-01T10:00:00Z"));
        assertThat(once.add(MONDAY_NOON_UTC, Duration.ofHours(1))).contains(Instant.parse("2150-06-01T11:00:00Z"));
        assertThat(once.nextOpen(Instant.parse("2150-06-01T11:00:00Z"))).isEmpty();
        assertThat(once.add(MONDAY_NOON_UTC, Duration.ofSeconds(Long.MAX_VALUE)))
                .isEmpty();
    }

    @Test
    @DisplayName("counts over all the years that it knows")
    void centuries() {
        Calendar calendar = Calendar.of(
                WorkingHours.in("UTC").open(MONDAY, FRIDAY, "09:00-17:00").build());
        long workdays = IntStream.range(0, (int)
                        Duration.between(Calendar.EARLIEST, Calendar.END).toDays())
                .mapToObj(LocalDate.of(1900, 1, 1)::plusDays)
                .filter(day -> day.getDayOfWeek().getValue() <= FRIDAY.getValue())
                .count();
        assertThat(calendar.between(Calendar.EARLIEST, Calendar.END.minusNanos(1)))
                .isEqualTo(Duration.ofHours(8 * workdays));
        assertThat(calendar.add(Calendar.EARLIEST, Duration.ofHours(8 * workdays)))
                .contains(Instant.parse("2199-12-31T17:00:00Z"));
    }

    @Test
    @DisplayName("refuses what it cannot know, and what makes no sense")
    void bounds() {
        Calendar calendar = daily("UTC", "09:00-17:00");
        assertThat(calendar.isOpen(Calendar.EARLIEST)).isFalse();
        assertThat(calendar.nextOpen(Calendar.EARLIEST)).contains(Instant.parse("1900-01-01T09:00:00Z"));
        assertThat(calendar.nextOpen(Calendar.END.minusNanos(1))).isEmpty();
        assertThatThrownBy(() -> calendar.isOpen(Calendar.EARLIEST.minusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instant must be from 1900-01-01T00:00:00Z to before 2200-01-01T00:00:00Z, was"
                        + " 1899-12-31T23:59:59.999999999Z");
        assertThatThrownBy(() -> calendar.nextEdge(Calendar.END)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendar.add(Instant.MIN, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendar.between(MONDAY_NOON_UTC, MONDAY_NOON_UTC.minusNanos(1)))
                .hasMessage("until must be 2026-11-23T12:00:00Z or later, was 2026-11-23T11:59:59.999999999Z");
        assertThat(calendar.between(MONDAY_NOON_UTC, MONDAY_NOON_UTC)).isZero();
        assertThatThrownBy(() -> calendar.add(MONDAY_NOON_UTC, Duration.ofNanos(-1)))
                .hasMessage("open time must be zero or more, was PT-0.000000001S");
        assertThatThrownBy(() -> calendar.isOpenFor(MONDAY_NOON_UTC, Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("gives many threads the answers that it gives one")
    void threads() {
        OpenHours hours = WorkingHours.in("Europe/Berlin")
                .open(MONDAY, FRIDAY, "09:00-17:00")
                .build();
        Calendar shared = Calendar.of(hours);
        List<Instant> instants = IntStream.range(0, 2_000)
                .mapToObj(i ->
                        Instant.parse("2026-01-01T10:00:00Z").plus(Duration.ofDays((i * 7_919L) % 60_000 - 30_000)))
                .toList();
        assertThat(instants.parallelStream().map(shared::nextEdge).toList())
                .isEqualTo(instants.stream().map(Calendar.of(hours)::nextEdge).toList());
    }

    @Test
    @DisplayName("is equal by its hours, and says what it knows of their zones")
    void identity() {
        OpenHours berlin = WorkingHours.in("Europe/Berlin").build();
        OpenHours fixed = WorkingHours.in("+05:45").build();
        OpenHours paris = WorkingHours.in("Europe/Paris").build();
        Calendar calendar = Calendar.of(
                new OpenHours.Except(new OpenHours.Any(List.of(berlin, fixed)), new OpenHours.All(List.of(paris))));
        assertThat(calendar.zoneRules()).containsOnlyKeys("+05:45", "Europe/Berlin", "Europe/Paris");
        assertThat(calendar.zoneRules().get("+05:45")).isEqualTo("fixed");
        assertThat(calendar.zoneRules().get("Europe/Berlin")).matches("20[0-9]{2}[a-z]+");
        assertThat(Calendar.of(berlin))
                .isEqualTo(Calendar.of(WorkingHours.in("Europe/Berlin").build()))
                .hasSameHashCodeAs(Calendar.of(WorkingHours.in("Europe/Berlin").build()))
                .isNotEqualTo(Calendar.of(fixed));
        assertThat(calendar.hours()).isInstanceOf(OpenHours.Except.class);
        assertThat(Calendar.of(berlin))
                .hasToString("Calendar[WorkingHours[Europe/Berlin, 0 days, 0 holidays, 0 extra, 0 absences]]");
    }
}
