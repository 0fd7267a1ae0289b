package dev.leadkit.metrics.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Steps and days, counted by hand. */
final class ResolutionTest {

    private static final long DAY = 86_400;

    @Test
    @DisplayName("A second is kept by the step that begins at or after it, or at or before it")
    void seconds() {
        assertThat(Resolution.DAY.up(0)).isZero();
        assertThat(Resolution.DAY.up(1)).isEqualTo(1);
        assertThat(Resolution.DAY.up(DAY)).isEqualTo(1);
        assertThat(Resolution.DAY.up(DAY + 1)).isEqualTo(2);
        assertThat(Resolution.DAY.up(-1)).isZero();
        assertThat(Resolution.DAY.up(-DAY - 1)).isEqualTo(-1);
        assertThat(Resolution.DAY.down(DAY - 1)).isZero();
        assertThat(Resolution.DAY.down(DAY)).isEqualTo(1);
        assertThat(Resolution.DAY.down(-1)).isEqualTo(-1);
        assertThat(Resolution.SECOND.up(7)).isEqualTo(7);
        assertThat(Resolution.SECOND.down(7)).isEqualTo(7);
    }

    @Test
    @DisplayName("A part of a second is after its second, never before it")
    void parts() {
        Instant part = Instant.ofEpochSecond(7, 1);
        assertThat(Resolution.SECOND.up(part)).isEqualTo(8);
        assertThat(Resolution.SECOND.down(part)).isEqualTo(7);
        assertThat(Resolution.SECOND.up(Instant.ofEpochSecond(7))).isEqualTo(7);
        assertThat(Resolution.DAY.up(Instant.ofEpochSecond(DAY, 1))).isEqualTo(2);
        assertThat(Resolution.DAY.down(Instant.ofEpochSecond(DAY - 1, 999_999_999)))
                .isZero();
    }

    @Test
    @DisplayName("A step is whole seconds from 1")
    void refusals() {
        assertThat(new Resolution(Duration.ofMinutes(5)).up(301)).isEqualTo(2);
        assertThat(new Resolution(Duration.ofSeconds(1))).isEqualTo(Resolution.SECOND);
        assertThat(Resolution.DAY).hasToString("PT24H");
        assertThat(Resolution.SECOND).hasToString("PT1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resolution(Duration.ofMillis(999)))
                .withMessage("resolution must be whole seconds from 1, was PT0.999S");
        assertThatIllegalArgumentException().isThrownBy(() -> new Resolution(Duration.ofMillis(1_500)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Resolution(Duration.ZERO));
    }

    @Test
    @DisplayName("The day of an instant is that of its zone, and beyond all calendars the first or the last one")
    void days() {
        Instant evening = Instant.parse("2026-06-30T23:30:00Z");
        assertThat(LocalDay.of(evening, ZoneOffset.UTC)).isEqualTo("2026-06-30");
        assertThat(LocalDay.of(evening, ZoneId.of("Europe/Berlin"))).isEqualTo("2026-07-01");
        assertThat(LocalDay.of(Instant.MAX, ZoneOffset.UTC)).isEqualTo(LocalDate.of(999_999_000, 1, 1));
        assertThat(LocalDay.of(Instant.MIN, ZoneOffset.UTC)).isEqualTo(LocalDate.of(-999_999_000, 1, 1));
    }

    @Test
    @DisplayName("A duration from 256 s on is rounded down to eight binary digits")
    void buckets() {
        assertThat(DurationBuckets.of(255)).isEqualTo(255);
        assertThat(DurationBuckets.of(257)).isEqualTo(256);
        assertThat(DurationBuckets.of(511)).isEqualTo(510);
        assertThat(DurationBuckets.of(515)).isEqualTo(512);
        assertThat(DurationBuckets.of(516)).isEqualTo(516);
        assertThat(DurationBuckets.of(Duration.ofSeconds(1_000_000))).isEqualTo(999_424);
        assertThat(DurationBuckets.of(Duration.ZERO)).isZero();
    }
}
