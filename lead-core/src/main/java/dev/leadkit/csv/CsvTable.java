package dev.leadkit.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import dev.leadkit.capture.ColumnName;
import dev.leadkit.capture.Header;
import dev.leadkit.capture.InputText;
import dev.leadkit.capture.Row;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.RefusedException;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A CSV text whose header was read: gives its rows as texts by column. Records with quotes are taken apart by fastcsv. */
final class CsvTable implements Closeable {

    private static final String HEADER = "header";
    private static final String QUOTES =
            "text whose quotes open at the start of a cell, are doubled within it and close at its end";

    private final Reader text;
    private final CsvRecords records;
    private final int longestRow;
    private final StringArrayHandler handler;
    private final char separator;
    private final List<String> columns;
    private final Header shared;
    private final CellTexts texts = new CellTexts();
    private long number;

    private CsvTable(Reader text, String separators, int longestRow, int mostColumns) throws IOException {
        this.text = text;
        this.records = new CsvRecords(text, separators, longestRow);
        this.longestRow = longestRow;
        this.handler = StringArrayHandler.of(limits -> limits.maxFields(longestRow + 1));
        CsvRecords.Piece header = header();
        this.separator = mostFrequent(separators, header.text());
        records.separator(separator);
        this.columns = columns(header, mostColumns);
        this.shared = Header.of(columns);
    }

    static CsvTable open(Reader text, String separators, int longestRow, int mostColumns) throws IOException {
        return new CsvTable(text, separators, longestRow, mostColumns);
    }

    List<String> columns() {
        return columns;
    }

    /** The next row that is not an empty line, or empty at the end. */
    Optional<Row<Map<String, String>>> next() throws IOException {
        CsvRecords.Piece piece = nextPiece();
        return piece == null ? Optional.empty() : Optional.of(row(piece));
    }

    private CsvRecords.@Nullable Piece nextPiece() throws IOException {
        CsvRecords.Piece piece;
        do {
            piece = records.next();
            number++;
        } while (piece != null
                && piece.shape() == CsvRecords.Shape.WHOLE
                && piece.text().isEmpty());
        return piece;
    }

    private CsvRecords.Piece header() throws IOException {
        CsvRecords.Piece header = nextPiece();
        if (header == null) {
            throw new RefusedException(
                    HEADER, List.of(new Fault("header", "a row of column names", "", "The file is empty.")));
        }
        return header;
    }

    /** The first of the candidates that no other beats, outside of quotes. */
    private static char mostFrequent(String candidates, String header) {
        long[] counts = new long[candidates.length()];
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            quoted ^= c == '"';
            if (!quoted && candidates.indexOf(c) >= 0) {
                counts[candidates.indexOf(c)]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return candidates.charAt(best);
    }

    private List<String> columns(CsvRecords.Piece header, int mostColumns) {
        Faults faults = new Faults();
        List<String> cells = cells(header, () -> HEADER, faults);
        if (cells.size() > mostColumns) {
            faults.add(HEADER, "a row of at most " + mostColumns + " columns", cells.size() + " columns");
        }
        faults.refuseIfAny(HEADER);
        List<String> names = cells.stream().map(ColumnName::of).toList();
        checkNames(names, faults);
        faults.refuseIfAny(HEADER);
        return names;
    }

    private static void checkNames(List<String> names, Faults faults) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Integer earlier = first.putIfAbsent(name, i + 1);
            if (name.isEmpty()) {
                faults.add("header[" + (i + 1) + "]", "a column name", "");
            } else if (earlier != null) {
                faults.accept(new Fault(
                        "header[" + (i + 1) + "]",
                        "a new column name",
                        ColumnName.shown(name) + " again",
                        "It is column " + earlier + " too."));
            }
        }
    }

    private Row<Map<String, String>> row(CsvRecords.Piece piece) {
        Faults faults = new Faults();
        List<String> cells = cells(piece, () -> "row " + number, faults);
        if (faults.isEmpty() && cells.size() != columns.size()) {
            faults.add("row " + number, "a row of " + columns.size() + " cells", cells.size() + " cells");
        }
        return faults.isEmpty()
                ? new Row.Read<>(number, piece.line(), shared.row(cells))
                : new Row.Broken<>(number, piece.line(), faults.list());
    }

    /** The cells, or nothing after reporting why they cannot be read. */
    private List<String> cells(CsvRecords.Piece piece, Supplier<String> path, Faults faults) {
        Optional<Fault> fault = fault(piece, path);
        if (fault.isPresent()) {
            faults.accept(fault.get());
            return List.of();
        }
        return piece.text().indexOf('"') < 0 ? parts(piece.text()) : unquoted(piece.text(), path, faults);
    }

    /** The cells of a record without quotes, as most are: nothing in it means anything but the separator. */
    private List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(texts.part(text, start, end));
            start = end + 1;
        }
        parts.add(texts.part(text, start, text.length()));
        return parts;
    }

    private List<String> unquoted(String text, Supplier<String> path, Faults faults) {
        try {
            String[] cells = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .allowUnclosedQuote(false)
                    .ofSingleCsvRecord(handler, text);
            Arrays.setAll(cells, i -> texts.part(cells[i], 0, cells[i].length()));
            return Arrays.asList(cells);
        } catch (CsvParseException e) {
            faults.add(path.get(), QUOTES, "text with other quotes");
            return List.of();
        }
    }

    private Optional<Fault> fault(CsvRecords.Piece piece, Supplier<String> path) {
        return switch (piece.shape()) {
            case BAD_QUOTES -> Optional.of(new Fault(path.get(), QUOTES, "text with other quotes"));
            case TOO_LONG ->
                Optional.of(new Fault(
                        path.get(),
                        "at most " + longestRow + " characters",
                        "longer",
                        "Perhaps a closing quote is missing."));
            case WHOLE -> InputText.isText(piece.text()) ? Optional.empty() : InputText.fault(piece.text(), path.get());
        };
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
