package dev.leadkit.csv;

import static java.util.Objects.requireNonNull;

import dev.leadkit.capture.InputText;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Submission;
import dev.leadkit.fault.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How to read CSV: RFC 4180 and what is commonly done beside it. Quotes are {@code "}, doubled within quotes; lines end
 * with CRLF, LF or CR; a byte order mark is skipped; empty lines are too. The first line that is not empty must be the
 * header: names that are not blank, each of them once, white space at their ends dropped. Every row must have as many cells
 * as the header; a row that does not, or that cannot be read, is refused on its own and never ends the reading.
 *
 * <p>Needs {@code de.siegmar:fastcsv} on the class path. Immutable and thread-safe.
 */
public final class CsvInput {

    private static final String CANDIDATES = ",;\t|";
    private static final int LONGEST_ROW = 1 << 20;
    private static final int MOST_CHARACTERS = 1 << 24;
    private static final int MOST_COLUMNS = 1_000;
    private static final int MOST_COLUMNS_EVER = 1 << 14;

    private static final CsvInput STANDARD =
            new CsvInput(Optional.empty(), StandardCharsets.UTF_8, LONGEST_ROW, MOST_COLUMNS);

    private final Optional<Character> separator;
    private final Charset charset;
    private final int longestRow;
    private final int mostColumns;

    private CsvInput(Optional<Character> separator, Charset charset, int longestRow, int mostColumns) {
        this.separator = separator;
        this.charset = charset;
        this.longestRow = longestRow;
        this.mostColumns = mostColumns;
    }

    /**
     * Reads UTF-8 with the separator that the header shows, rows up to 1,048,576 characters and 1,000 columns.
     *
     * @return how to read
     */
    public static CsvInput standard() {
        return STANDARD;
    }

    /**
     * The same with a given separator instead of the one among comma, semicolon, tab and bar that is most frequent in the
     * header.
     *
     * @param character the separator: no quote, line break or NUL
     * @return how to read
     */
    public CsvInput separator(char character) {
        return new CsvInput(Optional.of(CsvOutput.checkedSeparator(character)), charset, longestRow, mostColumns);
    }

    /**
     * The same with another encoding of files. Bytes that are not of this encoding refuse the row they are in.
     *
     * @param encoding the encoding
     * @return how to read
     */
    public CsvInput charset(Charset encoding) {
        return new CsvInput(separator, requireNonNull(encoding, "encoding"), longestRow, mostColumns);
    }

    /**
     * The same with another limit for rows. Of a row that is longer, only the first line is refused where it has several: it
     * is more likely that a quote is missing in it.
     *
     * @param characters the most characters that a row may have, line breaks within quotes counted, 1 to
     *     16,777,216
     * @return how to read
     */
    public CsvInput longestRow(int characters) {
        if (characters < 1 || characters > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "longest row must be 1 to " + MOST_CHARACTERS + " characters, was " + characters);
        }
        return new CsvInput(separator, charset, characters, mostColumns);
    }

    /**
     * The same with another limit for columns. A file whose header has more is refused as a whole.
     *
     * @param columns the most columns that a file may have, 1 to 16,384, which is what spreadsheets have
     * @return how to read
     */
    public CsvInput mostColumns(int columns) {
        if (columns < 1 || columns > MOST_COLUMNS_EVER) {
            throw new IllegalArgumentException("most columns must be 1 to " + MOST_COLUMNS_EVER + ", was " + columns);
        }
        return new CsvInput(separator, charset, longestRow, columns);
    }

    /**
     * Opens a file and reads its header.
     *
     * @param file the file
     * @return the rows as texts by column; close it
     * @throws IOException if the file cannot be read
     * @throws RefusedException if the header is missing or faulty; all faults at once
     * @throws IllegalStateException if fastcsv is missing
     */
    public CsvRows<Map<String, String>> open(Path file) throws IOException {
        return guarded(InputText.open(file, charset), CsvRows::texts);
    }

    /**
     * Reads the header of a text.
     *
     * @param text the text; it is closed with the rows, or if this throws
     * @return the rows as texts by column; close it
     * @throws IOException if the text cannot be read
     * @throws RefusedException if the header is missing or faulty; all faults at once
     * @throws IllegalStateException if fastcsv is missing
     */
    public CsvRows<Map<String, String>> open(Reader text) throws IOException {
        return guarded(text, CsvRows::texts);
    }

    /**
     * Opens a file of submissions and reads its header. A row without an external id is refused.
     *
     * @param file the file
     * @param system the name of the system that it comes from, not blank
     * @param mapping how columns become fields, and which of them are the external id and the time
     * @return the rows as submissions; close it
     * @throws IOException if the file cannot be read
     * @throws RefusedException if the header is missing, faulty, or does not fit the mapping; all faults at once
     * @throws IllegalStateException if fastcsv is missing
     */
    public CsvRows<Submission> open(Path file, String system, Mapping mapping) throws IOException {
        return guarded(InputText.open(file, charset), rows -> CsvRows.submissions(rows, system, mapping));
    }

    /**
     * Reads the header of a text of submissions. A row without an external id is refused.
     *
     * @param text the text; it is closed with the rows, or if this throws
     * @param system the name of the system that it comes from, not blank
     * @param mapping how columns become fields, and which of them are the external id and the time
     * @return the rows as submissions; close it
     * @throws IOException if the text cannot be read
     * @throws RefusedException if the header is missing, faulty, or does not fit the mapping; all faults at once
     * @throws IllegalStateException if fastcsv is missing
     */
    public CsvRows<Submission> open(Reader text, String system, Mapping mapping) throws IOException {
        return guarded(text, rows -> CsvRows.submissions(rows, system, mapping));
    }

    /** Rows of a text, by the header that was read first. */
    @FunctionalInterface
    private interface Opening<T> {
        CsvRows<T> open(CsvTable table);
    }

    private <T> CsvRows<T> guarded(Reader text, Opening<T> opening) throws IOException {
        try {
            String separators = separator.map(String::valueOf).orElse(CANDIDATES);
            return opening.open(CsvTable.open(text, separators, longestRow, mostColumns));
        } catch (IOException | RuntimeException e) {
            close(text, e);
            throw e;
        } catch (NoClassDefFoundError e) {
            close(text, e);
            throw new IllegalStateException(
                    "reading CSV must have a library on the class path, was missing. Add de.siegmar:fastcsv.", e);
        }
    }

    private static void close(Reader text, Throwable reason) {
        try {
            text.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
