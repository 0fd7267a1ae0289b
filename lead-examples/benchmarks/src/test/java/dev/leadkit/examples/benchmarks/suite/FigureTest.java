package dev.leadkit.examples.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    @DisplayName("A figure is one JSON object with four significant digits, never with an exponent")
    void isOneJsonObject() {
        assertThat(new Figure("core", "capture.per.s", 123_456.7, "1/s").json())
                .isEqualTo("{\"suite\":\"core\",\"name\":\"capture.per.s\",\"value\":123500,\"unit\":\"1/s\"}");
        assertThat(new Figure("core", "ratio", 0.000_012_344, "1").json()).contains("\"value\":0.00001234,");
    }
}
