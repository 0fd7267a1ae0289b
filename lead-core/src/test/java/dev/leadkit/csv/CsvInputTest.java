package dev.leadkit.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Row;
import dev.leadkit.capture.Submission;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.FieldCatalog;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvInputTest {

    private static final CsvInput INPUT = CsvInput.standard();

    @TempDir
    private Path folder;

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("leads.csv"), text.getBytes(charset));
    }

    /** Each row as "number/line" with its cells, or with the values of its faults. */
    private List<String> told(CsvInput input, Path file) throws IOException {
        List<String> told = new ArrayList<>();
        try (CsvRows<Map<String, String>> rows = input.open(file)) {
            rows.forEachRemaining(row -> told.add(row.number() + "/" + row.line() + " " + content(row)));
        }
        return told;
    }

    private List<String> told(String text) throws IOException {
        return told(INPUT, file(text, UTF_8));
    }

    private static String content(Row<Map<String, String>> row) {
        return row instanceof Row.Read<Map<String, String>> read
                ? String.join("|", read.content().values())
                : "was "
                        + ((Row.Broken<Map<String, String>>) row)
                                .faults().stream().map(Fault::value).toList();
    }

    private List<String> headerFaults(CsvInput input, Path file) {
        return catchThrowableOfType(RefusedException.class, () -> input.open(file)).faults().stream()
                .map(Fault::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyKindOfLineBreakEndsARow(String lineBreak) throws IOException {
        String text = String.join(lineBreak, "a,b", "1,2", "", "\"x" + lineBreak + "y\",4", "5,6");

        assertThat(told(text)).containsExactly("2/2 1|2", "4/4 x" + lineBreak + "y|4", "5/6 5|6");
        assertThat(told(text + lineBreak)).isEqualTo(told(text));
    }

    @Test
    void quotesAreDoubledWithinQuotesAndPlainInPlainCells() throws IOException {
        assertThat(told("a,b\n\"say \"\"hi\"\"\",5\" disk\n\"\",\" , \"\n"))
                .containsExactly("2/2 say \"hi\"|5\" disk", "3/3 | , ");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theSeparatorIsSeenInTheHeader(String separator) throws IOException {
        String header = String.join(separator, "a", "\"b,;|\t\"", "c");

        assertThat(told(header + "\n1" + separator + "2" + separator + "3")).containsExactly("2/2 1|2|3");
    }

    @Test
    void anyCharacterMayBeTheSeparator() throws IOException {
        assertThat(told(INPUT.separator('^'), file("a^b,c\n1^2,3", UTF_8))).containsExactly("2/2 1|2,3");
        assertThatThrownBy(() -> INPUT.separator('"')).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aByteOrderMarkIsSkippedEvenBeforeAQuote() throws IOException {
        try (CsvRows<Map<String, String>> rows = INPUT.open(file("\uFEFF\"a,\nb\",c\n1,2", UTF_8))) {
            assertThat(rows.columns()).containsExactly("a,\nb", "c");
            assertThat(content(rows.next())).isEqualTo("1|2");
        }
    }

    @Test
    void otherEncodingsAreReadWhenStated() throws IOException {
        assertThat(told(INPUT.charset(ISO_8859_1), file("a\nZo\u00EB", ISO_8859_1)))
                .containsExactly("2/2 Zo\u00EB");
        assertThat(told(INPUT.charset(UTF_16), file("a\nZo\u00EB", UTF_16))).containsExactly("2/2 Zo\u00EB");
    }

    @Test
    void undecodableBytesRefuseTheirRowOnly() throws IOException {
        assertThat(told(INPUT, file("a\n1\nZo\u00EB\n2\n", ISO_8859_1)))
                .containsExactly("2/2 1", "3/3 was [bytes that are no text]", "4/4 2");
        assertThat(headerFaults(INPUT, file("a\u00EB\n1", ISO_8859_1))).hasSize(1);
        assertThat(headerFaults(INPUT, file("a\n1", UTF_16))).hasSize(1);
        assertThat(told("a\nwritten \uFFFD\n")).containsExactly("2/2 written \uFFFD");
    }

    @Test
    void nulCharactersRefuseTheirRowOnly() throws IOException {
        assertThat(told("a\n1\n\0\n2")).containsExactly("2/2 1", "3/3 was [text with NUL characters]", "4/4 2");
    }

    @Test
    void rowsOfAnotherWidthAreRefusedOnTheirOwn() throws IOException {
        assertThat(told("a,b\n1\n1,2,3\n1,2\n,\n"))
                .containsExactly("2/2 was [1 cells]", "3/3 was [3 cells]", "4/4 1|2", "5/5 |");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOnlyItsLine() throws IOException {
        assertThat(told("a,b\n1,2\n\"3,4\n5,6\n7,\"\"\"8\"\"\"\n"))
                .containsExactly("2/2 1|2", "3/3 was [text with other quotes]", "4/4 5|6", "5/5 7|\"8\"");
        assertThat(told("a,b\n1,2\n3,\"4")).containsExactly("2/2 1|2", "3/3 was [text with other quotes]");
        assertThat(told("a\r\n\"1\r\n2\r\n")).containsExactly("2/2 was [text with other quotes]", "3/3 2");
    }

    @Test
    void aQuoteThatClosesWithinACellCostsOnlyItsLine() throws IOException {
        assertThat(told("a,b\n\"1,2\n3,\"4, 5\"\n\"6\"x,7\n8,9"))
                .containsExactly(
                        "2/2 was [text with other quotes]",
                        "3/3 3|4, 5",
                        "4/4 was [text with other quotes]",
                        "5/5 8|9");
    }

    @Test
    void aRowThatIsTooLongIsRefusedOnItsOwn() throws IOException {
        CsvInput short10 = INPUT.longestRow(10);
        String limit = "1".repeat(10);

        assertThat(told(short10, file("a\n" + limit + "\n" + limit + "1\n\"" + limit + "\"\n3", UTF_8)))
                .containsExactly("2/2 " + limit, "3/3 was [longer]", "4/4 was [longer]", "5/5 3");
        assertThat(told(short10, file("a\n\"1\n2\n3\n4\n5\n6\n7\n", UTF_8)))
                .containsExactly("2/2 was [longer]", "3/3 2", "4/4 3", "5/5 4", "6/6 5", "7/7 6", "8/8 7");
    }

    @Test
    void aHugeCellIsReadUpToTheLimitAndRefusedBeyondIt() throws IOException {
        String huge = "x".repeat(1 << 20);

        assertThat(told("a\n" + huge + "\n1")).containsExactly("2/2 " + huge, "3/3 1");
        assertThat(told("a\n" + huge + "x\n1")).containsExactly("2/2 was [longer]", "3/3 1");
    }

    @Test
    void thereMayBeAHeaderOnly() throws IOException {
        assertThat(told("a,b")).isEmpty();
        assertThat(told("\n\na,b\n\n1,2")).containsExactly("5/5 1|2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\r\n"})
    void aFileWithoutAHeaderIsRefused(String text) throws IOException {
        assertThat(headerFaults(INPUT, file(text, UTF_8)))
                .containsExactly("header: must be a row of column names, was missing. The file is empty.");
    }

    @Test
    void allFaultsOfAHeaderAreToldAtOnce() throws IOException {
        assertThat(headerFaults(INPUT, file("a, ,a ,b,,jo@example.com,jo@example.com\n", UTF_8)))
                .containsExactly(
                        "header[2]: must be a column name, was missing",
                        "header[3]: must be a new column name, was \"a\" again. It is column 1 too.",
                        "header[5]: must be a column name, was missing",
                        "header[7]: must be a new column name, was text of 14 characters again. It is column 6 too.");
    }

    @Test
    void aMissingFileIsSaidAsItIs() {
        assertThatThrownBy(() -> INPUT.open(folder.resolve("none.csv"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void theTextIsClosedWithTheRowsTheStreamAndARefusal() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        class Watched extends StringReader {
            Watched(String text) {
                super(text);
                closed.set(false);
            }

            @Override
            public void close() {
                closed.set(true);
                super.close();
            }
        }
        try (Stream<Row<Map<String, String>>> rows = INPUT.open(new Watched("a\n1\n2")).stream()) {
            assertThat(rows.map(CsvInputTest::content).toList()).containsExactly("1", "2");
            assertThat(closed).isFalse();
        }
        assertThat(closed).isTrue();
        assertThatThrownBy(() -> INPUT.open(new Watched(""))).isInstanceOf(RefusedException.class);
        assertThat(closed).isTrue();
    }

    @Test
    void afterTheLastRowThereIsNone() throws IOException {
        try (CsvRows<Map<String, String>> rows = INPUT.open(new StringReader("a\n1"))) {
            rows.next();
            assertThat(rows.hasNext()).isFalse();
            assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void rowsBecomeSubmissionsByAMapping() throws IOException {
        Mapping mapping = Mapping.builder(FieldCatalog.standard())
                .externalId("Id")
                .columns(ColumnRule.of("City", "city"), ColumnRule.of("Land", "country"))
                .build();
        Path file = file("Id,City,Extra\n7,Bonn,x\n,Bonn,x\n8\n", UTF_8);

        try (CsvRows<Submission> rows = INPUT.open(file, "crm", mapping)) {
            assertThat(rows.warnings()).extracting(Fault::path).containsExactly("columns", "Land");
            assertThat(rows.next())
                    .isEqualTo(new Row.Read<>(
                            2, 2, mapping.submission("crm", "-", Map.of("Id", "7", "City", "Bonn", "Extra", "x"))));
            assertThat(rows.next())
                    .isEqualTo(new Row.Broken<>(3, 3, List.of(new Fault("Id", "the record's identifier", ""))));
            assertThat(rows.next()).isInstanceOf(Row.Broken.class);
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void aHeaderThatDoesNotFitTheMappingIsRefusedWithAllFaults() throws IOException {
        Mapping mapping = Mapping.builder(FieldCatalog.standard())
                .externalId("Id")
                .columns(ColumnRule.of("City", "city").asRequired())
                .unknownColumns(Mapping.UnknownColumns.REFUSE)
                .build();
        Path file = file("id,town,Citi\n", UTF_8);

        assertThat(catchThrowableOfType(RefusedException.class, () -> INPUT.open(file, "crm", mapping))
                        .faults())
                .extracting(Fault::path, Fault::hint)
                .containsExactly(
                        tuple("columns", "Give each a rule or ignore it on purpose."),
                        tuple("Id", "Did you mean \"id\"?"),
                        tuple("City", "Did you mean \"Citi\"?"));
    }

    @Test
    void rowsOfAFileWithoutIdsAreKnownByTheirNumber() throws IOException {
        Mapping mapping = Mapping.builder(FieldCatalog.standard())
                .columns(ColumnRule.of("City", "city"))
                .build();

        try (CsvRows<Submission> rows = INPUT.open(new StringReader("City\nBonn"), "crm", mapping)) {
            assertThat(rows.next())
                    .isEqualTo(new Row.Read<>(2, 2, mapping.submission("crm", "row-2", Map.of("City", "Bonn"))));
        }
    }
}
