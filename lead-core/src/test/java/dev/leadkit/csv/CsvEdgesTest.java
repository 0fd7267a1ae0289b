package dev.leadkit.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.capture.Row;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens just at a limit, and with texts that come in small pieces. */
final class CsvEdgesTest {

    private static final CsvInput INPUT = CsvInput.standard();

    /** Each row as its cells, or as the values of its faults. */
    private static List<String> told(CsvInput input, Reader text) throws IOException {
        List<String> told = new ArrayList<>();
        try (CsvRows<Map<String, String>> rows = input.open(text)) {
            rows.forEachRemaining(row -> told.add(content(row)));
        }
        return told;
    }

    private static String content(Row<Map<String, String>> row) {
        return row instanceof Row.Read<Map<String, String>> read
                ? String.join("|", read.content().values())
                : "was "
                        + ((Row.Broken<Map<String, String>>) row)
                                .faults().stream().map(Fault::value).toList();
    }

    private static List<String> columns(String header) throws IOException {
        try (CsvRows<Map<String, String>> rows = INPUT.open(new StringReader(header))) {
            return rows.columns();
        }
    }

    /** Gives nothing at first, then one character at a time. */
    private static Reader dripping(String text) {
        StringReader source = new StringReader(text);
        return new Reader() {
            private boolean begun;

            @Override
            public int read(char[] into, int at, int most) throws IOException {
                int read = begun ? source.read(into, at, 1) : 0;
                begun = true;
                return read;
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }

    @Test
    void aTextThatDripsIsReadLikeAnyOther() throws IOException {
        assertThat(told(INPUT, dripping("\uFEFFa,\"b\nc\"\r\n\uFEFF1,2\r\n\n\"3\",\"4\"\"5\"")))
                .containsExactly("\uFEFF1|2", "3|4\"5");
        assertThat(told(INPUT, new StringReader("a\n\uFEFF1"))).containsExactly("\uFEFF1");
    }

    @Test
    void ofTwoSeparatorsInAHeaderTheMoreFrequentIsMeantElseTheFirstOfTheList() throws IOException {
        assertThat(columns("a,b;c\n")).containsExactly("a", "b;c");
        assertThat(columns("a;b,c;d\n")).containsExactly("a", "b,c", "d");
        assertThat(columns("\"x;;;\",a\n")).containsExactly("x;;;", "a");
        assertThat(columns("a,\"x;;;\"\n")).containsExactly("a", "x;;;");
    }

    @Test
    void behindTheHeaderNoOtherSeparatorSeparates() throws IOException {
        assertThat(told(INPUT, new StringReader("a;b\n1,\"x;2\n3;4"))).containsExactly("1,\"x|2", "3|4");
    }

    @Test
    void aRowOfJustTheLimitIsReadHoweverItEnds() throws IOException {
        CsvInput ten = INPUT.longestRow(10);

        assertThat(told(ten, new StringReader("a\n\"12345678\"\n1234567890\n3")))
                .containsExactly("12345678", "1234567890", "3");
        assertThat(told(ten, new StringReader("a,b\n12345678,\n123456789,\n")))
                .containsExactly("12345678|", "123456789|");
        assertThat(told(ten, new StringReader("a\n" + "1".repeat(35) + "\n3"))).containsExactly("was [longer]", "3");
        assertThat(told(ten, new StringReader("a\n" + "1".repeat(35)))).containsExactly("was [longer]");
        assertThat(told(ten, new StringReader("a,b\n" + ",".repeat(10) + "\n1,2")))
                .containsExactly("was [11 cells]", "1|2");
    }

    @Test
    void aFileOfJustTheMostColumnsIsReadAndOneMoreRefused() throws IOException {
        assertThat(told(INPUT.mostColumns(2), new StringReader("a,b\n1,2"))).containsExactly("1|2");
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> INPUT.mostColumns(2).open(new StringReader("a,b,c\n")));
        assertThat(refused.faults())
                .extracting(Fault::toString)
                .containsExactly("header: must be a row of at most 2 columns, was 3 columns");
    }

    @Test
    void limitsHaveLimits() {
        assertThat(INPUT.longestRow(1)).isNotNull();
        assertThat(INPUT.longestRow(16_777_216)).isNotNull();
        assertThat(INPUT.mostColumns(1)).isNotNull();
        assertThat(INPUT.mostColumns(16_384)).isNotNull();
        for (int wrong : new int[] {0, 16_777_217}) {
            assertThatThrownBy(() -> INPUT.longestRow(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("longest row must be 1 to 16777216 characters, was " + wrong);
        }
        for (int wrong : new int[] {0, 16_385}) {
            assertThatThrownBy(() -> INPUT.mostColumns(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("most columns must be 1 to 16384, was " + wrong);
        }
    }

    @Test
    void aTextThatCannotBeClosedEitherIsToldOfWithTheRefusal() {
        IOException stuck = new IOException("stuck");
        Reader text = new StringReader("") {
            @Override
            public void close() {
                throw new IllegalStateException(stuck);
            }
        };
        Reader checked = new Reader() {
            @Override
            public int read(char[] into, int at, int most) {
                return -1;
            }

            @Override
            public void close() throws IOException {
                throw stuck;
            }
        };

        assertThat(catchThrowable(() -> INPUT.open(checked)))
                .isInstanceOf(RefusedException.class)
                .hasSuppressedException(stuck);
        assertThat(catchThrowable(() -> INPUT.open(text))).hasRootCause(stuck);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00A0 ", " x"})
    void blankCellsAreNoFormulas(String cell) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvOutput out = CsvOutput.to(text)) {
            assertThat(out.row("x", cell).row(List.of("y", cell))).isSameAs(out);
        }
        assertThat(text).hasToString("x," + cell + "\r\ny," + cell + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tx", "\rx", "\nx"})
    void aCellThatBeginsWithABreakGetsAnApostrophe(String cell) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvOutput out = CsvOutput.to(text)) {
            out.row(cell);
        }
        assertThat(text.toString().replace("\"", "")).isEqualTo("'" + cell + "\r\n");
    }

    @Test
    void ofTooManyColumnsTheirNumberIsToldAndNothingElse() {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> INPUT.mostColumns(2).open(new StringReader("a,,,,a\n")));
        assertThat(refused.faults()).containsExactly(new Fault("header", "a row of at most 2 columns", "5 columns"));
    }
}
