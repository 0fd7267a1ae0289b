package dev.leadkit.transfer;

import static java.util.Objects.requireNonNull;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Conversion;
import dev.leadkit.capture.Converter;
import dev.leadkit.capture.Converters;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Rows;
import dev.leadkit.capture.Submission;
import dev.leadkit.csv.CsvInput;
import dev.leadkit.csv.CsvOutput;
import dev.leadkit.event.Captured;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoredLead;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Writes all leads of a store as CSV, a row for each: for people, for spreadsheets, and to be imported again. <strong>Personal
 * values are written too.</strong> Only a page of leads is held at a time. Immutable and thread-safe if its listener is.
 *
 * <p>The columns: {@code record system} and {@code record id} (where the lead came from; of a lead that several records joined,
 * the one that made it), {@code captured at}, a column for each field of the catalog that can be captured, and for people
 * {@code stage}, {@code owner}, {@code score} and {@code grade}. A field without a value is an empty cell, one that was cleared
 * {@code <clear>}. Formulas are made harmless by {@link CsvOutput}; {@link #open} takes the apostrophe off again, exactly.
 *
 * <p>Imported again by a desk with {@link #mapping}, the rows give the same leads with the same values. What CSV does not carry
 * is their histories; for those there is {@code EventBackup} in {@code dev.leadkit.json}. Leads that share a match key are merged
 * as on any import, unless the desk has no match keys. A lead without any value is quarantined, and one whose identifier was
 * not {@linkplain LeadId#derived derived} from a record gets one that is.
 */
public final class LeadExport {

    static final String SYSTEM = "record system";
    static final String RECORD = "record id";
    static final String CAPTURED_AT = "captured at";

    private static final int PAGE = 500;
    private static final int LONGEST_ROW = 1 << 24;
    private static final List<Field<?>> SHOWN =
            List.of(StandardFields.STAGE, StandardFields.OWNER, StandardFields.SCORE, StandardFields.GRADE);

    private final List<Field<?>> fields;
    private final LongConsumer progress;

    private LeadExport(List<Field<?>> fields, LongConsumer progress) {
        this.fields = fields;
        this.progress = progress;
    }

    /**
     * An export of fields. Values of other fields are left out.
     *
     * @param catalog the fields to write
     * @return the export
     */
    public static LeadExport of(FieldCatalog catalog) {
        return new LeadExport(captured(catalog), rows -> {});
    }

    /**
     * The same with somebody who is told after each page how far it is.
     *
     * @param listener gets the number of rows written so far
     * @return an export
     */
    public LeadExport onProgress(LongConsumer listener) {
        return new LeadExport(fields, requireNonNull(listener, "listener"));
    }

    private static List<Field<?>> captured(FieldCatalog catalog) {
        return catalog.fields().stream()
                .filter(field -> !StandardFields.kept().contains(field))
                .toList();
    }

    /**
     * Writes a header and the leads in the order in which they came in. What comes in or changes meanwhile may be written or not.
     *
     * @param store where the leads are
     * @param out where to; it is not closed
     * @return how many leads were written
     * @throws java.io.UncheckedIOException if writing fails
     */
    public long write(LeadStore store, CsvOutput out) {
        out.row(header());
        long rows = 0;
        List<LeadId> page = store.page(LeadQuery.all(), Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            Map<LeadId, StoredLead> leads = store.find(page);
            for (LeadId id : page) {
                StoredLead lead = leads.get(id);
                if (lead != null) {
                    out.row(row(lead.history()));
                    rows++;
                }
            }
            progress.accept(rows);
            page = store.page(LeadQuery.all(), Optional.of(page.get(page.size() - 1)), PAGE);
        }
        return rows;
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of(SYSTEM, RECORD, CAPTURED_AT));
        Stream.concat(fields.stream(), SHOWN.stream()).map(Field::name).forEach(header::add);
        return header;
    }

    private List<String> row(LeadHistory history) {
        Lead lead = history.lead();
        Optional<Origin> origin = origin(history);
        List<String> row = new ArrayList<>();
        row.add(origin.map(Origin::system).map(Cell::of).orElse(""));
        row.add(origin.map(Origin::externalId).map(Cell::of).orElse(""));
        row.add(lead.capturedAt().map(Object::toString).orElse(""));
        fields.forEach(field -> row.add(cell(lead, field)));
        SHOWN.forEach(field -> row.add(cell(lead, field)));
        return row;
    }

    private static String cell(Lead lead, Field<?> field) {
        String otherwise = lead.values().cleared().contains(field.name()) ? Cell.CLEARED : "";
        return lead.values().text(field.name()).map(Cell::of).orElse(otherwise);
    }

    /** The record that made the lead, else the first that spoke of it. */
    private static Optional<Origin> origin(LeadHistory history) {
        List<Origin> origins = history.events().stream()
                .flatMap(event -> origin(event).stream())
                .toList();
        return origins.stream()
                .filter(origin ->
                        LeadId.derived(origin.system(), origin.externalId()).equals(history.id()))
                .findFirst()
                .or(() -> origins.stream().findFirst());
    }

    private static Optional<Origin> origin(LeadEvent event) {
        if (event instanceof Captured captured) {
            return Optional.of(captured.origin());
        }
        return event instanceof Updated updated ? Optional.of(updated.origin()) : Optional.empty();
    }

    /**
     * How a desk reads the rows that {@link #open} gives: every value exactly as it was, nothing made nicer.
     *
     * @param catalog the fields that were written
     * @return the mapping, for all systems of the file
     */
    public static Mapping mapping(FieldCatalog catalog) {
        return Mapping.builder(catalog)
                .converters(exact())
                .externalId(RECORD)
                .occurredAt(CAPTURED_AT, Map.of())
                .ignore(SYSTEM)
                .ignore(SHOWN.stream().map(Field::name).toArray(String[]::new))
                .clearing(Cell.CLEARED)
                .columns(captured(catalog).stream()
                        .map(field -> ColumnRule.of(field.name(), field).converter(name(field.type())))
                        .toArray(ColumnRule[]::new))
                .build();
    }

    private static String name(FieldType<?> type) {
        return "exact-" + type.name();
    }

    private static Converters exact() {
        Converters converters = Converters.standard();
        for (FieldType<?> type : FieldType.all()) {
            converters = with(type, converters);
        }
        return converters;
    }

    private static <T> Converters with(FieldType<T> type, Converters converters) {
        Converter<T> exact = cell -> type.parse(Cell.text(cell))
                .map(Conversion::of)
                .orElseGet(() -> Conversion.faulty("a value of the type " + type + " as it was written"));
        return converters.with(name(type), type, exact);
    }

    /**
     * Opens a file that was written by this, in UTF-8. A row has its own system, so the file may hold leads of several.
     *
     * @param file the file
     * @return the rows as submissions for a desk with {@link #mapping}; close it
     * @throws IOException if the file cannot be read
     * @throws dev.leadkit.fault.RefusedException if the header is missing or faulty
     */
    public static Rows<Submission> open(Path file) throws IOException {
        return ExportedRows.of(input().open(file));
    }

    /**
     * Reads a text that was written by this.
     *
     * @param text the text; it is closed with the rows, or if this throws
     * @return the rows as submissions for a desk with {@link #mapping}; close it
     * @throws IOException if the text cannot be read
     * @throws dev.leadkit.fault.RefusedException if the header is missing or faulty
     */
    public static Rows<Submission> open(Reader text) throws IOException {
        return ExportedRows.of(input().open(text));
    }

    private static CsvInput input() {
        return CsvInput.standard().longestRow(LONGEST_ROW);
    }
}
