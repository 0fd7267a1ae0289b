package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The name of a column")
final class ColumnNameTest {

    @Test
    @DisplayName("is what a header says, without white space and invisible characters at its ends")
    void ends() {
        assertThat(ColumnName.of("\uFEFF First  name\u00A0")).isEqualTo("First  name");
        assertThat(ColumnName.of(" ")).isEmpty();
    }

    @Test
    @DisplayName("is shown unless it could be a person's data: an address, a number, a long text")
    void shown() {
        assertThat(ColumnName.shown("Phone 1234")).isEqualTo("\"Phone 1234\"");
        assertThat(ColumnName.shown("x".repeat(64))).isEqualTo('"' + "x".repeat(64) + '"');
        assertThat(ColumnName.shown("Phone 12345")).isEqualTo("text of 11 characters");
        assertThat(ColumnName.shown("@ada")).isEqualTo("text of 4 characters");
        assertThat(ColumnName.shown("x".repeat(65))).isEqualTo("text of 65 characters");
    }

    @Test
    @DisplayName("is a fault's path if it may be shown and says something")
    void path() {
        assertThat(ColumnName.path("City", "city")).isEqualTo("City");
        assertThat(ColumnName.path("ada@example.org", "city")).isEqualTo("city");
        assertThat(ColumnName.path(" ", "city")).isEqualTo("city");
    }
}
