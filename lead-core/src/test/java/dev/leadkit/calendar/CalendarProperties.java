package dev.leadkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("A calendar")
class CalendarProperties {

    private static final int TRIES = 200;

    @Property(tries = 1000)
    @Label("is open when the clock on the wall shows a time in its hours")
    void openByTheClockOnTheWall(@ForAll("scenarios") Scenario scenario) {
        Calendar calendar = Calendar.of(scenario.hours());
        for (Instant at : scenario.instants()) {
            assertThat(calendar.isOpen(at)).isEqualTo(Wall.isOpen(scenario.hours(), at));
        }
    }

    @Property(tries = TRIES)
    @Label("counts the open time that stepping through the minutes counts")
    void countsLikeStepping(@ForAll("scenarios") Scenario scenario) {
        Calendar calendar = Calendar.of(scenario.hours());
        assertThat(calendar.between(scenario.earliest(), scenario.latest()))
                .isEqualTo(Wall.between(scenario.hours(), scenario.earliest(), scenario.latest()));
    }

    @Property(tries = TRIES)
    @Label("adds open time as stepping through the minutes does")
    void addsLikeStepping(@ForAll("scenarios") Scenario scenario, @ForAll("durations") Duration openTime) {
        Optional<Instant> added = Calendar.of(scenario.hours()).add(scenario.earliest(), openTime);
        Optional<Instant> stepped = openTime.isZero()
                ? Optional.of(scenario.earliest())
                : Wall.add(scenario.hours(), scenario.earliest(), openTime, scenario.end());
        assertThat(added.filter(at -> !at.isAfter(scenario.end()))).isEqualTo(stepped);
    }

    @Property(tries = TRIES)
    @Label("finds the edge that stepping through the minutes finds")
    void findsEdges(@ForAll("scenarios") Scenario scenario) {
        Calendar calendar = Calendar.of(scenario.hours());
        Instant at = scenario.earliest();
        boolean open = Wall.isOpen(scenario.hours(), at);
        Optional<Instant> edge = Wall.nextEdge(scenario.hours(), at, scenario.end());
        assertThat(before(scenario.end(), calendar.nextEdge(at))).isEqualTo(edge);
        assertThat(before(scenario.end(), calendar.nextOpen(at))).isEqualTo(open ? Optional.of(at) : edge);
        assertThat(before(scenario.end(), calendar.nextClose(at))).isEqualTo(open ? edge : Optional.of(at));
    }

    private static Optional<Instant> before(Instant end, Optional<Instant> found) {
        return found.filter(at -> at.isBefore(end));
    }

    @Property(tries = TRIES)
    @Label("has added just so much open time, and not a nanosecond earlier")
    void addIsTheInverse(@ForAll("scenarios") Scenario scenario, @ForAll("durations") Duration openTime) {
        Calendar calendar = Calendar.of(scenario.hours());
        Instant from = scenario.earliest();
        calendar.add(from, openTime).ifPresent(until -> {
            assertThat(calendar.between(from, until)).isEqualTo(openTime);
            if (!openTime.isZero()) {
                assertThat(calendar.between(from, until.minusNanos(1))).isEqualTo(openTime.minusNanos(1));
            }
        });
    }

    @Property(tries = TRIES)
    @Label("adds twice as it adds the sum, and never goes back for more time or a later start")
    void addIsAdditiveAndMonotone(
            @ForAll("scenarios") Scenario scenario,
            @ForAll("durations") Duration one,
            @ForAll("durations") Duration other) {
        Calendar calendar = Calendar.of(scenario.hours());
        Instant from = scenario.earliest();
        Optional<Instant> sum = calendar.add(from, one.plus(other));
        assertThat(calendar.add(from, one).flatMap(at -> calendar.add(at, other)))
                .isEqualTo(sum);
        sum.ifPresent(at -> assertThat(calendar.add(from, one).orElseThrow()).isBeforeOrEqualTo(at));
        calendar.add(scenario.latest(), one)
                .ifPresent(later ->
                        assertThat(calendar.add(from, one).orElseThrow()).isBeforeOrEqualTo(later));
    }

    @Property(tries = TRIES)
    @Label("counts in parts what it counts in one")
    void betweenIsAdditive(@ForAll("scenarios") Scenario scenario) {
        Calendar calendar = Calendar.of(scenario.hours());
        Duration sum = Duration.ZERO;
        List<Instant> at = scenario.instants();
        for (int i = 1; i < at.size(); i++) {
            Duration part = calendar.between(at.get(i - 1), at.get(i));
            assertThat(part).isBetween(Duration.ZERO, Duration.between(at.get(i - 1), at.get(i)));
            sum = sum.plus(part);
        }
        assertThat(calendar.between(scenario.earliest(), scenario.latest())).isEqualTo(sum);
    }

    @Property(tries = 100)
    @Label("answers the same whatever it was asked before")
    void answersDoNotHangOnEarlierQuestions(
            @ForAll("scenarios") Scenario scenario, @ForAll("far") Instant one, @ForAll("far") Instant other) {
        Calendar fresh = Calendar.of(scenario.hours());
        Calendar used = Calendar.of(scenario.hours());
        used.isOpen(one);
        used.nextEdge(other);
        Instant from = scenario.earliest();
        assertThat(used.between(from, scenario.latest())).isEqualTo(fresh.between(from, scenario.latest()));
        assertThat(used.add(from, Duration.ofHours(50))).isEqualTo(fresh.add(from, Duration.ofHours(50)));
        Stream.of(one, other, from).forEach(at -> {
            assertThat(used.isOpen(at)).isEqualTo(Wall.isOpen(scenario.hours(), at));
            assertThat(used.nextEdge(at))
                    .isEqualTo(Calendar.of(scenario.hours()).nextEdge(at));
        });
    }

    @Property(tries = TRIES)
    @Label("is open for as long as it does not close")
    void openForAsLongAsItStaysOpen(@ForAll("scenarios") Scenario scenario, @ForAll("durations") Duration needed) {
        Calendar calendar = Calendar.of(scenario.hours());
        Instant at = scenario.earliest();
        boolean open =
                calendar.isOpen(at) && calendar.between(at, at.plus(needed)).equals(needed);
        assertThat(calendar.isOpenFor(at, needed)).isEqualTo(open);
    }

    @Property(tries = TRIES)
    @Label("hangs on the hours and not on the order in which they were told")
    void orderOfPartsIsIrrelevant(@ForAll Random random) {
        Scenario.Accepted accepted = new Scenario.Accepted("Europe/Berlin");
        for (int i = 0; i < 6; i++) {
            accepted.add(Scenario.Step.open(
                    DayOfWeek.of(1 + random.nextInt(7)),
                    DayOfWeek.of(1 + random.nextInt(7)),
                    "%02d:00-%02d:30".formatted(random.nextInt(12), 12 + random.nextInt(12))));
            accepted.add(Scenario.Step.holiday(LocalDate.of(2026, 1, 1 + random.nextInt(31))));
            accepted.add(Scenario.Step.extra(
                    LocalDate.of(2026, 1, 1 + random.nextInt(31)),
                    "%02d:15-22:00 next day".formatted(22 + random.nextInt(2))));
        }
        assertThat(accepted.shuffled(random)).isEqualTo(accepted.build()).hasSameHashCodeAs(accepted.build());
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return Scenario.any();
    }

    @Provide
    Arbitrary<Duration> durations() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 40 * 4).map(quarters -> Duration.ofMinutes(15L * quarters)),
                Arbitraries.longs().between(0, 40L * 3600 * 1_000_000_000).map(Duration::ofNanos),
                Arbitraries.integers().between(0, 3).map(Duration::ofNanos));
    }

    @Provide
    Arbitrary<Instant> far() {
        return Arbitraries.longs()
                .between(Calendar.EARLIEST.getEpochSecond(), Calendar.END.getEpochSecond() - 1)
                .map(Instant::ofEpochSecond);
    }
}
