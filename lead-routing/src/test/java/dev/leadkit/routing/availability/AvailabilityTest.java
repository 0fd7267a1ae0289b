package dev.leadkit.routing.availability;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.OpenHours;
import dev.leadkit.calendar.WorkingHours;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.RepId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An availability")
final class AvailabilityTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant FIFTH = Instant.parse("2026-12-05T12:00:00Z");
    private static final List<RepId> REPS =
            Stream.of("ann", "bob", "cid", "dan").map(RepId::new).toList();

    private static OutOfOffice december(int first, int last) {
        return OutOfOffice.days(LocalDate.of(2026, 12, first), LocalDate.of(2026, 12, last), UTC);
    }

    private static RepId rep(String id) {
        return new RepId(id);
    }

    private static List<String> faults(Availability.Builder builder) {
        return builder.faults(REPS).stream().map(Fault::toString).toList();
    }

    @Test
    @DisplayName("follows substitutes to the first who is not out of office, and tells the way")
    void chain() {
        Availability availability = Availability.builder()
                .rep(rep("ann"), RepHours.ALWAYS.away(december(1, 10).substitutedBy("bob")))
                .rep(rep("bob"), RepHours.ALWAYS.away(december(5, 6)).substitutedBy("cid"))
                .rep(rep("cid"), RepHours.ALWAYS.away(december(6, 6)))
                .build(REPS);
        assertThat(availability.substitute(rep("ann"), FIFTH))
                .isEqualTo(new Substitution(List.of(rep("ann"), rep("bob"), rep("cid")), Optional.of(rep("cid"))));
        assertThat(availability
                        .substitute(rep("ann"), FIFTH.minusSeconds(86_400))
                        .rep())
                .contains(rep("bob"));
        assertThat(availability.substitute(rep("ann"), FIFTH.plusSeconds(86_400)))
                .as("the last one is away without a substitute")
                .isEqualTo(new Substitution(List.of(rep("ann"), rep("bob"), rep("cid")), Optional.empty()));
        assertThat(availability.substitute(rep("ann"), Instant.parse("2026-12-11T00:00:00Z")))
                .isEqualTo(new Substitution(List.of(rep("ann")), Optional.of(rep("ann"))));
        assertThat(availability.substitute(rep("nobody"), FIFTH).rep()).contains(rep("nobody"));
    }

    @Test
    @DisplayName("lets two stand in for each other at different times, but not at the same time")
    void rings() {
        Availability.Builder apart = Availability.builder()
                .rep(rep("ann"), RepHours.ALWAYS.away(december(1, 4)).substitutedBy("bob"))
                .rep(rep("bob"), RepHours.ALWAYS.away(december(5, 9)).substitutedBy("ann"));
        assertThat(faults(apart)).isEmpty();
        Availability.Builder together = Availability.builder()
                .rep(rep("ann"), RepHours.ALWAYS.away(december(1, 5)).substitutedBy("bob"))
                .rep(
                        rep("bob"),
                        RepHours.ALWAYS
                                .away(december(20, 21))
                                .away(december(5, 9))
                                .substitutedBy("cid"))
                .rep(rep("cid"), RepHours.ALWAYS.away(december(3, 7).substitutedBy("ann")))
                .rep(rep("dan"), RepHours.ALWAYS.away(december(5, 5).substitutedBy("ann")));
        assertThat(faults(together))
                .containsExactly(
                        "$.reps[1].outOfOffice[1]: must be a time in which the substitutes lead to somebody who is"
                                + " there, was bob -> cid -> ann -> bob. All of them are away at 2026-12-05T00:00:00Z.");
        assertThat(together.faults(REPS).get(0).path()).isEqualTo("$.reps[1].outOfOffice[1]");
        Availability.Builder sameStart = Availability.builder()
                .rep(rep("bob"), RepHours.ALWAYS.away(december(1, 5)).substitutedBy("ann"))
                .rep(rep("ann"), RepHours.ALWAYS.away(december(1, 3)).substitutedBy("bob"));
        assertThat(faults(sameStart))
                .containsExactly(
                        "$.reps[1].outOfOffice[0]: must be a time in which the substitutes lead to somebody who is"
                                + " there, was ann -> bob -> ann. All of them are away at 2026-12-01T00:00:00Z.");
    }

    @Test
    @DisplayName("refuses all that contradicts something at once, each with its path")
    void faults() {
        Availability.Builder builder = Availability.builder()
                .calendar(
                        "office",
                        WorkingHours.in("UTC").open(MONDAY, "09:00-17:00").build())
                .at("$.reps[7]")
                .rep(
                        rep("ann"),
                        RepHours.named("ofice")
                                .away(december(3, 4).substitutedBy("bop"))
                                .substitutedBy("ann"))
                .rep(
                        rep("bob"),
                        RepHours.ALWAYS
                                .away(december(1, 9))
                                .away(december(20, 21))
                                .away(december(3, 3)))
                .rep(rep("bob"), RepHours.ALWAYS)
                .rep(rep("eve"), RepHours.ALWAYS)
                .whenAllAway(new WhenAllAway.FallbackRep(rep("dam")));
        assertThat(faults(builder))
                .containsExactly(
                        "$.reps[7].hours: must be the name of a calendar, was \"ofice\". Did you mean \"office\"?",
                        "$.reps[7].substitute: must be another rep, was \"ann\"",
                        "$.reps[7].outOfOffice[0].substitute: must be a rep of the plan, was \"bop\". Did you mean \"bob\"?",
                        "$.reps[1].outOfOffice[2]: must be a time that overlaps no other, was 2026-12-03T00:00:00Z to"
                                + " 2026-12-04T00:00:00Z. It overlaps with $.reps[1].outOfOffice[0].",
                        "$.reps[2].id: must be a rep with hours once, was \"bob\"",
                        "$.reps[3].id: must be a rep of the plan, was \"eve\". Known: ann, bob, cid, dan.",
                        "$.whenAllAway.rep: must be a rep of the plan, was \"dam\". Did you mean \"dan\"?");
        assertThatThrownBy(() -> builder.build(REPS))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("availability has 7 faults:");
    }

    @Test
    @DisplayName("finds absences in whatever order they were said")
    void anyOrder() {
        Availability availability = Availability.builder()
                .rep(
                        rep("ann"),
                        RepHours.ALWAYS
                                .away(december(20, 21).substitutedBy("cid"))
                                .away(december(9, 9))
                                .away(december(5, 6).substitutedBy("bob")))
                .build(REPS);
        assertThat(availability.substitute(rep("ann"), FIFTH).rep()).contains(rep("bob"));
        assertThat(availability
                        .substitute(rep("ann"), Instant.parse("2026-12-20T00:00:00Z"))
                        .rep())
                .contains(rep("cid"));
        assertThat(availability.timeline(REPS).nextEdge(FIFTH)).contains(Instant.parse("2026-12-07T00:00:00Z"));
    }

    @Test
    @DisplayName("tells a rep who is to stand in for themselves once, and of no ring besides")
    void ownSubstitute() {
        assertThat(faults(Availability.builder()
                        .rep(rep("ann"), RepHours.ALWAYS.away(december(3, 4).substitutedBy("ann")))))
                .containsExactly("$.reps[0].outOfOffice[0].substitute: must be another rep, was \"ann\"");
    }

    @Test
    @DisplayName("has a word of bits for every 64 reps")
    void words() {
        for (int reps : new int[] {0, 1, 64, 65, 128, 129}) {
            List<RepId> order =
                    IntStream.range(0, reps).mapToObj(i -> rep("rep-" + i)).toList();
            AvailableReps there = Availability.ALWAYS.timeline(order).at(FIFTH);
            assertThat(there.words()).isEqualTo((reps + 63) / 64);
            assertThat(there.count()).isEqualTo(reps);
        }
    }

    @Test
    @DisplayName("lets absences of a rep touch")
    void touching() {
        assertThat(faults(Availability.builder()
                        .rep(rep("ann"), RepHours.ALWAYS.away(december(3, 4)).away(december(1, 2)))))
                .isEmpty();
    }

    @Test
    @DisplayName("is equal by what it says")
    void identity() {
        OpenHours office = WorkingHours.in("UTC").open(MONDAY, "09:00-17:00").build();
        Availability one = Availability.builder()
                .calendar("office", office)
                .rep(rep("bob"), RepHours.own(office))
                .rep(rep("ann"), RepHours.named("office"))
                .build(REPS);
        Availability other = Availability.builder()
                .rep(rep("ann"), RepHours.named("office"))
                .calendar("office", office)
                .rep(rep("bob"), RepHours.own(office))
                .build(REPS);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(Availability.ALWAYS);
        assertThat(one.hours(rep("ann"))).isEqualTo(office);
        assertThat(one.hours(rep("bob"))).isEqualTo(office);
        assertThat(one.hours(rep("cid"))).isEqualTo(OpenHours.ALWAYS);
        assertThat(one.reps()).containsOnlyKeys(rep("ann"), rep("bob"));
        assertThat(one.calendars()).containsOnlyKeys("office");
        assertThat(one.whenAllAway()).isEqualTo(new WhenAllAway.QueueUntilNextOpen());
        assertThat(one).hasToString("Availability[1 calendars, 2 reps, QueueUntilNextOpen[]]");
        assertThat(Availability.builder()
                        .whenAllAway(new WhenAllAway.RouteAnyway())
                        .build(REPS))
                .isNotEqualTo(Availability.ALWAYS);
    }

    @Test
    @DisplayName("has no absence without a length, in fractions of a second or out of bounds, and no nameless thing")
    void noSuchThing() {
        assertThat(december(1, 1).until()).isEqualTo(Instant.parse("2026-12-02T00:00:00Z"));
        assertThat(december(1, 1).soft().kind()).isEqualTo(OutOfOffice.Kind.SOFT);
        assertThat(december(1, 1).covers(Instant.parse("2026-12-01T00:00:00Z"))).isTrue();
        assertThat(december(1, 1).covers(Instant.parse("2026-12-02T00:00:00Z"))).isFalse();
        assertThatThrownBy(() -> december(2, 1)).hasMessage("last day must be 2026-12-02 or later, was 2026-12-01");
        assertThatThrownBy(() -> new OutOfOffice(FIFTH, FIFTH, Optional.empty(), OutOfOffice.Kind.HARD))
                .hasMessageStartingWith("out of office must end after");
        assertThatThrownBy(() -> new OutOfOffice(FIFTH, FIFTH.plusMillis(1), Optional.empty(), OutOfOffice.Kind.HARD))
                .hasMessageStartingWith("out of office must be to the second");
        assertThatThrownBy(() -> new OutOfOffice(FIFTH.minusMillis(1), FIFTH, Optional.empty(), OutOfOffice.Kind.HARD))
                .hasMessageStartingWith("out of office must be to the second");
        assertThatThrownBy(() -> new OutOfOffice(
                        Calendar.EARLIEST.minusSeconds(1), FIFTH, Optional.empty(), OutOfOffice.Kind.HARD))
                .hasMessageStartingWith("out of office must be from 1900");
        assertThatThrownBy(() ->
                        new OutOfOffice(FIFTH, Calendar.END.plusSeconds(1), Optional.empty(), OutOfOffice.Kind.HARD))
                .hasMessageStartingWith("out of office must be from 1900");
        assertThatThrownBy(() -> Availability.builder().calendar(" ", OpenHours.ALWAYS))
                .hasMessage("calendar must have a name, was blank");
        assertThatThrownBy(() -> new WhenAllAway.FallbackQueue(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new RepHours(Optional.of("a"), Optional.of(OpenHours.ALWAYS), List.of(), Optional.empty()))
                .hasMessage("hours must be a calendar's or own, were both");
        assertThatThrownBy(() -> new RepHours(
                        Optional.empty(),
                        Optional.empty(),
                        Collections.nCopies(1_001, december(1, 1)),
                        Optional.empty()))
                .hasMessage("out of office must be at most 1000 times, was 1001");
    }
}
