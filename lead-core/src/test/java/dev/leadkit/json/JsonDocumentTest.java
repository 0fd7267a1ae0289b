package dev.leadkit.json;

import static dev.leadkit.json.Faulty.faults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonDocumentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": } | 1, column 7: must be valid JSON, was '}'. A value belongs here.",
                "{\"a\": 1,} | 1, column 9: must be valid JSON, was '}'. A name in double quotes belongs here; behind the last"
                        + " member stands no comma.",
                "{'a': 1} | 1, column 2: must be valid JSON, was '''. A name in double quotes belongs here; behind the last"
                        + " member stands no comma.",
                "[1 2] | 1, column 4: must be valid JSON, was '2'. A comma is missing before it.",
                "{\"a\" 1} | 1, column 6: must be valid JSON, was '1'. A colon is missing before it.",
                "{\"a\": secret} | 1, column 7: must be valid JSON, was a word without quotes. A text stands in double quotes;"
                        + " without them only true, false, null and numbers.",
                "{\"a\": NaN} | 1, column 10: must be valid JSON, was a word without quotes. A text stands in double quotes;"
                        + " without them only true, false, null and numbers.",
                "{\"a\": \"x | 1, column 9: must be valid JSON, was the end of the text. A quote or a bracket is not closed.",
                "{\"a\": [1 | 1, column 9: must be valid JSON, was the end of the text. A quote or a bracket is not closed.",
                "{\"a\": 1] | 1, column 8: must be valid JSON, was ']'. Brackets must be closed in the order in which they were"
                        + " opened.",
                "{\"a\": \"\\x\"} | 1, column 9: must be valid JSON, was an unknown escape. Within a text, a backslash is"
                        + " written \\\\.",
                "{\"a\": 01} | 1, column 8: must be valid JSON, was a syntax error. A number is written like 12, -0.5 or 1e6.",
                "{\"a\": +1} | 1, column 8: must be valid JSON, was '+'. A number is written like 12, -0.5 or 1e6.",
                "/* a */ {} | 1, column 1: must be valid JSON, was '/'. JSON has no comments.",
                "<html> | 1, column 1: must be valid JSON, was '<'. A text stands in double quotes; without them only true,"
                        + " false, null and numbers.",
                "{} x | 1, column 4: must be the end of the text, was more text. A document is one JSON value.",
                "{}} | 1, column 3: must be the end of the text, was more text. A document is one JSON value.",
            })
    void syntaxErrorIsToldWithItsPlaceInPlainWords(String text, String fault) {
        assertThat(faults(text)).containsExactly("line " + fault);
    }

    @Test
    void syntaxErrorIsCountedInLines() {
        assertThat(faults("{\n  \"a\": 1\n  \"b\": 2\n}"))
                .containsExactly("line 3, column 3: must be valid JSON, was '\"'. A comma is missing before it.");
        assertThat(faults("{\"a\":\n \"b\nc\"}"))
                .containsExactly("line 2, column 4: must be valid JSON, was a control character. Within a text, a line"
                        + " break is written \\n and a tab \\t.");
    }

    @Test
    void emptyTextIsToldSo() {
        assertThat(faults("")).containsExactly("$: must be a JSON value, was missing. The text is empty.");
        assertThat(faults(" \n")).containsExactly("$: must be a JSON value, was missing. The text is empty.");
    }

    @Test
    void textBehindTheDocumentDoesNotHideWhatIsWrongInIt() {
        assertThat(faults("{\"a\": 1} {", json -> json.at("a").text()))
                .containsExactly(
                        "line 1, column 10: must be the end of the text, was more text. A document is one JSON value.",
                        "$.a: must be a text, was 1");
    }

    @Test
    void nestingBeyondTheLimitIsAFault() {
        assertThat(faults("[".repeat(500) + "]".repeat(500))).isEmpty();
        assertThat(faults("[".repeat(100_000)))
                .containsExactly("line 1, column 502: must be nested at most 500 deep, was deeper");
    }

    @Test
    void memberThatIsThereTwiceIsOneFaultHoweverOften() {
        assertThat(faults("{\"x\": {\"a\": 1, \"a\": 2, \"a\": 3, \"b\": 1}}"))
                .containsExactly("$.x.a: must be there once, was there more than once");
    }

    @Test
    void byteOrderMarkIsSkipped() {
        assertThat(faults("\uFEFF{\"a\": 1}", json -> json.at("a").text()))
                .containsExactly("$.a: must be a text, was 1");
    }

    @Test
    void fileIsReadAsUtf8AndOtherBytesAreAFault(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.json");
        Files.writeString(file, "\uFEFF{\"name\": \"Jürgen\"}", StandardCharsets.UTF_8);
        String name = JsonDocument.of(file).as("model", json -> json.at("name").text());
        assertThat(name).isEqualTo("Jürgen");
        Files.writeString(file, "{\"name\": \"Jürgen\"}", StandardCharsets.ISO_8859_1);
        assertThat(faults(JsonDocument.of(file), json -> json.at("name").text()))
                .containsExactly("$: must be text in UTF-8, was other bytes. Save the file in the encoding UTF-8.");
        assertThatThrownBy(() -> JsonDocument.of(folder.resolve("none.json"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void failureOfTheReaderIsNoSyntaxError() {
        IOException failure = new IOException("the disk is gone");
        Reader failing = new Reader() {
            private int read;

            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                if (read++ > 0) {
                    throw failure;
                }
                buffer[offset] = '{';
                return 1;
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> JsonDocument.of(failing))
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(failure);
    }

    @Test
    void mapIsCopied() {
        Map<String, Object> tree = new HashMap<>(Map.of("a", "before"));
        JsonDocument document = JsonDocument.of(tree);
        tree.put("a", 1);
        String text = document.as("thing", json -> json.at("a").text());
        assertThat(text).isEqualTo("before");
    }

    @Test
    void mapThatContainsItselfIsAFault() {
        Map<String, Object> loop = new HashMap<>();
        loop.put("list", new ArrayList<>(List.of(loop)));
        assertThat(faults(JsonDocument.of(loop), json -> json.at("list").text()))
                .containsExactly("$: must be nested at most 500 deep, was deeper");
    }

    @Test
    void aFloatingPointNumberOfAMapIsItsShortestDecimalOnEveryJdk() {
        BigDecimal number = JsonDocument.of(Map.of("n", Double.parseDouble("1e23")))
                .as("thing", json -> json.at("n").number());
        assertThat(number).isEqualByComparingTo("1E+23");
    }

    @Test
    void whatIsWrongInAMapOfAnotherParserIsAFault() {
        Map<String, Object> tree = new HashMap<>();
        tree.put("nan", Double.NaN);
        tree.put("infinite", Float.POSITIVE_INFINITY);
        tree.put("half", 0.5);
        tree.put("object", new Object());
        tree.put("numbered", Map.of(1, "one"));
        assertThat(faults(JsonDocument.of(tree), json -> {
                    json.at("nan").number();
                    json.at("infinite").number();
                    json.at("half").integer(0, 1);
                    json.at("object").text();
                    return json.at("numbered").at("1").number();
                }))
                .containsExactly(
                        "$.nan: must be a number, was NaN",
                        "$.infinite: must be a number, was Infinity",
                        "$.half: must be a whole number from 0 to 1, was 0.5",
                        "$.object: must be a text, was a java.lang.Object",
                        "$.numbered.1: must be a number, was \"one\"");
    }

    @Test
    void shapeThatGivesNothingWithoutAFaultIsAMistakeOfItsAuthor() {
        assertThatThrownBy(() -> JsonDocument.of("{}").as("thing", json -> Optional.empty()))
                .isInstanceOf(IllegalStateException.class);
    }
}
