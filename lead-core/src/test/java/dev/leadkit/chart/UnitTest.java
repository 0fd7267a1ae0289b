package dev.leadkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource({
        "COUNT, 1234.5, '1,234'",
        "COUNT, 1235.5, '1,236'",
        "COUNT, -0.4, 0",
        "DECIMAL, 1234.5, '1,234.50'",
        "DECIMAL, 0.125, 0.12",
        "PERCENT, 0.3799, 38.0%",
        "PERCENT, 1, 100.0%",
        "PERCENT, 12.3456, '1,234.6%'"
    })
    void writes(Unit unit, BigDecimal figure, String text) {
        assertThat(unit.write(figure)).isEqualTo(text);
    }
}
