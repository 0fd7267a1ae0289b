package dev.leadkit.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Rows;
import dev.leadkit.capture.Submission;
import dev.leadkit.contact.MatchKeyRule;
import dev.leadkit.csv.CsvInput;
import dev.leadkit.csv.CsvOutput;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.json.EventBackup;
import dev.leadkit.json.ImportReportJson;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.LeadStore;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The example of docs/import-export.md")
final class ImportExportExampleTest {

    private static final String FILE = """
            id,mail,country
            1,ada@example.org,GB
            2,ADA@example.org,GB
            3,eve@example.org,?
            4,too,many,cells
            5,nobody,DE
            """;

    private final FieldCatalog catalog = FieldCatalog.standard();
    private final Mapping mapping = Mapping.builder(catalog)
            .externalId("id")
            .columns(
                    ColumnRule.of("mail", "email"),
                    ColumnRule.of("country", "country").converter("country").asRequired())
            .build();
    private final LeadStore store = LeadStore.inMemory();
    private final Checkpoints checkpoints = Checkpoints.inMemory();
    private final List<String> progress = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    private LeadDesk desk(LeadStore on, Mapping by) {
        return LeadDesk.builder(on, () -> Transfers.NOW).mapping(by).build();
    }

    private ImportReport dryRun(Path file) throws IOException {
        // docs: dry run
        LeadDesk trial = desk(LeadStore.overlay(store), mapping);
        try (Rows<Submission> rows = CsvInput.standard().open(file, "crm", mapping)) {
            return LeadImport.of("trial", trial::captureAll).run(rows);
        }
        // end
    }

    private ImportReport imported(Path file) throws IOException {
        // docs: import
        LeadDesk desk = desk(store, mapping);
        try (Rows<Submission> rows = CsvInput.standard().open(file, "crm", mapping)) {
            return LeadImport.of("crm-2026-11", desk::captureAll)
                    .checkpoints(checkpoints) // on your database
                    .transaction(Runnable::run) // of your database, with that checkpoint in it
                    .onProgress(soFar -> progress.add(soFar.rows() + " rows"))
                    .run(rows);
        }
        // end
    }

    private LeadStore throughCsv(Path file) throws IOException {
        // docs: csv
        try (CsvOutput out = CsvOutput.to(Files.newBufferedWriter(file))) {
            LeadExport.of(catalog).write(store, out);
        }
        LeadStore other = LeadStore.inMemory();
        LeadDesk desk = desk(other, LeadExport.mapping(catalog));
        try (Rows<Submission> rows = LeadExport.open(file)) {
            LeadImport.of("moving", desk::captureAll).run(rows);
        }
        // end
        return other;
    }

    private LeadStore throughBackup(Path file) throws IOException {
        // docs: backup
        EventBackup backup = EventBackup.of(catalog, MatchKeyRule.email(), values -> List.of());
        try (Writer lines = Files.newBufferedWriter(file)) {
            backup.write(store, 0, lines);
        }
        // end
        return restored(file);
    }

    private LeadStore restored(Path file) throws IOException {
        EventBackup backup = EventBackup.of(catalog, MatchKeyRule.email(), values -> List.of());
        // docs: restore
        LeadStore other = LeadStore.inMemory();
        try (Reader lines = Files.newBufferedReader(file)) {
            backup.onBroken(row -> broken.add("line " + row.number() + ": " + row.faults()))
                    .restore(lines, other);
        }
        // end
        return other;
    }

    @Test
    @DisplayName("does what the page says")
    void example(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("crm.csv"), FILE);
        ImportReport dry = dryRun(file);
        assertThat(Transfers.Contents.of(store)).isEqualTo(Transfers.Contents.of(LeadStore.inMemory()));
        ImportReport report = imported(file);
        assertThat(dry).isEqualTo(report);
        assertThat(imported(file)).isEqualTo(report);
        assertThat(progress).containsExactly("5 rows");

        LeadId ada = LeadId.derived("crm", "1");
        LeadStore moved = throughCsv(folder.resolve("leads.csv"));
        assertThat(moved.find(ada).orElseThrow().history().lead().values().text("country"))
                .contains("GB");
        LeadStore restored = throughBackup(folder.resolve("events.jsonl"));
        assertThat(restored.find(ada).orElseThrow().history())
                .isEqualTo(store.find(ada).orElseThrow().history());

        assertThat(broken).isEmpty();
        Path torn = Files.writeString(folder.resolve("torn.jsonl"), "{\"type\": \"capt");
        restored(torn);
        assertThat(broken).hasSize(1).first().asString().startsWith("line 1: [");

        String page = Files.readString(Path.of("../docs/import-export.md"));
        assertThat(page).contains(FILE).contains(JsonText.pretty(ImportReportJson.write(report)));
        String code = Files.readString(Path.of("src/test/java/dev/leadkit/transfer/ImportExportExampleTest.java"));
        for (String part : List.of("dry run", "import", "csv", "backup", "restore")) {
            String start = "// docs: " + part + "\n";
            int from = code.indexOf(start) + start.length();
            assertThat(page)
                    .contains(code.substring(from, code.indexOf("        // end\n", from))
                            .indent(-8));
        }
    }
}
