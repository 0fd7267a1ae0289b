package dev.leadkit.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.benchmarks.suite.Effort;
import dev.leadkit.examples.benchmarks.suite.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    @DisplayName("Quick is the default; the folder of data comes from the option, else from the environment")
    void understood() {
        assertThat(Arguments.request(List.of(), Map.of())).contains(new Request(Effort.QUICK, Optional.empty()));
        assertThat(Arguments.request(List.of("--full", "--data", "here"), Map.of("LEADKIT_DATA", "there")))
                .contains(new Request(Effort.FULL, Optional.of(Path.of("here"))));
        assertThat(Arguments.request(List.of("--quick"), Map.of("LEADKIT_DATA", "there")))
                .contains(new Request(Effort.QUICK, Optional.of(Path.of("there"))));
    }

    @Test
    @DisplayName("What is not understood is not guessed")
    void notUnderstood() {
        assertThat(Arguments.request(List.of("--fast"), Map.of())).isEmpty();
        assertThat(Arguments.request(List.of("--data"), Map.of())).isEmpty();
    }
}
