package dev.leadkit.examples.quickstart;

import dev.leadkit.csv.CsvOutput;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.fault.Fault;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.json.FiguresTree;
import dev.leadkit.metrics.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run found, and its files.
 *
 * @param options what was asked for
 * @param inputs what was read
 * @param figures what was measured
 * @param leads what became of leads and rows
 */
record Results(Options options, Inputs inputs, Figures figures, Leads leads) {

    /** CSV for tools of all kinds, with the line ends that make the bytes the same everywhere. */
    static final CsvOutput.Style CSV = new CsvOutput.Style(',', false, false);

    /**
     * What became of leads and rows.
     *
     * @param ids all leads, in the order of capture
     * @param placements who has them
     * @param rejected rows that are not part of any lead
     */
    record Leads(List<LeadId> ids, Placements placements, List<Rejected> rejected) {}

    void write(Path folder, LeadDesk desk) throws IOException {
        try (OutputFolder out = OutputFolder.at(folder)) {
            new LeadTable(desk).write(out.file("leads.csv"), leads.ids());
            writeRejected(out.file("rejected.csv"));
            out.write("kpis.json", JsonText.pretty(tree()) + "\n");
            out.write("report.html", report());
            out.publish();
        }
    }

    private void writeRejected(Path file) throws IOException {
        try (CsvOutput out = CsvOutput.to(Files.newBufferedWriter(file, StandardCharsets.UTF_8), CSV)) {
            out.row("file", "row", "outcome", "where", "must be", "was", "hint");
            leads.rejected().stream()
                    .sorted(Comparator.comparing(Rejected::file).thenComparing(Rejected::row))
                    .forEach(row -> row.faults().forEach(fault -> out.row(cells(row, fault))));
        }
    }

    private static List<String> cells(Rejected row, Fault fault) {
        String number = row.row() == 0 ? "" : String.valueOf(row.row());
        return List.of(row.file(), number, row.outcome(), fault.path(), fault.rule(), fault.value(), fault.hint());
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", "leadkit.kpis/1");
        tree.put("model", inputs.rules().model().ref().toString());
        tree.put("plan", inputs.rules().plan().ref().toString());
        tree.put("seed", options.seed);
        tree.putAll(FiguresTree.of(figures, inputs.leads().intake()));
        Map<String, Object> routing = new LinkedHashMap<>();
        routing.put("assigned", leads.placements().assigned());
        routing.put("waiting", leads.placements().waiting());
        routing.put("closedWithoutRep", leads.placements().closed());
        routing.put("byRep", leads.placements().owned());
        tree.put("routing", routing);
        return tree;
    }

    private String report() {
        Report.Builder report = Report.builder()
                .title("Leads of " + inputs.files().leads().getFileName())
                .intake(inputs.leads().intake());
        inputs.rules().note().ifPresent(report::note);
        return report.build(figures).html();
    }
}
