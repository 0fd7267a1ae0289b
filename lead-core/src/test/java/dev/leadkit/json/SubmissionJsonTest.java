package dev.leadkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapped;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Submission;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.FieldCatalog;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A JSON object as a submission")
final class SubmissionJsonTest {

    private static final SubmissionJson JSON = SubmissionJson.standard();
    private static final Mapping MAPPING = Mapping.builder(FieldCatalog.standard())
            .columns(ColumnRule.of("/email", "email"))
            .build();

    private static Map<String, String> values(String document) {
        return JSON.read(document, "crm", "1", MAPPING).values();
    }

    private static List<String> faults(SubmissionJson json, String document, Mapping mapping) {
        return catchThrowableOfType(RefusedException.class, () -> json.read(document, "crm", "1", mapping))
                .faults()
                .stream()
                .map(Fault::toString)
                .toList();
    }

    private static List<String> faults(String document) {
        return faults(JSON, document, MAPPING);
    }

    @Test
    @DisplayName("is mapped by JSON Pointers, as docs/capture.md shows")
    void example() throws IOException {
        // docs: nested JSON
        Mapping mapping = Mapping.builder(FieldCatalog.standard())
                .externalId("/id")
                .occurredAt("/created", Map.of())
                .columns(
                        ColumnRule.of("/contact/emails/0", "email"),
                        ColumnRule.of("/contact/name/last", "lastName"),
                        ColumnRule.of("/company", "company"))
                .clearing("<clear>")
                .build();
        Submission submission =
                SubmissionJson.standard().nullClears().without("/tracking").read("""
                        {"id": 4711, "created": "2026-11-22T08:00:00Z",
                         "contact": {"emails": ["jo@example.com", "jo@home.example"], "name": {"last": ""}},
                         "company": null, "tracking": {"pixels": [1, 2, 3]}}""", "partner", "unknown", mapping);
        Mapped mapped = mapping.map(submission);
        // end

        assertThat(submission.externalId()).isEqualTo("4711");
        assertThat(submission.occurredAt()).contains(Instant.parse("2026-11-22T08:00:00Z"));
        assertThat(submission.values())
                .containsOnlyKeys(
                        "/id", "/created", "/contact/emails/0", "/contact/emails/1", "/contact/name/last", "/company");
        assertThat(mapped.values().text("email")).contains("jo@example.com");
        assertThat(mapped.values().text("lastName")).isEmpty();
        assertThat(mapped.values().cleared()).containsExactly("company");
        String text = Files.readString(Path.of("src/test/java/dev/leadkit/json/SubmissionJsonTest.java"));
        String code = text.substring(text.indexOf("// docs: nested JSON\n") + 21, text.indexOf("        // end\n"))
                .indent(-8);
        assertThat(Files.readString(Path.of("../docs/capture.md"))).contains(code);
    }

    @Test
    @DisplayName("has its leaves by pointer, in their order, numbers as they were written")
    void leaves() {
        assertThat(values(
                        "\uFEFF{\"a\": {\"b\": [\"x\", {\"c\": 1.50}]}, \"n\": [-0, 1e5, 1E-400, 12345678901234567890],"
                                + " \"f\": [true, false], \"\": \"\", \"m~n\": {\"a/b\": \"\\u00FC\"}}"))
                .containsExactly(
                        entry("/a/b/0", "x"),
                        entry("/a/b/1/c", "1.50"),
                        entry("/n/0", "-0"),
                        entry("/n/1", "1e5"),
                        entry("/n/2", "1E-400"),
                        entry("/n/3", "12345678901234567890"),
                        entry("/f/0", "true"),
                        entry("/f/1", "false"),
                        entry("/", ""),
                        entry("/m~0n/a~1b", "\u00FC"));
    }

    @Test
    @DisplayName("keeps absent, blank and cleared apart; null is absent, or clears if that was asked for")
    void threeValues() {
        Mapping mapping = Mapping.builder(FieldCatalog.standard())
                .columns(
                        ColumnRule.of("/email", "email"),
                        ColumnRule.of("/city", "city"),
                        ColumnRule.of("/company", "company"),
                        ColumnRule.of("/country", "country"))
                .clearing("<clear>")
                .build();
        String document =
                "{\"email\": \"jo@example.com\", \"city\": \"\", \"company\": null, \"list\": [null, [], {}]}";

        assertThat(JSON.read(document, "crm", "1", mapping).values())
                .containsExactly(entry("/email", "jo@example.com"), entry("/city", ""));
        Submission clearing = JSON.nullClears().read(document, "crm", "1", mapping);
        assertThat(clearing.values())
                .containsExactly(
                        entry("/email", "jo@example.com"),
                        entry("/city", ""),
                        entry("/company", "<clear>"),
                        entry("/list/0", "<clear>"));
        assertThat(mapping.map(clearing).values().cleared()).containsExactly("company");
        assertThat(faults(JSON.nullClears(), document, MAPPING))
                .containsExactly(
                        "clearing: must be a token, was missing. Where null clears, it takes the place of null.");
    }

    @Test
    @DisplayName("is read from a text that comes in parts, and leaves it open")
    void reader() throws IOException {
        StringReader text = new StringReader("{\"email\": \"a\"}");
        assertThat(JSON.read(text, "crm", "7", MAPPING))
                .isEqualTo(MAPPING.submission("crm", "7", Map.of("/email", "a")));
        assertThat(text.read()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|document: must be an object, was a list. A list is read by JsonFeed.",
                "[{\"a\": 1}]|document: must be an object, was a list. A list is read by JsonFeed.",
                "\"secret\"|document: must be an object, was a text",
                "7|document: must be an object, was a number",
                "null|document: must be an object, was null",
                "false|document: must be an object, was true or false",
                "''|$: must be a JSON value, was missing. The text is empty.",
                "{\"a\":1} {}|line 1, column 9: must be the end of the text, was more text. A document is one JSON value.",
                "{\"a\":1,\"a\":2}|/a: must be there once, was there more than once",
                "{\"a\":\"secret\\ud800\"}|/a: must be text, was text with half characters or NUL",
                "{\"a\":\"secret\\u0000\"}|/a: must be text, was text with half characters or NUL",
                "{\"x\":{\"jo@example.com\":\"\\u0000\"}}|/x/...: must be text, was text with half characters or NUL"
            })
    @DisplayName("is refused if it is something else, without showing a value")
    void refused(String document, String fault) {
        assertThat(faults(document)).containsExactly(fault);
    }

    @Test
    @DisplayName("is refused for text that is no JSON, with its place")
    void syntax() {
        assertThat(faults("{\"a\": 1,\n \"b\": secret}"))
                .singleElement()
                .asString()
                .startsWith("line 2, column")
                .doesNotContain("secret");
        assertThat(faults("{\"a\": \"\uD800\"}"))
                .containsExactly(
                        "document: must be text in the stated encoding, was bytes that are no text. Perhaps the file has"
                                + " another encoding.");
    }

    @Test
    @DisplayName("has limits: as much is read, more is refused")
    void limits() {
        String document = "{\"a\":\"1234\",\"bc\":[1,null]}";
        int length = document.length();
        SubmissionJson exact =
                JSON.longestDocument(length).longestText(4).longestPointer(5).mostLeaves(3);

        assertThat(exact.read(document, "crm", "1", MAPPING).values())
                .containsExactly(entry("/a", "1234"), entry("/bc/0", "1"));
        assertThat(faults(exact.longestDocument(length - 1), document, MAPPING))
                .containsExactly("document: must be at most " + (length - 1) + " characters, was longer");
        assertThat(faults(exact.longestText(3), document, MAPPING))
                .containsExactly("/a: must be at most 3 characters, was text of 4 characters");
        assertThat(faults(exact.longestPointer(4), document, MAPPING))
                .containsExactly(
                        "/bc/...: must be at a pointer of at most 4 characters, was at a longer one",
                        "/bc/...: must be at a pointer of at most 4 characters, was at a longer one");
        assertThat(faults(exact.longestPointer(2), document, MAPPING))
                .containsExactly("/...: must be at a pointer of at most 2 characters, was at a longer one");
        assertThat(faults(exact.mostLeaves(2), document, MAPPING))
                .containsExactly("document: must be a document of at most 2 leaves, was larger");
        assertThatThrownBy(() -> JSON.mostLeaves(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JSON.longestText(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JSON.longestPointer(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JSON.longestDocument((1 << 24) + 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("may have parts that are not read")
    void without() {
        assertThat(JSON.without("/a/b", "/c")
                        .read(
                                "{\"a\": {\"b\": {\"x\": 1}, \"bb\": 2}, \"c\": [\"\\u0000\"], \"d\": 3}",
                                "crm",
                                "1",
                                MAPPING)
                        .values())
                .containsExactly(entry("/a/bb", "2"), entry("/d", "3"));
        assertThatThrownBy(() -> JSON.without("a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("needs a mapping whose columns are pointers")
    void columns() {
        Mapping mapping = Mapping.builder(FieldCatalog.standard())
                .externalId("id")
                .occurredAt("time", Map.of())
                .columns(
                        ColumnRule.of("email", "email"),
                        ColumnRule.of("/a~2", "city"),
                        ColumnRule.of("-", "source").otherwise("Partner"))
                .build();
        assertThat(faults(JSON, "{}", mapping))
                .extracting(fault -> fault.substring(0, fault.indexOf(". ")))
                .containsExactly(
                        "externalId: must be a JSON Pointer such as \"/email\", was \"id\"",
                        "occurredAt.column: must be a JSON Pointer such as \"/email\", was \"time\"",
                        "columns[0].column: must be a JSON Pointer such as \"/email\", was \"email\"",
                        "columns[1].column: must be a JSON Pointer such as \"/email\", was \"/a~2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a", "/a//b/0", "/~0~1", "/\u00FC x"})
    @DisplayName("knows pointers")
    void pointers(String pointer) {
        assertThat(Pointer.isPointer(pointer)).isTrue();
        assertThat(Pointer.names(pointer).stream().reduce("", Pointer::below)).isEqualTo(pointer);
        assertThat(Pointer.isPointer(pointer + "~")).isFalse();
        assertThat(Pointer.isPointer("a" + pointer)).isFalse();
    }
}
