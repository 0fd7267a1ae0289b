package dev.leadkit.examples.quickstart.reading;

import dev.leadkit.capture.Row;
import dev.leadkit.capture.Submission;
import dev.leadkit.csv.CsvInput;
import dev.leadkit.csv.CsvRows;
import dev.leadkit.fault.Fault;
import dev.leadkit.json.MappingDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of the leads file. */
public final class LeadRows {

    private static final int HEADER = 1;

    private final String file;
    private final List<LeadRow> rows = new ArrayList<>();
    private final List<RowNote> broken = new ArrayList<>();
    private List<Fault> ofHeader = List.of();

    private LeadRows(String file) {
        this.file = file;
    }

    static LeadRows read(Path input, MappingDocument mapping) throws IOException {
        LeadRows read = new LeadRows(String.valueOf(input.getFileName()));
        try (CsvRows<Submission> rows = CsvInput.standard().open(input, mapping.system(), mapping.mapping())) {
            read.ofHeader = rows.warnings();
            rows.forEachRemaining(read::take);
        }
        return read;
    }

    /** Without a mapping, only whether there is a header can be said. */
    static List<String> header(Path input) throws IOException {
        try (CsvRows<Map<String, String>> rows = CsvInput.standard().open(input)) {
            return rows.columns();
        }
    }

    private void take(Row<Submission> row) {
        if (row instanceof Row.Read<Submission> read) {
            rows.add(new LeadRow(row.number(), read.content()));
        } else if (row instanceof Row.Broken<Submission> unread) {
            broken.add(new RowNote(file, row.number(), "refused", unread.faults()));
        }
    }

    /** The file's name. */
    public String file() {
        return file;
    }

    /** The rows that could be read, in the file's order. */
    public List<LeadRow> rows() {
        return rows;
    }

    /** The rows that could not be read. */
    public List<RowNote> broken() {
        return broken;
    }

    /** What the mapping has to say about the header, if anything. */
    public Optional<RowNote> header() {
        return ofHeader.isEmpty() ? Optional.empty() : Optional.of(new RowNote(file, HEADER, "header", ofHeader));
    }
}
