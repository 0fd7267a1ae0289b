package dev.leadkit.examples.quickstart.output;

import dev.leadkit.csv.CsvOutput;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.examples.quickstart.reading.RowNote;
import dev.leadkit.examples.quickstart.replay.Placements;
import dev.leadkit.fault.Fault;
import dev.leadkit.json.JsonText;
import dev.leadkit.metrics.json.AuditTree;
import dev.leadkit.metrics.json.FigureRows;
import dev.leadkit.metrics.json.FiguresTree;
import dev.leadkit.metrics.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the files that tell what a run found. */
public final class Writing {

    /** CSV for tools of all kinds, with the line ends that make the bytes the same everywhere. */
    static final CsvOutput.Style CSV = new CsvOutput.Style(',', false, false);

    private final Results results;

    /**
     * Makes the writing.
     *
     * @param results what was found
     */
    public Writing(Results results) {
        this.results = results;
    }

    /** Writes everything. */
    public void to(OutputFolder out, LeadDesk desk) throws IOException {
        new LeadTable(desk).write(out.file("leads.csv"), results.leads().ids());
        write(out.file("rejected.csv"), results.rows().notes().rejected());
        write(out.file("warnings.csv"), results.rows().notes().warnings());
        Map<String, Object> kpis = kpis();
        out.write("kpis.json", JsonText.pretty(kpis) + "\n");
        try (CsvOutput rows = CsvOutput.to(Files.newBufferedWriter(out.file("kpis.csv")), CSV)) {
            rows.row(FigureRows.HEADER);
            FigureRows.of(kpis).forEach(rows::row);
        }
        out.write("report.html", report());
    }

    private static void write(Path file, List<RowNote> notes) throws IOException {
        try (CsvOutput out = CsvOutput.to(Files.newBufferedWriter(file), CSV)) {
            out.row("file", "row", "outcome", "where", "must be", "was", "hint");
            notes.forEach(note -> note.faults().forEach(fault -> out.row(cells(note, fault))));
        }
    }

    private static List<String> cells(RowNote note, Fault fault) {
        return List.of(
                note.file(),
                String.valueOf(note.row()),
                note.outcome(),
                fault.path(),
                fault.rule(),
                fault.value(),
                fault.hint());
    }

    private Map<String, Object> kpis() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", "leadkit.kpis/1");
        tree.put("model", results.rules().model().ref().toString());
        tree.put("plan", results.rules().plan().ref().toString());
        tree.put("seed", results.options().seed());
        tree.putAll(FiguresTree.of(results.figures(), results.rows().intake()));
        tree.put("routing", routing());
        tree.put("dataQuality", AuditTree.of(results.measured().audit()));
        return tree;
    }

    private Map<String, Object> routing() {
        Placements placements = results.leads().placements();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("assigned", placements.assigned());
        tree.put("waiting", placements.waiting());
        tree.put("closedWithoutRep", placements.closed());
        tree.put("byRep", placements.owned());
        return tree;
    }

    private String report() {
        Report.Builder report = Report.builder()
                .title("Leads of " + results.rows().file())
                .intake(results.rows().intake())
                .audit(results.measured().audit());
        results.rules().note().ifPresent(report::note);
        return report.build(results.figures()).html();
    }
}
