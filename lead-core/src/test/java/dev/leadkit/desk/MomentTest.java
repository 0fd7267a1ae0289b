package dev.leadkit.desk;

import static dev.leadkit.desk.Desks.ADA;
import static dev.leadkit.desk.Desks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The moment of a decision")
final class MomentTest {

    private static final Moment CLOCK = new Moment(NOW, NOW, false);
    private static final Moment TOLD = new Moment(NOW, NOW, true);

    private static LeadHistory decided(Instant... moments) {
        return LeadHistory.of(
                ADA, Arrays.stream(moments).map(MomentTest::decision).toList());
    }

    private static LeadEvent decision(Instant at) {
        return new Interacted(new EventHeader(new EventId("E" + at), ADA, at, NOW), Interaction.inbound("decided"));
    }

    private static Instant free(Moment moment, LeadHistory history) {
        return moment.free(history, event -> true).occurredAt();
    }

    @Test
    @DisplayName("is what the clock says where nothing was decided at about that time")
    void byTheClock() {
        assertThat(free(CLOCK, decided())).isEqualTo(NOW);
        assertThat(free(CLOCK, decided(NOW.minusSeconds(60), NOW.minusNanos(1_000), NOW.plusSeconds(60))))
                .isEqualTo(NOW);
    }

    @Test
    @DisplayName("is behind what another clock said up to a second later, and no further")
    void close() {
        assertThat(free(CLOCK, decided(NOW.plusMillis(3), NOW.minusMillis(3)))).isEqualTo(NOW.plusNanos(3_001_000));
        assertThat(free(CLOCK, decided(NOW.plusSeconds(1)))).isEqualTo(NOW.plusNanos(1_000_001_000));
        assertThat(free(CLOCK, decided(NOW.plusNanos(1_000_000_001)))).isEqualTo(NOW);
    }

    @Test
    @DisplayName("that was told stands, or the next microsecond where that one is taken")
    void told() {
        assertThat(free(TOLD, decided(NOW.plusMillis(3)))).isEqualTo(NOW);
        assertThat(free(TOLD, decided(NOW, NOW.plusNanos(1_000)))).isEqualTo(NOW.plusNanos(2_000));
        assertThat(TOLD.free(decided(NOW), event -> false)).isEqualTo(TOLD);
    }

    @Test
    @DisplayName("moves on by steps, unless it was told; when it was recorded moves on in either case")
    void steps() {
        Instant later = NOW.plus(Duration.ofNanos(3_000));
        assertThat(CLOCK.steps(3)).isEqualTo(new Moment(later, later, false));
        assertThat(TOLD.steps(3)).isEqualTo(new Moment(NOW, later, true));
        assertThat(CLOCK.since(NOW.minusSeconds(9))).isEqualTo(new Moment(NOW.minusSeconds(9), NOW, false));
        assertThat(TOLD.since(NOW.minusSeconds(9))).isEqualTo(TOLD);
    }
}
