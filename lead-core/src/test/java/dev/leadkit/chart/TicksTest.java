package dev.leadkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0% 0.1%",
        "0.0001, 0.0% 0.1%",
        "0.012, 0.0% 0.5% 1.0% 1.5%",
        "0.117, 0% 5% 10% 15%",
        "0.4, 0% 10% 20% 30% 40%",
        "0.401, 0% 20% 40% 60%",
        "1, 0% 25% 50% 75% 100%"
    })
    void stepsAreRoundAndReachTheGreatestShare(BigDecimal greatest, String marks) {
        Ticks ticks = Ticks.upTo(greatest);
        assertThat(ticks.shares().stream().map(ticks::write).toList()).containsExactly(marks.split(" ", -1));
    }
}
