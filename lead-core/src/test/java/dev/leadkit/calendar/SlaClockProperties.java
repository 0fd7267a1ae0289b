package dev.leadkit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("An SLA clock")
class SlaClockProperties {

    private static final int TRIES = 200;
    private static final int WINDOW_MINUTES = 6 * 24 * 60;

    /** The oracle: minutes that are open and in no pause. Start, pauses and target are whole minutes. */
    private static Duration elapsed(SlaClock clock, Instant at) {
        long minutes = 0;
        for (Instant minute = clock.start(); minute.isBefore(at); minute = minute.plusSeconds(60)) {
            minutes += runs(clock, minute) ? 1 : 0;
        }
        return Duration.ofMinutes(minutes);
    }

    private static boolean runs(SlaClock clock, Instant minute) {
        return Wall.isOpen(clock.calendar().hours(), minute)
                && clock.pauses().stream()
                        .noneMatch(pause -> !minute.isBefore(pause.from())
                                && pause.until().map(minute::isBefore).orElse(true));
    }

    private static Optional<Instant> due(SlaClock clock, Instant end) {
        long left = clock.target().toMinutes();
        for (Instant minute = clock.start(); minute.isBefore(end); minute = minute.plusSeconds(60)) {
            if (left == 0) {
                return Optional.of(minute);
            }
            left -= runs(clock, minute) ? 1 : 0;
        }
        return left == 0 ? Optional.of(end) : Optional.empty();
    }

    @Property(tries = TRIES)
    @Label("runs in open time, but not in a pause")
    void runs(@ForAll("clocks") SlaClock clock, @ForAll("minutes") int minutes) {
        Instant at = clock.start().plus(Duration.ofMinutes(minutes));
        assertThat(clock.elapsed(at)).isEqualTo(elapsed(clock, at));
    }

    @Property(tries = TRIES)
    @Label("is due when its target has run, as stepping through the minutes finds")
    void due(@ForAll("clocks") SlaClock clock) {
        Instant end = clock.start().plus(Duration.ofMinutes(WINDOW_MINUTES));
        assertThat(clock.due().filter(at -> !at.isAfter(end))).isEqualTo(due(clock, end));
    }

    @Property(tries = TRIES)
    @Label("has run its target at the due instant, and not a nanosecond before")
    void dueAndElapsedAgree(@ForAll("clocks") SlaClock clock) {
        clock.due()
                .filter(at -> at.isBefore(Instant.parse("2100-01-01T00:00:00Z")))
                .ifPresent(at -> {
                    assertThat(clock.elapsed(at)).isEqualTo(clock.target());
                    assertThat(clock.breachedAt(at)).contains(at);
                    assertThat(clock.breachedAt(at.minusNanos(1))).isEmpty();
                    if (!clock.target().isZero()) {
                        assertThat(clock.elapsed(at.minusNanos(1))).isLessThan(clock.target());
                    }
                });
    }

    @Property(tries = TRIES)
    @Label("is due as if the open time of its pauses before that were added to its target")
    void pausesAreAdded(@ForAll("clocks") SlaClock clock) {
        clock.due().ifPresent(due -> {
            Duration paused = Duration.ZERO;
            for (Pause pause : clock.pauses()) {
                if (pause.from().isBefore(due)) {
                    paused = paused.plus(
                            clock.calendar().between(pause.from(), pause.until().orElseThrow()));
                }
            }
            assertThat(clock.calendar().add(clock.start(), clock.target().plus(paused)))
                    .contains(due);
        });
    }

    @Property(tries = TRIES)
    @Label("escalates the same steps at the same instants however often it ticks, and each once")
    void ticks(
            @ForAll("clocks") SlaClock clock,
            @ForAll("ladders") EscalationLadder ladder,
            @ForAll("ticks") List<Integer> minutes) {
        Instant end = clock.start().plus(Duration.ofMinutes(WINDOW_MINUTES));
        List<Escalation.Due> once = ladder.on(clock).tick(end).due();
        List<Escalation.Due> often = new ArrayList<>();
        Escalation escalation = ladder.on(clock);
        for (int minute : minutes) {
            Escalation.Tick tick = escalation.tick(clock.start().plus(Duration.ofMinutes(minute)));
            often.addAll(tick.due());
            escalation = tick.escalation();
            assertThat(escalation
                            .tick(clock.start().plus(Duration.ofMinutes(minute)))
                            .due())
                    .isEmpty();
        }
        often.addAll(escalation.tick(end).due());
        assertThat(often).isEqualTo(once);
    }

    @Property(tries = TRIES)
    @Label("takes each step when it is woken for it")
    void wakesUp(@ForAll("clocks") SlaClock clock, @ForAll("ladders") EscalationLadder ladder) {
        Escalation escalation = ladder.on(clock);
        while (escalation.nextWakeUp().isPresent()) {
            Instant at = escalation.nextWakeUp().orElseThrow();
            assertThat(escalation.tick(at.minusNanos(1)).due()).isEmpty();
            Escalation.Tick tick = escalation.tick(at);
            assertThat(tick.due()).isNotEmpty().allSatisfy(due -> {
                assertThat(due.at()).isEqualTo(at);
                assertThat(clock.reaches(due.step().after())).contains(at);
            });
            escalation = tick.escalation();
        }
        int reached = (int) ladder.steps().stream()
                .filter(step -> clock.reaches(step.after()).isPresent())
                .count();
        assertThat(escalation.taken()).isEqualTo(reached);
    }

    @Provide
    Arbitrary<SlaClock> clocks() {
        return Combinators.combine(
                        Scenario.any(),
                        Arbitraries.integers().between(0, 30 * 60),
                        Arbitraries.integers().between(0, 24 * 60),
                        Arbitraries.integers().between(0, WINDOW_MINUTES).set().ofMaxSize(5))
                .as((scenario, target, start, cuts) -> new SlaClock(
                        Calendar.of(scenario.hours()),
                        Duration.ofMinutes(target),
                        scenario.start().plus(Duration.ofMinutes(start)),
                        pauses(
                                scenario.start().plus(Duration.ofMinutes(start)),
                                new TreeSet<>(cuts).stream().toList())));
    }

    /** Every second cut ends a pause; the last one may last on. */
    private static List<Pause> pauses(Instant start, List<Integer> cuts) {
        return IntStream.range(0, (cuts.size() + 1) / 2)
                .mapToObj(i -> new Pause(
                        start.plus(Duration.ofMinutes(cuts.get(2 * i))),
                        2 * i + 1 < cuts.size()
                                ? Optional.of(start.plus(Duration.ofMinutes(cuts.get(2 * i + 1))))
                                : Optional.empty()))
                .toList();
    }

    @Provide
    Arbitrary<EscalationLadder> ladders() {
        return Arbitraries.integers().between(0, 40 * 60).list().ofMaxSize(5).map(minutes -> {
            List<Integer> sorted = minutes.stream().sorted().toList();
            return new EscalationLadder(IntStream.range(0, sorted.size())
                    .mapToObj(i -> new EscalationLadder.Step("step " + i, Duration.ofMinutes(sorted.get(i))))
                    .toList());
        });
    }

    @Provide
    Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(-100, WINDOW_MINUTES);
    }

    @Provide
    Arbitrary<List<Integer>> ticks() {
        return minutes().list().ofMaxSize(8);
    }
}
