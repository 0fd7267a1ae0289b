package dev.leadkit.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.calendar.EscalationLadder.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An SLA clock")
final class SlaClockTest {

    private static final Calendar OFFICE = Calendar.of(
            WorkingHours.in("Europe/Berlin").open(MONDAY, FRIDAY, "09:00-17:00").build());
    private static final Instant FRIDAY_15 = Instant.parse("2026-11-27T14:00:00Z");
    private static final Instant MONDAY_10 = Instant.parse("2026-11-30T09:00:00Z");

    private static SlaClock fourHours() {
        return SlaClock.start(OFFICE, Duration.ofHours(4), FRIDAY_15);
    }

    @Test
    @DisplayName("of four hours from Friday at 15:00 is due on Monday at 11:00")
    void overTheWeekend() {
        assertThat(fourHours().due()).contains(Instant.parse("2026-11-30T10:00:00Z"));
        assertThat(fourHours().elapsed(MONDAY_10)).isEqualTo(Duration.ofHours(3));
        assertThat(fourHours().elapsed(FRIDAY_15.minusSeconds(9))).isZero();
    }

    @Test
    @DisplayName("that is paused is not due, and is later by the open time of the pause when it runs on")
    void pause() {
        SlaClock paused = fourHours().pause(Instant.parse("2026-11-27T15:00:00Z"));
        assertThat(paused.isPaused()).isTrue();
        assertThat(paused.due()).isEmpty();
        assertThat(paused.breachedAt(Calendar.END)).isEmpty();
        assertThat(paused.elapsed(MONDAY_10)).isEqualTo(Duration.ofHours(1));
        SlaClock resumed = paused.resume(MONDAY_10);
        assertThat(resumed.isPaused()).isFalse();
        assertThat(resumed.due()).contains(Instant.parse("2026-11-30T12:00:00Z"));
        assertThat(resumed.pause(Instant.parse("2026-11-30T12:00:00Z")).due())
                .as("a pause from the due instant on changes nothing")
                .contains(Instant.parse("2026-11-30T12:00:00Z"));
    }

    @Test
    @DisplayName("takes a second pause or resume for the first one")
    void repeated() {
        SlaClock paused = fourHours().pause(MONDAY_10);
        assertThat(paused.pause(MONDAY_10.plusSeconds(60))).isSameAs(paused);
        assertThat(fourHours().resume(MONDAY_10)).isEqualTo(fourHours());
    }

    @Test
    @DisplayName("refuses a negative target and pauses out of order")
    void refusals() {
        assertThatThrownBy(() -> SlaClock.start(OFFICE, Duration.ofSeconds(-1), FRIDAY_15))
                .hasMessage("target must be zero or more, was PT-1S");
        assertThatThrownBy(() -> fourHours().pause(FRIDAY_15.minusNanos(1)))
                .hasMessage("pause must start when the clock runs, was at 2026-11-27T13:59:59.999999999Z");
        assertThatThrownBy(() -> fourHours().pause(MONDAY_10).resume(FRIDAY_15))
                .hasMessage("pause must end at 2026-11-30T09:00:00Z or later, was 2026-11-27T14:00:00Z");
        SlaClock resumed = fourHours().pause(FRIDAY_15).resume(MONDAY_10);
        assertThatThrownBy(() -> resumed.pause(FRIDAY_15)).isInstanceOf(IllegalArgumentException.class);
        assertThat(resumed.pause(MONDAY_10).pauses()).hasSize(2);
        Pause open = new Pause(MONDAY_10, Optional.empty());
        assertThatThrownBy(() -> new SlaClock(OFFICE, Duration.ZERO, FRIDAY_15, List.of(open, open)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("without a target is due at its start, open or not")
    void noTarget() {
        Instant night = Instant.parse("2026-11-27T22:00:00Z");
        SlaClock clock = SlaClock.start(OFFICE, Duration.ZERO, night);
        assertThat(clock.due()).contains(night);
        assertThat(clock.breachedAt(night)).contains(night);
        assertThat(clock.reaches(Duration.ofNanos(1))).contains(Instant.parse("2026-11-30T08:00:00.000000001Z"));
    }

    @Test
    @DisplayName("escalates step by step, catches up in order, and waits while it is paused")
    void escalation() {
        EscalationLadder ladder = EscalationLadder.of(
                new Step("remind", Duration.ofHours(1)),
                new Step("widen", Duration.ofHours(4)),
                new Step("tell the lead's team", Duration.ofHours(4)),
                new Step("give up", Duration.ofHours(20)));
        Escalation escalation = ladder.on(fourHours());
        assertThat(escalation.nextWakeUp()).contains(Instant.parse("2026-11-27T15:00:00Z"));
        Escalation.Tick late = escalation.tick(Instant.parse("2026-11-30T16:00:00Z"));
        assertThat(late.due())
                .extracting(due -> due.step().name())
                .containsExactly("remind", "widen", "tell the lead's team");
        assertThat(late.due().get(0).at()).isEqualTo(Instant.parse("2026-11-27T15:00:00Z"));
        assertThat(late.due().get(2).at()).isEqualTo(Instant.parse("2026-11-30T10:00:00Z"));
        Escalation paused = late.escalation().with(fourHours().pause(MONDAY_10));
        assertThat(paused.taken()).isEqualTo(3);
        assertThat(paused.nextWakeUp()).isEmpty();
        assertThat(paused.tick(Instant.parse("2030-01-01T00:00:00Z")).due()).isEmpty();
        Escalation ended =
                late.escalation().tick(Instant.parse("2030-01-01T00:00:00Z")).escalation();
        assertThat(ended.nextWakeUp()).isEmpty();
        assertThat(ended.tick(Instant.parse("2031-01-01T00:00:00Z")).due()).isEmpty();
    }

    @Test
    @DisplayName("has no ladder with steps out of order, twice or without a name")
    void noLadder() {
        assertThatThrownBy(() ->
                        EscalationLadder.of(new Step("b", Duration.ofHours(2)), new Step("a", Duration.ofHours(1))))
                .hasMessage("step a must be after PT2H or more, was PT1H");
        assertThatThrownBy(() -> EscalationLadder.of(new Step("a", Duration.ZERO), new Step("a", Duration.ofHours(1))))
                .hasMessage("names of steps must be different, was twice a");
        assertThatThrownBy(() -> new Step(" ", Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Step("a", Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Escalation(EscalationLadder.of(), fourHours(), 1))
                .hasMessage("taken must be 0 to 0 steps, was 1");
        assertThatThrownBy(() -> new Escalation(EscalationLadder.of(), fourHours(), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
