package dev.leadkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Row;
import dev.leadkit.capture.Rows;
import dev.leadkit.capture.Submission;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.FieldCatalog;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("JSON Lines")
final class JsonLinesTest {

    private static final Mapping MAPPING = Mapping.builder(FieldCatalog.standard())
            .externalId("/id")
            .columns(ColumnRule.of("/email", "email"))
            .build();

    @TempDir
    private Path folder;

    private static List<String> told(Rows<Submission> rows) {
        List<String> told = new ArrayList<>();
        try (rows) {
            rows.forEachRemaining(row -> told.add(row.number() + "/" + row.line() + " " + content(row)));
        }
        return told;
    }

    private static String content(Row<Submission> row) {
        return row instanceof Row.Read<Submission> read
                ? read.content().externalId()
                : ((Row.Broken<Submission>) row)
                        .faults().stream()
                                .map(fault -> fault.path() + " " + fault.value())
                                .toList()
                                .toString();
    }

    private static List<String> told(JsonLines lines, String text) throws IOException {
        return told(lines.open(new StringReader(text), "crm", MAPPING));
    }

    @Test
    @DisplayName("are read line by line; blank ones count and are skipped, and so is a byte order mark")
    void lines() throws IOException {
        assertThat(told(JsonLines.standard(), "\uFEFF{\"id\":1}\r\n\n \t\r\n{\"id\":\"4\"}\n{\"id\":5}"))
                .containsExactly("1/1 1", "4/4 4", "5/5 5");
        assertThat(told(JsonLines.standard(), "")).isEmpty();
        assertThat(told(JsonLines.standard(), "\n\n")).isEmpty();
    }

    @Test
    @DisplayName("lose a broken line only, and tell its place in the file")
    void broken() throws IOException {
        assertThat(told(
                        JsonLines.standard(),
                        "{\"id\":1}\n{\"id\":\n{\"id\":3}{}\n[]\n{\"id\":\"\"}\n{\"id\":6,\"id\":6}\n{\"id\":7}\n"))
                .containsExactly(
                        "1/1 1",
                        "2/2 [line 2, column 7 the end of the text]",
                        "3/3 [line 3, column 9 more text]",
                        "4/4 [document a list]",
                        "5/5 [/id ]",
                        "6/6 [/id there more than once]",
                        "7/7 7");
    }

    @Test
    @DisplayName("lose a line that is too long, and none beside it")
    void tooLong() throws IOException {
        JsonLines lines = JsonLines.standard().with(SubmissionJson.standard().longestDocument(8));
        assertThat(told(lines, "{\"id\":1}\n{\"id\":22}\n        \n         \n{\"id\":5}"))
                .containsExactly("1/1 1", "2/2 [document longer]", "4/4 [document longer]", "5/5 5");
    }

    @Test
    @DisplayName("are a file in UTF-8, of which other bytes cost their line")
    void file() throws IOException {
        Path file = folder.resolve("leads.jsonl");
        Files.write(file, "{\"id\":\"\u00FC\"}\n{\"id\":2}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(told(JsonLines.standard().open(file, "crm", MAPPING)))
                .containsExactly("1/1 [document bytes that are no text]", "2/2 2");
        Files.writeString(file, "{\"id\":\"\u00FC\"}");
        assertThat(told(JsonLines.standard().open(file, "crm", MAPPING))).containsExactly("1/1 \u00FC");
    }

    @Test
    @DisplayName("need a mapping whose columns are pointers")
    void mapping() {
        Mapping columns = Mapping.builder(FieldCatalog.standard())
                .columns(ColumnRule.of("email", "email"))
                .build();
        assertThatThrownBy(() -> JsonLines.standard().open(new StringReader(""), "crm", columns))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("columns[0].column");
    }
}
