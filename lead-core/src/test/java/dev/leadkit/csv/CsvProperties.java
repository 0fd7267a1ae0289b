package dev.leadkit.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.Row;
import dev.leadkit.fault.RefusedException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class CsvProperties {

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of(",", ";", "\t", "|", "^", "x");
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.oneOf(
                Arbitraries.strings().withChars(",;\t|\"\r\n 'ax=#").ofMaxLength(6),
                Arbitraries.strings()
                        .ofMaxLength(6)
                        .filter(text -> text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))));
        return Arbitraries.integers()
                .between(1, 4)
                .flatMap(width -> cell.list().ofSize(width).list().ofMaxSize(6));
    }

    private static List<String> header(List<List<String>> table) {
        int width = table.isEmpty() ? 2 : table.get(0).size();
        return IntStream.range(0, width).mapToObj(i -> "C" + i).toList();
    }

    private static List<List<String>> read(CsvInput input, String text) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        try (CsvRows<Map<String, String>> rows = input.open(new StringReader(text))) {
            rows.forEachRemaining(row -> cells.add(
                    row instanceof Row.Read<Map<String, String>> read
                            ? List.copyOf(read.content().values())
                            : Collections.singletonList("broken")));
        }
        return cells;
    }

    @Property
    void whatIsWrittenIsRead(
            @ForAll("tables") List<List<String>> table, @ForAll("separators") String separator, @ForAll boolean crlf)
            throws IOException {
        char mark = separator.charAt(0);
        StringWriter text = new StringWriter();
        try (CsvOutput out = CsvOutput.to(text, new CsvOutput.Style(mark, crlf, true))) {
            out.row(header(table));
            table.forEach(out::row);
        }

        assertThat(read(CsvInput.standard().separator(mark), text.toString())).isEqualTo(table);
    }

    /** The oracle writes with quotes around everything, so that it needs to know nothing. */
    @Property
    void whatANaiveWriterWroteIsRead(@ForAll("tables") List<List<String>> table) throws IOException {
        List<List<String>> all = new ArrayList<>(List.of(header(table)));
        all.addAll(table);
        String text = all.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));

        assertThat(read(CsvInput.standard(), text)).isEqualTo(table);
    }

    @Property
    void aBrokenLineTakesNoOtherRowWithIt(
            @ForAll("badLines") String bad, @ForAll @IntRange(max = 5) int at, @ForAll("breaks") String lineBreak)
            throws IOException {
        List<String> lines =
                new ArrayList<>(List.of("1,2", "\"3\",\"4 \"\"and\"\" 4\"", "5,\"six, 6\"", "7,8", "\"\",10"));
        List<List<String>> expected = new ArrayList<>(List.of(
                List.of("1", "2"),
                List.of("3", "4 \"and\" 4"),
                List.of("5", "six, 6"),
                List.of("7", "8"),
                List.of("", "10")));
        lines.add(at, bad);
        expected.add(at, List.of("broken"));

        assertThat(read(CsvInput.standard(), "a,b" + lineBreak + String.join(lineBreak, lines)))
                .isEqualTo(expected);
    }

    @Provide
    Arbitrary<String> badLines() {
        return Arbitraries.of("1", "1,2,3", "\"1\"x,2", "a,\0", "\uD800,2", "\"a\" ,2");
    }

    @Provide
    Arbitrary<String> breaks() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    @Property
    void anyTextIsReadToItsEnd(@ForAll("messes") String mess, @ForAll @IntRange(min = 3, max = 30) int longest)
            throws IOException {
        String text = "a,b\n" + mess + "\nx,y\n";
        try {
            List<List<String>> rows = read(CsvInput.standard().longestRow(longest), text);
            assertThat(rows).isNotEmpty();
            assertThat(rows).allMatch(row -> row.size() == 2 || row.equals(List.of("broken")));
        } catch (RefusedException e) {
            assertThat(e.faults()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<String> messes() {
        return Arbitraries.strings().withChars("\"\",\n\r a").ofMaxLength(60);
    }
}
