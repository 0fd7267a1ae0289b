package dev.leadkit.transfer;

import dev.leadkit.capture.Row;
import dev.leadkit.capture.Rows;
import dev.leadkit.capture.Submission;
import dev.leadkit.csv.CsvRows;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.FieldType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of an export as submissions, each of the system that its lead came from. */
final class ExportedRows extends Rows<Submission> {

    private final CsvRows<Map<String, String>> rows;

    private ExportedRows(CsvRows<Map<String, String>> rows) {
        this.rows = rows;
    }

    static Rows<Submission> of(CsvRows<Map<String, String>> rows) {
        Faults faults = new Faults();
        for (String column : List.of(LeadExport.SYSTEM, LeadExport.RECORD, LeadExport.CAPTURED_AT)) {
            if (!rows.columns().contains(column)) {
                faults.accept(new Fault(column, "a column of the header", "", "Was the file written by LeadExport?"));
            }
        }
        if (!faults.isEmpty()) {
            rows.close();
        }
        faults.refuseIfAny("header");
        return new ExportedRows(rows);
    }

    @Override
    protected Optional<Row<Submission>> read() {
        return rows.hasNext() ? Optional.of(row(rows.next())) : Optional.empty();
    }

    private static Row<Submission> row(Row<Map<String, String>> row) {
        return row instanceof Row.Read<Map<String, String>> read
                ? Row.of(row.number(), row.line(), () -> submission(read.content()))
                : new Row.Broken<>(row.number(), row.line(), ((Row.Broken<Map<String, String>>) row).faults());
    }

    private static Submission submission(Map<String, String> cells) {
        Faults faults = new Faults();
        String system = name(LeadExport.SYSTEM, cells, faults);
        String record = name(LeadExport.RECORD, cells, faults);
        String time = cells.getOrDefault(LeadExport.CAPTURED_AT, "").strip();
        Optional<Instant> capturedAt = FieldType.INSTANT.parse(time);
        if (capturedAt.isEmpty() && !time.isEmpty()) {
            faults.add(LeadExport.CAPTURED_AT, "a moment like 2026-11-22T08:00:00Z", Fault.unseen(time));
        }
        faults.refuseIfAny("row");
        return new Submission(system, record, capturedAt, cells);
    }

    private static String name(String column, Map<String, String> cells, Faults faults) {
        String name = Cell.text(cells.getOrDefault(column, ""));
        if (name.isBlank()) {
            faults.add(column, "a text", "");
        }
        return name;
    }

    @Override
    protected void end() {
        rows.close();
    }

    @Override
    public List<Fault> warnings() {
        return rows.warnings();
    }
}
