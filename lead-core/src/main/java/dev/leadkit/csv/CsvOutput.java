package dev.leadkit.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes CSV as RFC 4180 has it: quotes only where they are needed, every row with as many cells as the first.
 *
 * <p>Needs {@code de.siegmar:fastcsv} on the class path. Not thread-safe; close it after use.
 */
public final class CsvOutput implements Closeable {

    /** Possessive, because a plain repetition recurses and a long enough text overflows the stack. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]++(?:[.,][0-9]++)*+(?:[eE][-+]?[0-9]++)?+%?+");

    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String BREAKS = "\t\r\n";

    private final Style style;
    private final CsvWriter writer;
    private int columns = -1;

    private CsvOutput(Style style, CsvWriter writer) {
        this.style = style;
        this.writer = writer;
    }

    /**
     * How CSV is written.
     *
     * @param separator what stands between cells: no quote, line break or NUL
     * @param crlf whether lines end with CRLF; else with LF
     * @param formulas whether cells that a spreadsheet would take for a formula are left as they are; else they get a
     *     leading apostrophe, numbers excepted, so that what a lead typed in is never run
     */
    public record Style(char separator, boolean crlf, boolean formulas) {

        /** Comma, CRLF, formulas made harmless. */
        public static final Style STANDARD = new Style(',', true, false);

        /**
         * Makes a style.
         *
         * @param separator what stands between cells
         * @param crlf whether lines end with CRLF
         * @param formulas whether formulas are left as they are
         */
        public Style {
            checkedSeparator(separator);
        }
    }

    /**
     * Writes in the standard style.
     *
     * @param out where to; it is closed with this
     * @return the output
     * @throws IllegalStateException if fastcsv is missing
     */
    public static CsvOutput to(Writer out) {
        return to(out, Style.STANDARD);
    }

    /**
     * Writes in a style.
     *
     * @param out where to; it is closed with this
     * @param style how
     * @return the output
     * @throws IllegalStateException if fastcsv is missing
     */
    public static CsvOutput to(Writer out, Style style) {
        try {
            return new CsvOutput(style, Library.writer(out, style));
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "writing CSV must have a library on the class path, was missing. Add de.siegmar:fastcsv.", e);
        }
    }

    /** What needs the library's classes to be loaded. */
    private static final class Library {

        private static final String SEPARATORS = ",;\t|";

        /**
         * A row of one empty cell would be an empty line, which readers skip. A spreadsheet may take another separator than
         * was written, and would find the start of a formula behind it.
         */
        private static final QuoteStrategy SEEN = new QuoteStrategy() {
            @Override
            public boolean quoteEmpty(int lineNo, int fieldIdx) {
                return fieldIdx == 0;
            }

            @Override
            public boolean quoteValue(int lineNo, int fieldIdx, String value) {
                return value.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0);
            }
        };

        static CsvWriter writer(Writer out, Style style) {
            return CsvWriter.builder()
                    .fieldSeparator(style.separator())
                    .lineDelimiter(style.crlf() ? LineDelimiter.CRLF : LineDelimiter.LF)
                    .quoteStrategy(SEEN)
                    .build(out);
        }
    }

    /**
     * Writes a row.
     *
     * @param cells its texts; as many as in the first row, at least one
     * @return this
     * @throws IllegalArgumentException if the number of cells differs
     * @throws UncheckedIOException if writing fails
     */
    public CsvOutput row(List<String> cells) {
        int wanted = columns < 0 ? Math.max(1, cells.size()) : columns;
        if (cells.size() != wanted) {
            throw new IllegalArgumentException("row must have " + wanted + " cells, had " + cells.size());
        }
        columns = wanted;
        writer.writeRecord(cells.stream().map(this::harmless).toList());
        return this;
    }

    /**
     * Writes a row.
     *
     * @param cells its texts; as many as in the first row, at least one
     * @return this
     * @throws IllegalArgumentException if the number of cells differs
     * @throws UncheckedIOException if writing fails
     */
    public CsvOutput row(String... cells) {
        return row(List.of(cells));
    }

    private String harmless(String cell) {
        return style.formulas() || cell.isEmpty() || !isRisky(cell) ? cell : "'" + cell;
    }

    /** Spreadsheets differ in what they skip before a formula, so all that is not seen counts as skipped. */
    private static boolean isRisky(String cell) {
        int first = 0;
        while (first < cell.length() && isUnseen(cell.charAt(first))) {
            first++;
        }
        boolean formula = first < cell.length()
                && FORMULA_STARTS.indexOf(cell.charAt(first)) >= 0
                && !NUMBER.matcher(cell.substring(first)).matches();
        return formula || BREAKS.indexOf(cell.charAt(0)) >= 0;
    }

    private static boolean isUnseen(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    static char checkedSeparator(char separator) {
        if ("\"\r\n\0\uFEFF".indexOf(separator) >= 0 || Character.isSurrogate(separator)) {
            throw new IllegalArgumentException("separator must be no quote, line break or NUL, was one");
        }
        return separator;
    }
}
