package dev.leadkit.routing.availability;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.lead.RepId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A timeline")
final class AvailabilityTimelineTest {

    private static final RepId ANN = new RepId("ann");
    private static final RepId BOB = new RepId("bob");
    private static final List<RepId> BOTH = List.of(ANN, BOB);
    private static final OpenHours OFFICE =
            WorkingHours.in("UTC").open(MONDAY, FRIDAY, "09:00-17:00").build();
    private static final Instant MONDAY_9 = Instant.parse("2026-11-23T09:00:00Z");

    private static AvailabilityTimeline timeline(RepHours ann, RepHours bob) {
        return Availability.builder()
                .calendar("office", OFFICE)
                .rep(ANN, ann)
                .rep(BOB, bob)
                .build(BOTH)
                .timeline(BOTH);
    }

    @Test
    @DisplayName("without anything said has everybody there, for ever")
    void nothingSaid() {
        AvailabilityTimeline timeline = Availability.ALWAYS.timeline(BOTH);
        assertThat(timeline.at(MONDAY_9).word(0)).isEqualTo(0b11);
        assertThat(timeline.nextEdge(MONDAY_9)).isEmpty();
        assertThat(first(timeline, MONDAY_9, rep -> true)).contains(MONDAY_9);
        assertThat(first(timeline, MONDAY_9, rep -> false)).isEmpty();
        assertThat(timeline.needing(Duration.ofDays(100_000)).at(MONDAY_9).count())
                .isEqualTo(2);
        assertThat(timeline.size()).isEqualTo(2);
        assertThat(Availability.ALWAYS.timeline(List.of()).at(MONDAY_9).words()).isZero();
    }

    @Test
    @DisplayName("gives the same set, the same object, until somebody's hours open")
    void oneSetBetweenEdges() {
        AvailabilityTimeline timeline = timeline(RepHours.named("office"), RepHours.own(OFFICE));
        AvailableReps night = timeline.at(MONDAY_9.minusSeconds(600));
        assertThat(night.count()).isZero();
        assertThat(timeline.at(MONDAY_9.minusNanos(1))).isSameAs(night);
        assertThat(night.holdsAt(MONDAY_9.minusNanos(1))).isTrue();
        assertThat(night.holdsAt(MONDAY_9)).isFalse();
        assertThat(timeline.nextEdge(MONDAY_9.minusSeconds(600))).contains(MONDAY_9);
        assertThat(timeline.at(MONDAY_9).count()).isEqualTo(2);
    }

    @Test
    @DisplayName("leaves out who has less time left than the lead needs, to the second")
    void neededTime() {
        AvailabilityTimeline timeline = timeline(
                        RepHours.named("office"),
                        RepHours.named("office")
                                .away(new OutOfOffice(
                                        Instant.parse("2026-11-23T15:00:00Z"),
                                        Instant.parse("2026-11-23T16:30:00Z"),
                                        Optional.empty(),
                                        OutOfOffice.Kind.SOFT)))
                .needing(Duration.ofHours(1));
        Instant three = Instant.parse("2026-11-23T14:00:00Z");
        assertThat(timeline.at(three).word(0)).isEqualTo(0b11);
        assertThat(timeline.at(three.plusNanos(1)).word(0)).isEqualTo(0b01);
        assertThat(timeline.at(three.plusNanos(1)).ownerWord(0)).isEqualTo(0b11);
        assertThat(timeline.at(Instant.parse("2026-11-23T16:00:00Z")).word(0)).isEqualTo(0b01);
        assertThat(timeline.at(Instant.parse("2026-11-23T16:00:00.000000001Z")).word(0))
                .isZero();
        assertThat(timeline.nextEdge(Instant.parse("2026-11-23T15:30:00Z")))
                .contains(Instant.parse("2026-11-23T16:00:00.000000001Z"));
        assertThat(timeline.at(Instant.parse("2026-11-23T16:45:00Z")).count()).isZero();
        assertThat(first(timeline, Instant.parse("2026-11-23T16:45:00Z"), rep -> true))
                .contains(MONDAY_9.plus(Duration.ofDays(1)));
    }

    @Test
    @DisplayName("tells when the first is back, through absences one after the other")
    void firstIsBack() {
        ZoneId utc = ZoneId.of("UTC");
        AvailabilityTimeline timeline = timeline(
                RepHours.named("office")
                        .away(OutOfOffice.days(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 27), utc))
                        .away(OutOfOffice.days(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 11, 30), utc)),
                RepHours.named("office")
                        .away(OutOfOffice.days(LocalDate.of(2026, 11, 23), LocalDate.of(2027, 1, 3), utc)));
        assertThat(first(timeline, MONDAY_9, rep -> true)).contains(Instant.parse("2026-12-01T09:00:00Z"));
        assertThat(first(timeline, MONDAY_9, rep -> rep == 1)).contains(Instant.parse("2027-01-04T09:00:00Z"));
    }

    @Test
    @DisplayName("says nothing of what is further away than its horizon, and refuses what is out of bounds")
    void horizon() {
        OpenHours once = WorkingHours.in("UTC")
                .extra(LocalDate.of(2028, 1, 1), "10:00-11:00")
                .build();
        AvailabilityTimeline timeline = timeline(RepHours.own(once), RepHours.own(OpenHours.NEVER));
        Instant opening = Instant.parse("2028-01-01T10:00:00Z");
        assertThat(first(timeline, MONDAY_9, rep -> true)).isEmpty();
        assertThat(timeline.nextEdge(MONDAY_9)).isEmpty();
        assertThat(timeline.nextEdge(opening.minus(AvailabilityTimeline.HORIZON)))
                .isEmpty();
        assertThat(timeline.nextEdge(opening.minus(AvailabilityTimeline.HORIZON).plusSeconds(1)))
                .contains(opening);
        assertThat(first(timeline, opening.minus(Duration.ofDays(399)), rep -> true))
                .contains(opening);
        assertThat(timeline.at(opening).word(0)).isEqualTo(1);
        assertThat(timeline.at(Calendar.END.minusNanos(1)).count()).isZero();
        assertThat(timeline.nextEdge(Calendar.END.minusNanos(1))).isEmpty();
        assertThat(timeline.at(Calendar.EARLIEST).count()).isZero();
        assertThatThrownBy(() -> timeline.at(Calendar.END)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> timeline.at(Calendar.EARLIEST.minusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> timeline.needing(Duration.ofMillis(1500)))
                .hasMessage("open time must be zero or more whole seconds, was PT1.5S");
        assertThatThrownBy(() -> timeline.needing(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("gives many threads what it gives one")
    void threads() {
        Office office = Office.random(new Random(7));
        AvailabilityTimeline shared = office.timeline();
        List<Instant> instants = IntStream.range(0, 3_000)
                .mapToObj(i -> Office.quarter(i * 7_919 % Office.QUARTERS))
                .toList();
        List<Long> alone =
                instants.stream().map(at -> office.timeline().at(at).word(0)).toList();
        assertThat(instants.parallelStream().map(at -> shared.at(at).word(0)).toList())
                .isEqualTo(alone);
    }

    static Optional<Instant> first(AvailabilityTimeline timeline, Instant from, IntPredicate among) {
        int[] reps = IntStream.range(0, timeline.size()).filter(among).toArray();
        return timeline.firstAvailable(from, reps, reps.length);
    }
}
