package dev.leadkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Row;
import dev.leadkit.capture.Rows;
import dev.leadkit.capture.Submission;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.FieldCatalog;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A list of submissions in JSON")
final class JsonFeedTest {

    private static final Mapping MAPPING = Mapping.builder(FieldCatalog.standard())
            .externalId("/id")
            .columns(ColumnRule.of("/email", "email"))
            .build();

    @TempDir
    private Path folder;

    /** Each row as "number/line" with its external id, or with what was wrong. */
    private static List<String> told(JsonFeed feed, String text) throws IOException {
        try (Rows<Submission> rows = feed.open(new StringReader(text), "crm", MAPPING)) {
            return told(rows);
        }
    }

    private static List<String> told(Rows<Submission> rows) {
        List<String> told = new ArrayList<>();
        rows.forEachRemaining(row -> told.add(row.number() + "/" + row.line() + " " + content(row)));
        assertThat(rows.warnings()).isEmpty();
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

    private static List<String> faults(String pointer, String text) {
        return catchThrowableOfType(
                        RefusedException.class, () -> JsonFeed.at(pointer).open(new StringReader(text), "crm", MAPPING))
                .faults()
                .stream()
                .map(Fault::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|[{\"id\":1},{\"id\":2}]",
                "/leads|{\"leads\":[{\"id\":1},{\"id\":2}]}",
                "/leads|\uFEFF {\"a\":[{\"leads\":[9]}],\"b\":\"\\\"]}\", \"leads\" : [ {\"id\":1} , {\"id\":2} ] ,\"z\":{}} ",
                "/a/1/b~1c|{\"a\":[{\"b/c\":[7]},{\"x\":1,\"b\\u002fc\":[{\"id\":1},{\"id\":2}]},[]]}"
            })
    @DisplayName("is found by its pointer")
    void found(String pointer, String text) throws IOException {
        assertThat(told(JsonFeed.at(pointer), text)).containsExactly("1/1 1", "2/1 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/leads|{}|/leads: must be there, was missing",
                "/leads|{\"a\":1}|/leads: must be there, was missing",
                "/a/2|{\"a\":[1,2]}|/a/2: must be there, was missing",
                "/a/0|{\"a\":[]}|/a/0: must be there, was missing",
                "/leads|{\"leads\":{}}|/leads: must be a list, was another value",
                "''|{}|document: must be a list, was another value",
                "''|''|document: must be a list, was missing",
                "/a/b|{\"a\":7}|/a: must be an object with the list in it, was another value",
                "/a|{\"b\":1|line 1, column 7: must be a comma or '}', was the end of the text. What comes behind it"
                        + " cannot be read.",
                "/a|{b:1}|line 1, column 2: must be a name in double quotes, was another character. What comes behind it"
                        + " cannot be read.",
                "/a|{\"a\"}|line 1, column 5: must be a colon, was another character. What comes behind it cannot be read."
            })
    @DisplayName("is refused if it is not there")
    void notFound(String pointer, String text, String fault) {
        assertThat(faults(pointer, text)).containsExactly(fault);
    }

    @Test
    @DisplayName("may be empty")
    void empty() throws IOException {
        assertThat(told(JsonFeed.at(""), " [ ] ")).isEmpty();
    }

    @Test
    @DisplayName("loses a broken element only, and tells its place in the file")
    void broken() throws IOException {
        assertThat(
                        told(
                                JsonFeed.at("/leads"),
                                "{\"leads\": [\n{\"id\":1},\n  {\"id\":tru}, {\"id\":3},{\"id\":4,\n \"a\":},7,[],{},null,\n{\"id\":9}]}"))
                .containsExactly(
                        "1/2 1",
                        "2/3 [line 3, column 9 a word without quotes]",
                        "3/3 3",
                        "4/3 [line 4, column 6 '}']",
                        "5/4 [document a number]",
                        "6/4 [document a list]",
                        "7/4 [/id ]",
                        "8/4 [document null]",
                        "9/5 9");
    }

    @Test
    @DisplayName("goes on behind a quote that does not close in its line, and behind a bracket that does not")
    void unclosed() throws IOException {
        assertThat(told(JsonFeed.at(""), "[{\"id\":1},\n{\"id\":\"2},\n{\"id\":3}]"))
                .satisfiesExactly(
                        row -> assertThat(row).isEqualTo("1/1 1"),
                        row -> assertThat(row).startsWith("2/2 [line"));
        assertThat(told(JsonFeed.at(""), "[{\"id\":\"1\n},{\"id\":[2},{\"id\":3}]"))
                .satisfiesExactly(
                        row -> assertThat(row).startsWith("1/1 [line"),
                        row -> assertThat(row).startsWith("2/2 [line"),
                        row -> assertThat(row).isEqualTo("3/2 3"));
    }

    @Test
    @DisplayName("has an empty element where two commas meet or one ends it")
    void commas() throws IOException {
        assertThat(told(JsonFeed.at(""), "[{\"id\":1},,{\"id\":3},]"))
                .containsExactly("1/1 1", "2/1 [$ ]", "3/1 3", "4/1 [$ ]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"leads\":[{\"id\":1}|line 1, column 19 the end of the text",
                "{\"leads\":[{\"id\":1},|'$ '",
                "{\"leads\":[{\"id\":1}]|line 1, column 20 the end of the text",
                "{\"leads\":[{\"id\":1}}|line 1, column 19 another character",
                "{\"leads\":[{\"id\":1}],\"a\":1|line 1, column 26 the end of the text",
                "{\"leads\":[{\"id\":1}],\"leads\":[{\"id\":2}]}|line 1, column 29 there more than once",
                "{\"leads\":[{\"id\":1}]} x|line 1, column 22 another character",
                "{\"leads\":[{\"id\":1}],7}|line 1, column 21 another character"
            })
    @DisplayName("says so in one row more if the text does not end well")
    void endsBadly(String text, String last) throws IOException {
        assertThat(told(JsonFeed.at("/leads"), text)).startsWith("1/1 1", "2/1 [" + last + "]");
    }

    @Test
    @DisplayName("reads elements as it was told to, each within the limits")
    void reading() throws IOException {
        JsonFeed feed = JsonFeed.at("").with(SubmissionJson.standard().longestDocument(11));
        assertThat(told(feed, "[{\"id\":1},{\"id\":\"123\"},{\"id\":\"12\"}]"))
                .containsExactly("1/1 1", "2/1 [document longer]", "3/1 12");
    }

    @Test
    @DisplayName("names elements without an identifier by their position")
    void withoutId() throws IOException {
        Mapping mapping = Mapping.builder(FieldCatalog.standard())
                .columns(ColumnRule.of("/email", "email"))
                .build();
        try (Rows<Submission> rows = JsonFeed.at("").open(new StringReader("[{},{}]"), "crm", mapping)) {
            assertThat(told(rows)).containsExactly("1/1 row-1", "2/1 row-2");
        }
    }

    @Test
    @DisplayName("is a file in UTF-8, of which other bytes cost their element")
    void file() throws IOException {
        Path file = folder.resolve("feed.json");
        Files.write(file, "[{\"id\":\"\u00FC\"},\n{\"id\":2}]".getBytes(StandardCharsets.ISO_8859_1));
        try (Rows<Submission> rows = JsonFeed.at("").open(file, "crm", MAPPING)) {
            assertThat(told(rows)).containsExactly("1/1 [document bytes that are no text]", "2/2 2");
        }
        Files.writeString(file, "[{\"id\":\"\u00FC\"}]");
        try (Rows<Submission> rows = JsonFeed.at("").open(file, "crm", MAPPING)) {
            assertThat(told(rows)).containsExactly("1/1 \u00FC");
        }
    }

    @Test
    @DisplayName("closes its text with the rows and with a refusal")
    void closing() throws IOException {
        AtomicInteger closed = new AtomicInteger();
        class Watched extends StringReader {
            Watched(String text) {
                super(text);
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        }
        JsonFeed.at("").open(new Watched("[]"), "crm", MAPPING).close();
        assertThat(closed).hasValue(1);
        assertThatThrownBy(() -> JsonFeed.at("").open(new Watched("{}"), "crm", MAPPING))
                .isInstanceOf(RefusedException.class);
        assertThat(closed).hasValue(2);
        assertThatThrownBy(() -> JsonFeed.at("leads")).isInstanceOf(IllegalArgumentException.class);
    }
}
