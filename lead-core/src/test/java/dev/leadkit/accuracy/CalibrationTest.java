package dev.leadkit.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private final OutcomeCounts counts = new OutcomeCounts();

    @Test
    @DisplayName("A higher range with a lower rate is put together with the one below, also with several")
    void violatorsArePooled() {
        counts.add(10, new Outcomes(1, 9));
        counts.add(20, new Outcomes(5, 5));
        counts.add(30, new Outcomes(4, 6));
        counts.add(40, new Outcomes(3, 7));
        counts.add(50, new Outcomes(9, 1));
        Calibration calibration = Calibration.of(counts, 5);
        assertThat(calibration.bands())
                .containsExactly(
                        entry(10L, new Proportion(1, 10)),
                        entry(20L, new Proportion(12, 30)),
                        entry(50L, new Proportion(9, 10)));
        assertThat(calibration).hasToString("Calibration[from 10: 1 of 10, from 20: 12 of 30, from 50: 9 of 10]");
    }

    @Test
    @DisplayName("Equal rates are one range")
    void equalRates() {
        counts.add(1, new Outcomes(1, 1));
        counts.add(2, new Outcomes(2, 2));
        assertThat(Calibration.of(counts, 2).bands()).containsExactly(entry(1L, new Proportion(3, 6)));
    }

    @Test
    @DisplayName("A score belongs to the range that begins at it or below, the lowest range has no beginning")
    void rangesOfScores() {
        counts.add(10, new Outcomes(0, 4));
        counts.add(20, new Outcomes(4, 0));
        Calibration calibration = Calibration.of(counts, 2);
        assertThat(calibration.at(Long.MIN_VALUE)).contains(new Proportion(0, 4));
        assertThat(calibration.at(19)).contains(new Proportion(0, 4));
        assertThat(calibration.at(20)).contains(new Proportion(4, 4));
        assertThat(calibration.at(Long.MAX_VALUE)).contains(new Proportion(4, 4));
    }

    @Test
    @DisplayName("Nothing counted means nothing")
    void nothing() {
        assertThat(Calibration.of(counts, 3).at(1)).isEmpty();
        assertThat(Calibration.of(counts, 3))
                .isEqualTo(Calibration.of(counts, 9))
                .hasSameHashCodeAs(Calibration.of(counts, 9));
    }

    @Test
    @DisplayName("Counts below 0 and no range at all are refused")
    void refused() {
        assertThatThrownBy(() -> Calibration.of(counts, 0)).hasMessage("groups must be at least 1, was 0");
        counts.retract(1, true);
        assertThatThrownBy(() -> Calibration.of(counts, 1)).hasMessage("counts must be 0 or more, some are below");
    }

    @Test
    @DisplayName("From its own ranges it is made again, whatever their order")
    void again() {
        counts.add(10, new Outcomes(0, 4));
        counts.add(20, new Outcomes(3, 1));
        Calibration calibration = Calibration.of(counts, 2);
        SortedMap<Long, Proportion> downwards = new TreeMap<>(Comparator.reverseOrder());
        downwards.putAll(calibration.bands());
        assertThat(Calibration.of(downwards)).isEqualTo(calibration).hasToString(calibration.toString());
        assertThat(Calibration.of(downwards).at(15)).contains(new Proportion(0, 4));
        assertThat(Calibration.of(new TreeMap<>()).at(15)).isEmpty();
    }

    @Test
    @DisplayName("Every range that is of nobody or does not rise is named, and none of the others")
    void wrongRanges() {
        SortedMap<Long, Proportion> wrong = new TreeMap<>(Map.of(
                1L, new Proportion(1, 4),
                2L, new Proportion(0, 0),
                3L, new Proportion(2, 8),
                4L, new Proportion(1, 2),
                5L, new Proportion(4, 9),
                6L, new Proportion(Long.MAX_VALUE - 1, Long.MAX_VALUE),
                7L, new Proportion(Long.MAX_VALUE, Long.MAX_VALUE)));
        assertThatThrownBy(() -> Calibration.of(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("each range must be of somebody and have a greater rate than the one below,"
                        + " were not: from 2: 0 of 0, from 3: 2 of 8, from 5: 4 of 9");
    }

    @Test
    @DisplayName("What is done to the ranges afterwards changes nothing")
    void copied() {
        SortedMap<Long, Proportion> bands = new TreeMap<>(Map.of(1L, new Proportion(1, 4)));
        Calibration calibration = Calibration.of(bands);
        bands.clear();
        assertThat(calibration.at(1)).contains(new Proportion(1, 4));
    }
}
