package dev.leadkit.routing.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("A timeline")
class AvailabilityTimelineProperties {

    private static final int TRIES = 100;

    private static void agrees(Office office, AvailabilityTimeline timeline, Instant at, Duration needed) {
        AvailableReps reps = timeline.at(at);
        int count = 0;
        for (int rep = 0; rep < office.order().size(); rep++) {
            boolean available = office.isAvailable(rep, at, needed, false);
            boolean toOwn = office.isAvailable(rep, at, needed, true);
            assertThat(reps.isAvailable(rep)).as("rep %d at %s", rep, at).isEqualTo(available);
            assertThat(reps.isAvailableToOwn(rep))
                    .as("own of %d at %s", rep, at)
                    .isEqualTo(toOwn);
            assertThat((reps.word(rep / 64) >>> (rep % 64)) & 1).isEqualTo(available ? 1 : 0);
            assertThat((reps.ownerWord(rep / 64) >>> (rep % 64)) & 1).isEqualTo(toOwn ? 1 : 0);
            count += available ? 1 : 0;
        }
        assertThat(reps.count()).isEqualTo(count);
        assertThat(reps.holdsAt(at)).isTrue();
    }

    @Property(tries = TRIES)
    @Label("gives those whom each calendar gives, for instants in any order")
    void agreesWithEachCalendar(
            @ForAll("offices") Office office,
            @ForAll("instants") List<Instant> instants,
            @ForAll("needed") Duration needed) {
        AvailabilityTimeline timeline = office.timeline().needing(needed);
        instants.forEach(at -> agrees(office, timeline, at, needed));
    }

    @Property(tries = TRIES)
    @Label("gives those whom each calendar gives, for instants in ascending order")
    void agreesInOrder(@ForAll("offices") Office office, @ForAll("instants") List<Instant> instants) {
        AvailabilityTimeline timeline = office.timeline();
        instants.stream().sorted().forEach(at -> agrees(office, timeline, at, Duration.ZERO));
    }

    @Property(tries = TRIES)
    @Label("gives one set for as long as nobody's availability changes")
    void holdsUntilTheNextEdge(
            @ForAll("offices") Office office,
            @ForAll("instants") List<Instant> instants,
            @ForAll("needed") Duration needed) {
        AvailabilityTimeline timeline = office.timeline().needing(needed);
        for (Instant at : instants) {
            AvailableReps reps = timeline.at(at);
            Optional<Instant> edge = timeline.nextEdge(at);
            assertThat(office.timeline().needing(needed).nextEdge(at)).isEqualTo(edge);
            assertThat(edge.map(next -> next.isAfter(at)).orElse(true)).isTrue();
            for (Instant later : instants) {
                if (!later.isBefore(at) && edge.map(later::isBefore).orElse(true)) {
                    AvailableReps then = timeline.at(later);
                    assertThat(words(then)).isEqualTo(words(reps));
                }
                if (reps.holdsAt(later)) {
                    agrees(office, timeline, later, needed);
                    assertThat(words(timeline.at(later))).isEqualTo(words(reps));
                }
            }
        }
    }

    private static List<Long> words(AvailableReps reps) {
        return IntStream.range(0, reps.words())
                .boxed()
                .flatMap(i -> List.of(reps.word(i), reps.ownerWord(i)).stream())
                .toList();
    }

    @Property(tries = TRIES)
    @Label("finds the first instant at which one of some reps is there, as stepping through the quarters does")
    void findsTheFirst(
            @ForAll("offices") Office office,
            @ForAll("instants") List<Instant> instants,
            @ForAll("needed") Duration needed,
            @ForAll int mask) {
        Instant at = instants.get(0);
        IntPredicate among = rep -> ((mask >>> (rep % 31)) & 1) == 1;
        Instant end = Office.quarter(2 * Office.QUARTERS);
        Optional<Instant> first =
                AvailabilityTimelineTest.first(office.timeline().needing(needed), at, among);
        assertThat(first.filter(found -> found.isBefore(end))).isEqualTo(stepped(office, at, needed, among, end));
    }

    private static Optional<Instant> stepped(
            Office office, Instant at, Duration needed, IntPredicate among, Instant end) {
        Instant quarter = at;
        while (quarter.isBefore(end)) {
            for (int rep = 0; rep < office.order().size(); rep++) {
                if (among.test(rep) && office.isAvailable(rep, quarter, needed, false)) {
                    return Optional.of(quarter);
                }
            }
            quarter = next(quarter);
        }
        return Optional.empty();
    }

    private static Instant next(Instant at) {
        long second = at.getEpochSecond();
        return Instant.ofEpochSecond(second - second % 900 + 900);
    }

    @Provide
    Arbitrary<Office> offices() {
        return Arbitraries.randomValue(Office::random);
    }

    @Provide
    Arbitrary<List<Instant>> instants() {
        Arbitrary<Instant> quarters =
                Arbitraries.integers().between(-100, Office.QUARTERS).map(Office::quarter);
        return Arbitraries.oneOf(quarters, quarters.map(at -> at.plusNanos(1)), quarters.map(at -> at.minusNanos(1)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Duration> needed() {
        return Arbitraries.of(
                Duration.ZERO,
                Duration.ofSeconds(1),
                Duration.ofMinutes(15),
                Duration.ofHours(1),
                Duration.ofMinutes(270),
                Duration.ofHours(9),
                Duration.ofDays(2));
    }
}
