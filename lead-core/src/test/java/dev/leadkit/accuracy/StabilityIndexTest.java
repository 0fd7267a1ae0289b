package dev.leadkit.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StabilityIndexTest {

    private static StabilityIndex index(List<Long> before, List<Long> after) {
        return StabilityIndex.of(before, after).orElseThrow();
    }

    @ParameterizedTest(name = "{0} degrees of freedom: {1}")
    @DisplayName("The critical points of chi-square are those of the printed tables")
    @CsvSource({
        "1, 3.841",
        "2, 5.991",
        "3, 7.815",
        "4, 9.488",
        "5, 11.070",
        "9, 16.919",
        "10, 18.307",
        "20, 31.410",
        "30, 43.773",
        "50, 67.505",
        "100, 124.342"
    })
    void table(int degrees, double point) {
        assertThat(ChiSquare.point95(degrees)).isCloseTo(point, within(0.0005));
    }

    @Test
    @DisplayName(
            "The index is the sum over bins of the difference times the logarithm of the ratio, with half a count more in each")
    void formula() {
        StabilityIndex index = index(List.of(10L, 20L, 0L), List.of(5L, 35L, 0L));
        double before = 10.5 / 31;
        double after = 5.5 / 41;
        double expected = (after - before) * Math.log(after / before)
                + ((1 - after) - (1 - before)) * Math.log((1 - after) / (1 - before));
        assertThat(index.value().doubleValue()).isCloseTo(expected, within(1e-6));
        assertThat(index.critical().doubleValue()).isCloseTo(3.841459 * (1 / 30.0 + 1 / 40.0), within(1e-6));
        assertThat(index.bins()).isEqualTo(2);
        assertThat(index.isDrift()).isEqualTo(expected > index.critical().doubleValue());
        assertThat(List.of(index.before(), index.after())).containsExactly(30L, 40L);
    }

    @Test
    @DisplayName("Equal shares are no drift, and a shift to the other end is")
    void extremes() {
        assertThat(index(List.of(10L, 30L), List.of(10L, 30L)).value()).isEqualTo(new BigDecimal("0.000000"));
        assertThat(index(List.of(10L, 30L), List.of(10L, 30L)).isDrift()).isFalse();
        assertThat(index(List.of(100L, 0L), List.of(0L, 100L)).isDrift()).isTrue();
    }

    @Test
    @DisplayName("Without drift about five of a hundred samples exceed the critical value, however small they are")
    void level() {
        Random random = new Random(11);
        for (int size : new int[] {60, 1_000}) {
            int exceeded = 0;
            for (int i = 0; i < 2_000; i++) {
                exceeded += index(sample(size, random), sample(size, random)).isDrift() ? 1 : 0;
            }
            assertThat(exceeded).as("of 2,000 samples of %s", size).isBetween(40, 160);
        }
    }

    private static List<Long> sample(int size, Random random) {
        long[] counts = new long[10];
        for (int i = 0; i < size; i++) {
            counts[random.nextInt(10)]++;
        }
        List<Long> list = new ArrayList<>();
        for (long count : counts) {
            list.add(count);
        }
        return list;
    }

    @Test
    @DisplayName("Without leads or with one bin there is no index, and counts must fit")
    void bounds() {
        assertThat(StabilityIndex.of(List.of(), List.of())).isEmpty();
        assertThat(StabilityIndex.of(List.of(5L, 0L), List.of(7L, 0L))).isEmpty();
        assertThat(StabilityIndex.of(List.of(5L, 1L), List.of(0L, 0L))).isEmpty();
        assertThat(StabilityIndex.of(List.of(0L, 0L), List.of(5L, 1L))).isEmpty();
        assertThatThrownBy(() -> StabilityIndex.of(List.of(5L), List.of(1L, 2L)))
                .hasMessage("counts must be 0 or more, as many before as after, were 1 and 2");
        assertThatThrownBy(() -> StabilityIndex.of(List.of(-1L), List.of(1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StabilityIndex.of(List.of(1L), List.of(-1L)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
