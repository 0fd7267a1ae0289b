package dev.leadkit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FunnelChartTest {

    @Test
    void stepRatesAreShareOfTheStageBefore() {
        Drawing drawing = drawn(8000, 4000, 3, 0);
        assertThat(drawing.description()).isEqualTo("S0: 8,000; S1: 4,000 (50.0%); S2: 3 (0.1%); S3: 0 (0.0%)");
        assertThat(drawing.texts()).contains("8,000", "50.0%", "0.1%", "0.0%");
        assertThat(drawing.widths("lk-first")).containsExactly(384.0, 192.0, 1.5, 0.0);
        assertThat(drawing.widths("lk-track")).containsExactly(384.0, 384.0, 384.0, 384.0);
        assertThat(drawing.look("path", "lk-line lk-faint")).as("arrows").hasSize(3);
    }

    @Test
    void afterAnEmptyStageTheRateIsADash() {
        assertThat(drawn(0, 4).description()).isEqualTo("S0: 0; S1: 4 (\u2013)");
    }

    @Test
    void aStageMayHoldMoreThanTheOneBefore() {
        Drawing drawing = drawn(2, 5);
        assertThat(drawing.texts()).contains("250.0%");
        assertThat(drawing.widths("lk-first")).containsExactly(153.6, 384.0);
    }

    @Test
    void noStagesAreADash() {
        assertThat(drawn().texts()).containsExactly("Funnel", "\u2013");
    }

    @Test
    void refusesACountBelowZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FunnelChart.Stage("a", -3))
                .withMessage("count must be 0 or more, was -3");
    }

    private static Drawing drawn(long... counts) {
        List<FunnelChart.Stage> stages = IntStream.range(0, counts.length)
                .mapToObj(i -> new FunnelChart.Stage("S" + i, counts[i]))
                .toList();
        return Drawing.of(new FunnelChart(new Caption("Funnel", ""), stages).svg());
    }
}
