package dev.leadkit.json;

import dev.leadkit.transfer.ImportReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The JSON form of import reports, for checkpoints and for people.
 *
 * <pre>{@code
 * {"rows": 4, "captured": 2, "merged": 1, "quarantined": 1, "refused": 0, "faults": {"mail: must be an e-mail address": 1}}
 * }</pre>
 */
public final class ImportReportJson {

    private ImportReportJson() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @return a tree for {@link JsonText}, which {@link #read} reads as an equal report
     */
    public static Map<String, Object> write(ImportReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rows", report.rows());
        tree.put("captured", report.captured());
        tree.put("merged", report.merged());
        tree.put("quarantined", report.quarantined());
        tree.put("refused", report.refused());
        tree.put("faults", report.faults());
        return tree;
    }

    /**
     * Reads a report.
     *
     * @param json the report's object
     * @return the report; empty if faults prevent it
     */
    public static Optional<ImportReport> read(JsonCursor json) {
        json.only("rows", "captured", "merged", "quarantined", "refused", "faults");
        SortedMap<String, Long> faults = new TreeMap<>();
        json.at("faults")
                .members()
                .forEach((told, times) -> times.wholeNumber(0, Long.MAX_VALUE).ifPresent(n -> faults.put(told, n)));
        long captured = count(json, "captured");
        long merged = count(json, "merged");
        long quarantined = count(json, "quarantined");
        long refused = count(json, "refused");
        Optional<ImportReport> report =
                json.make(() -> new ImportReport(captured, merged, quarantined, refused, faults));
        OptionalLong rows = json.at("rows").wholeNumber(0, Long.MAX_VALUE);
        if (report.isPresent() && rows.isPresent() && report.get().rows() != rows.getAsLong()) {
            json.at("rows").fault("the sum of the outcomes", "");
        }
        return report;
    }

    /** A missing count is a fault, whatever stands in for it here. */
    private static long count(JsonCursor json, String name) {
        return json.at(name).wholeNumber(0, Long.MAX_VALUE).orElse(0);
    }
}
