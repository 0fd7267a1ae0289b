package dev.leadkit.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Working hours")
final class WorkingHoursTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 19);

    private static List<String> faults(WorkingHours.Builder builder) {
        return builder.faults().stream().map(Fault::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09:00-17:30",
                "00:00-24:00",
                "22:00-06:00 next day",
                "08:00-08:00 next day",
                "12:00-24:00",
                "09:00:30-17:30:15"
            })
    @DisplayName("are written as they are read")
    void spansAreWrittenAsRead(String span) {
        assertThat(WorkingHours.in("UTC").open(MONDAY, span).build().week().get(MONDAY))
                .extracting(LocalSpan::toString)
                .containsExactly(span);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9:00-17:00",
                "09:00",
                "09:00-25:00",
                "09:00-24:01",
                "09:60-10:00",
                "24:00-24:00",
                " 09:00-17:00",
                "09:00-17:00 nextday",
                "09:00-17:00:00.5",
                ""
            })
    @DisplayName("refuse what is no span of time")
    void noSpan(String span) {
        assertThat(faults(WorkingHours.in("UTC").open(MONDAY, span)))
                .containsExactly("$.hours.monday[0]: must be a span of time, was \"" + span
                        + "\". Write \"09:00-17:30\", \"22:00-06:00 next day\" or \"00:00-24:00\".");
    }

    @Test
    @DisplayName("refuse all contradictions at once, each with its path and what to do")
    void allFaultsAtOnce() {
        WorkingHours.Builder builder = WorkingHours.in("Europe/Berlni")
                .open(MONDAY, "09:00-12:00", "11:00-13:00")
                .open(TUESDAY, "17:00-09:00", "09:00-09:00", "08:00-09:00 next day", "20:00-24:00 next day")
                .open(SUNDAY, "22:00-10:00 next day")
                .holidays(DAY, LocalDate.of(2026, 12, 25), DAY)
                .extra(DAY, "10:00-14:00", "13:59-15:00");
        assertThat(faults(builder))
                .containsExactlyInAnyOrder(
                        "$.zone: must be a time zone such as \"Europe/Berlin\", was \"Europe/Berlni\". Did you mean"
                                + " \"Europe/Berlin\"?",
                        "$.hours.monday[1]: must be a span that overlaps no other, was \"11:00-13:00\". 09:00-12:00 is there"
                                + " already, at $.hours.monday[0].",
                        "$.hours.sunday[0]: must be a span that overlaps no other, was \"22:00-10:00 next day\". 09:00-12:00"
                                + " is there already, at $.hours.monday[0].",
                        "$.hours.tuesday[0]: must be a span that ends after it starts, was \"17:00-09:00\". If it goes past"
                                + " midnight, write \"17:00-09:00 next day\".",
                        "$.hours.tuesday[1]: must be a span that ends after it starts, was \"09:00-09:00\". If it goes past"
                                + " midnight, write \"09:00-09:00 next day\".",
                        "$.hours.tuesday[2]: must be a span of at most 24 hours, was \"08:00-09:00 next day\". Split it among"
                                + " the days.",
                        "$.hours.tuesday[3]: must be a span of at most 24 hours, was \"20:00-24:00 next day\". Split it among"
                                + " the days.",
                        "$.holidays[2]: must be a date that is there once, was \"2026-12-19\". It is there already, at"
                                + " $.holidays[0].",
                        "$.extra['2026-12-19'][1]: must be a span that overlaps no other, was \"13:59-15:00\". 10:00-14:00 is"
                                + " there already, at $.extra['2026-12-19'][0].");
        assertThatThrownBy(builder::build)
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("working hours has 9 faults:");
    }

    @Test
    @DisplayName("find what overlaps behind a longer span, and let spans touch")
    void overlapBehindALongSpan() {
        assertThat(faults(WorkingHours.in("UTC")
                        .open(MONDAY, "08:00-20:00", "09:00-10:00", "19:00-21:00", "21:00-22:00")))
                .containsExactly(
                        "$.hours.monday[1]: must be a span that overlaps no other, was \"09:00-10:00\". 08:00-20:00 is there"
                                + " already, at $.hours.monday[0].",
                        "$.hours.monday[2]: must be a span that overlaps no other, was \"19:00-21:00\". 08:00-20:00 is there"
                                + " already, at $.hours.monday[0].");
        assertThat(faults(WorkingHours.in("UTC")
                        .open(SUNDAY, "22:00-06:00 next day")
                        .open(MONDAY, "06:00-08:00")
                        .extra(DAY, "23:00-01:00 next day")
                        .extra(DAY.plusDays(1), "01:00-02:00")))
                .isEmpty();
    }

    @Test
    @DisplayName("tell a fault of several days once, and one of a day before")
    void severalDays() {
        assertThat(faults(WorkingHours.in("UTC").open(MONDAY, FRIDAY, "09:00-12:00", "11:00-13:00")))
                .containsExactly(
                        "$.hours['monday-friday'][1]: must be a span that overlaps no other, was \"11:00-13:00\"."
                                + " 09:00-12:00 is there already, at $.hours['monday-friday'][0].");
        assertThat(faults(WorkingHours.in("UTC")
                        .extra(DAY, "20:00-04:00 next day")
                        .extra(DAY.plusDays(1), "03:00-05:00")))
                .containsExactly("$.extra['2026-12-20'][0]: must be a span that overlaps no other, was \"03:00-05:00\"."
                        + " 20:00-04:00 next day is there already, at $.extra['2026-12-19'][0].");
    }

    @Test
    @DisplayName("limit the spans of a day")
    void mostSpans() {
        String[] spans = IntStream.range(0, 51)
                .mapToObj(i -> "%02d:%02d-%02d:%02d".formatted(i / 3, i % 3 * 20, i / 3, i % 3 * 20 + 10))
                .toArray(String[]::new);
        assertThat(faults(WorkingHours.in("UTC").open(MONDAY, spans)))
                .containsExactly("$.hours.monday[50]: must be one of at most 50 spans a day, was \"16:40-16:50\"");
        assertThat(faults(WorkingHours.in("UTC").extra(DAY, spans)))
                .containsExactly(
                        "$.extra['2026-12-19'][50]: must be one of at most 50 spans a day, was \"16:40-16:50\"");
        assertThat(faults(WorkingHours.in("UTC")
                        .open(MONDAY, List.of(spans).subList(0, 50).toArray(String[]::new))))
                .isEmpty();
    }

    @Test
    @DisplayName("tell faults where the reader found the parts")
    void places() {
        assertThat(faults(WorkingHours.in("UTC")
                        .at("$.a")
                        .zone("Nowhere")
                        .at("$.b")
                        .open(MONDAY, "x")
                        .at("$.c")
                        .holidays(DAY)
                        .at("$.d")
                        .holidays(DAY)
                        .open(MONDAY, "y")))
                .extracting(fault -> fault.substring(0, fault.indexOf(':')))
                .containsExactly("$.a", "$.b", "$.hours.monday[0]", "$.d");
    }

    @Test
    @DisplayName("go around the week, and are told in order")
    void aroundTheWeek() {
        WorkingHours hours = WorkingHours.in("UTC")
                .open(SATURDAY, MONDAY, "13:00-14:00", "09:00-10:00")
                .extra(DAY, "12:00-13:00")
                .holidays(LocalDate.of(2027, 1, 1), DAY)
                .absent(Absence.days(DAY, DAY))
                .build();
        assertThat(hours.week()).containsOnlyKeys(MONDAY, SATURDAY, SUNDAY);
        assertThat(hours.week().get(SUNDAY)).hasToString("[09:00-10:00, 13:00-14:00]");
        assertThat(hours.holidays()).containsExactly(DAY, LocalDate.of(2027, 1, 1));
        assertThat(hours).hasToString("WorkingHours[UTC, 3 days, 2 holidays, 1 extra, 1 absences]");
        assertThat(hours)
                .isNotEqualTo(
                        WorkingHours.in("UTC").open(WEDNESDAY, "13:00-14:00").build());
        assertThat(WorkingHours.in("UTC").open(MONDAY).build().week()).isEmpty();
    }

    @Test
    @DisplayName("know what is no absence and no span")
    void absencesAndSpans() {
        LocalDateTime noon = DAY.atTime(12, 0);
        assertThat(Absence.days(DAY, DAY))
                .isEqualTo(new Absence(DAY.atStartOfDay(), DAY.plusDays(1).atStartOfDay()));
        assertThat(Absence.days(DAY, DAY).isDays()).isTrue();
        assertThat(new Absence(DAY.atStartOfDay(), noon).isDays()).isFalse();
        assertThat(new Absence(noon, DAY.plusDays(1).atStartOfDay()).isDays()).isFalse();
        assertThat(Absence.days(DAY, DAY)).isLessThan(Absence.days(DAY, DAY.plusDays(1)));
        assertThatThrownBy(() -> Absence.days(DAY, DAY.minusDays(1)))
                .hasMessage("last day must be 2026-12-19 or later, was 2026-12-18");
        assertThatThrownBy(() -> new Absence(noon, noon))
                .hasMessageStartingWith("absence must end after 2026-12-19T12:00");
        assertThatThrownBy(() -> new Absence(noon, noon.plusNanos(1)))
                .hasMessageStartingWith("absence must be to the second");
        assertThatThrownBy(() -> new Absence(noon.minusNanos(1), noon))
                .hasMessageStartingWith("absence must be to the second");
        assertThatThrownBy(() -> new LocalSpan(LocalTime.NOON, LocalTime.MIDNIGHT, false))
                .hasMessage("span must end after it starts and within 24 hours, was 12:00 to 00:00");
        assertThatThrownBy(() -> new LocalSpan(LocalTime.NOON.plusNanos(1), LocalTime.MIDNIGHT, true))
                .hasMessageStartingWith("span must be to the second");
        assertThatThrownBy(() -> new LocalSpan(LocalTime.MIDNIGHT, LocalTime.NOON.plusNanos(1), false))
                .hasMessageStartingWith("span must be to the second");
        assertThat(LocalSpan.WHOLE_DAY).hasToString("00:00-24:00");
    }

    @Test
    @DisplayName("can be made of at most a thousand parts")
    void mostParts() {
        OpenHours part = WorkingHours.in("UTC").build();
        assertThat(new OpenHours.Any(Collections.nCopies(999, part)).parts()).isEqualTo(1_000);
        assertThatThrownBy(() -> new OpenHours.Any(Collections.nCopies(1_000, part)))
                .hasMessage("hours must have at most 1000 parts, had 1001");
        assertThatThrownBy(() -> new OpenHours.All(Collections.nCopies(1_000, part)))
                .isInstanceOf(IllegalArgumentException.class);
        OpenHours half = new OpenHours.All(Collections.nCopies(499, part));
        assertThat(new OpenHours.Except(half, new OpenHours.Any(Collections.nCopies(498, part))).parts())
                .isEqualTo(1_000);
        assertThatThrownBy(() -> new OpenHours.Except(half, half)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("need a zone")
    void zone() {
        assertThat(faults(WorkingHours.in("UTC").zone("x"))).hasSize(1);
        assertThat(WorkingHours.in("UTC").zone("Asia/Kolkata").build().zone()).hasToString("Asia/Kolkata");
    }
}
