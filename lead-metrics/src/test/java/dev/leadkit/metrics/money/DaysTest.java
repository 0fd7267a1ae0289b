package dev.leadkit.metrics.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class DaysTest {

    private static LocalDate may(int day) {
        return LocalDate.of(2026, 5, day);
    }

    @Test
    void aPeriodHoldsItsFirstDayAndNotTheDayAfterItsLast() {
        Days days = new Days();
        days.include(may(3), may(5));
        assertThat(days.contains(may(2))).isFalse();
        assertThat(days.contains(may(3))).isTrue();
        assertThat(days.contains(may(4))).isTrue();
        assertThat(days.contains(may(5))).isFalse();
    }

    @Test
    void aPeriodWithoutEndMayEndOnTheLastDayThereIs() {
        Days days = new Days();
        days.include(may(3), LocalDate.MAX);
        days.include(LocalDate.MIN, may(1));
        assertThat(days.contains(LocalDate.MIN)).isTrue();
        assertThat(days.contains(may(2))).isFalse();
        assertThat(days.contains(LocalDate.of(9999, 12, 31))).isTrue();
    }

    @Test
    void periodsThatOverlapTouchOrLieWithinEachOtherBecomeOne() {
        Days days = new Days();
        days.include(may(10), may(20));
        days.include(may(20), may(22));
        days.include(may(8), may(11));
        days.include(may(12), may(13));
        days.include(may(25), may(26));
        for (int day = 1; day <= 31; day++) {
            boolean covered = (day >= 8 && day < 22) || day == 25;
            assertThat(days.contains(may(day))).as("day %s", day).isEqualTo(covered);
        }
    }
}
