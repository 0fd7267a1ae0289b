package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A converter's parameters")
final class ConverterParametersTest {

    private final Faults faults = new Faults();

    private ConverterParameters parameters(String name, String... texts) {
        return new ConverterParameters(Map.of(name, List.of(texts)), "c", faults);
    }

    private void assertFault(String rule, String value) {
        assertThat(faults.list()).containsExactly(new Fault("c.parameters.p", rule, value));
    }

    @Test
    @DisplayName("are one of some words, of which the first holds by default")
    void words() {
        assertThat(parameters("p", "b").word("p", "a", "b")).isEqualTo("b");
        assertThat(parameters("q", "b").word("p", "a", "b")).isEqualTo("a");
        assertThat(faults.list()).isEmpty();
        assertThat(parameters("p", "c").word("p", "a", "b")).isEqualTo("a");
        assertFault("one of a, b", "\"c\"");
    }

    @Test
    @DisplayName("are whole numbers from a least one up")
    void numbers() {
        assertThat(parameters("p", "2").whole("p", 2, 9)).isEqualTo(2);
        assertThat(parameters("q", "2").whole("p", 2, 9)).isEqualTo(9);
        assertThat(faults.list()).isEmpty();
        assertThat(parameters("p", "1").whole("p", 2, 9)).isEqualTo(9);
        assertFault("a whole number from 2 up", "\"1\"");
    }

    @Test
    @DisplayName("are refused where they are no number")
    void noNumber() {
        assertThat(parameters("p", "two").whole("p", 2, 9)).isEqualTo(9);
        assertFault("a whole number from 2 up", "\"two\"");
    }

    @Test
    @DisplayName("are refused where one text is wanted and several are given")
    void several() {
        assertThat(parameters("p", "a", "b").text("p")).isEmpty();
        assertFault("one text", "2 texts");
    }
}
