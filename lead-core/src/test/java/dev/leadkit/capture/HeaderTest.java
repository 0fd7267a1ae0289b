package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A row under a header")
final class HeaderTest {

    private static final Header HEADER = Header.of(List.of("b", "a", "c"));

    @Test
    @DisplayName("is a map from column to text, in the header's order")
    void map() {
        Map<String, String> row = HEADER.row(List.of("1", "2", ""));
        assertThat(row)
                .isEqualTo(Map.of("b", "1", "a", "2", "c", ""))
                .hasSize(3)
                .containsExactly(Map.entry("b", "1"), Map.entry("a", "2"), Map.entry("c", ""));
        assertThat(row.keySet()).containsExactly("b", "a", "c");
        assertThat(row.containsKey("a")).isTrue();
        assertThat(row.containsKey("d")).isFalse();
        assertThat(row.get("d")).isNull();
        assertThat(row.getOrDefault("a", "-")).isEqualTo("2");
        assertThat(row.getOrDefault("d", "-")).isEqualTo("-");
    }

    @Test
    @DisplayName("has one text for each column, and no two columns have one name")
    void asMany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HEADER.row(List.of("1", "2")))
                .withMessage("row must have 3 cells, had 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Header.of(List.of("a", "a")));
    }
}
