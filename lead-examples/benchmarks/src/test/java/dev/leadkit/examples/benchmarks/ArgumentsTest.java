package dev.leadkit.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.examples.benchmarks.scoring.ScoringSuite;
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
        assertThat(Arguments.request(List.of(), Map.of()))
                .contains(new Request(Effort.QUICK, Optional.empty(), Optional.empty()));
        assertThat(Arguments.request(List.of("--full", "--data", "here"), Map.of("LEADKIT_DATA", "there")))
                .contains(new Request(Effort.FULL, Optional.of(Path.of("here")), Optional.empty()));
        assertThat(Arguments.request(List.of("--quick"), Map.of("LEADKIT_DATA", "there")))
                .contains(new Request(Effort.QUICK, Optional.of(Path.of("there")), Optional.empty()));
        assertThat(Arguments.request(List.of("--full", "--only", "1000"), Map.of()))
                .contains(new Request(Effort.FULL, Optional.empty(), Optional.of("1000")));
    }

    @Test
    @DisplayName("A part that is named is wanted alone, without a name all are")
    void parts() {
        assertThat(new Request(Effort.QUICK, Optional.empty(), Optional.of("real")).wants("100"))
                .isFalse();
        assertThat(new Request(Effort.QUICK, Optional.empty(), Optional.of("real")).wants("real"))
                .isTrue();
        assertThat(new Request(Effort.QUICK, Optional.empty(), Optional.empty()).wants("100"))
                .isTrue();
        assertThat(new ScoringSuite().parts())
                .containsExactly("10", "100", "1000", "real", "10000", "startup", "rescore");
    }

    @Test
    @DisplayName("What is not understood is not guessed")
    void notUnderstood() {
        assertThat(Arguments.request(List.of("--fast"), Map.of())).isEmpty();
        assertThat(Arguments.request(List.of("--data"), Map.of())).isEmpty();
        assertThat(Arguments.request(List.of("--only"), Map.of())).isEmpty();
    }
}
