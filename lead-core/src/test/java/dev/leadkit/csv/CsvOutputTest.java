package dev.leadkit.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvOutputTest {

    private static String written(CsvOutput.Style style, String... cells) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvOutput out = CsvOutput.to(text, style)) {
            out.row(cells);
        }
        return text.toString();
    }

    @Test
    void quotesStandOnlyWhereTheyAreNeeded() throws IOException {
        assertThat(written(CsvOutput.Style.STANDARD, "plain text", "a,b", "say \"hi\"", "two\nlines", "", "c;d"))
                .isEqualTo("plain text,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,\"c;d\"\r\n");
        assertThat(written(new CsvOutput.Style(';', false, false), "a,b", "c;d"))
                .isEqualTo("\"a,b\";\"c;d\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;=1+1", "a\t=1+1", "a|=1+1"})
    void aSpreadsheetThatTakesAnotherSeparatorFindsNoFormulaBehindIt(String cell) throws IOException {
        assertThat(written(CsvOutput.Style.STANDARD, "x", cell)).isEqualTo("x,\"" + cell + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\uFF1D1",
                "-",
                "+49 30 1",
                " =1",
                "\u00A0=1",
                "\uFEFF@a",
                "\u200B-a"
            })
    void whatASpreadsheetWouldRunGetsAnApostrophe(String cell) throws IOException {
        assertThat(written(CsvOutput.Style.STANDARD, "x", cell)).isEqualTo("x," + quoted("'" + cell) + "\r\n");
        assertThat(written(new CsvOutput.Style(',', true, true), "x", cell)).isEqualTo("x," + quoted(cell) + "\r\n");
    }

    private static String quoted(String cell) {
        return cell.contains("|") || cell.contains("\t") ? '"' + cell + '"' : cell;
    }

    @Test
    void aRowThatIsRefusedLeavesNoTrace() throws IOException {
        StringWriter text = new StringWriter();
        try (CsvOutput out = CsvOutput.to(text)) {
            assertThatThrownBy(() -> out.row(List.of())).hasMessage("row must have 1 cells, had 0");
            out.row("a", "b");
            assertThatThrownBy(() -> out.row("c")).hasMessage("row must have 2 cells, had 1");
        }
        assertThat(text).hasToString("a,b\r\n");
    }

    @Test
    void aFormulaBehindALineBreakIsQuotedToo() throws IOException {
        assertThat(written(CsvOutput.Style.STANDARD, "\r=1")).isEqualTo("\"'\r=1\"\r\n");
        assertThat(written(CsvOutput.Style.STANDARD, "\n=1")).isEqualTo("\"'\n=1\"\r\n");
    }

    @Test
    void aVeryLongNumberIsWrittenToo() throws IOException {
        String cell = "-1" + ".1".repeat(100_000);
        assertThat(written(CsvOutput.Style.STANDARD, cell)).isEqualTo(cell + "\r\n");
        assertThat(written(CsvOutput.Style.STANDARD, cell + "x")).isEqualTo("'" + cell + "x\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+491701234567", "-0.5", "-1.5E+3", "-12%", "'quoted'", "a=b"})
    void numbersAndOtherTextsStayAsTheyAre(String cell) throws IOException {
        assertThat(written(CsvOutput.Style.STANDARD, cell)).isEqualTo(cell + "\r\n");
    }

    @Test
    void everyRowHasTheSameNumberOfCells() throws IOException {
        try (CsvOutput out = CsvOutput.to(new StringWriter())) {
            assertThatThrownBy(() -> out.row(List.of())).isInstanceOf(IllegalArgumentException.class);
        }
        try (CsvOutput out = CsvOutput.to(new StringWriter())) {
            out.row("a", "b");
            assertThatThrownBy(() -> out.row("a"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("row must have 2 cells, had 1");
        }
    }

    @Test
    void theSeparatorCannotBeAQuoteOrALineBreak() {
        assertThatThrownBy(() -> new CsvOutput.Style('"', true, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CsvOutput.Style('\n', true, true)).isInstanceOf(IllegalArgumentException.class);
    }
}
