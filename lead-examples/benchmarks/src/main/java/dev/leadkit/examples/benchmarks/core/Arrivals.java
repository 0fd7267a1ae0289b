package dev.leadkit.examples.benchmarks.core;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Submission;
import dev.leadkit.csv.CsvInput;
import dev.leadkit.csv.CsvRows;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.LeadStore;
import dev.leadkit.transfer.LeadImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/** A desk with a store in memory, and leads that come in as the rows of CSV files: the way that every host's do. */
final class Arrivals {

    private static final int ROWS_OF_A_FILE = 50_000;

    private final Mapping mapping;
    private final LeadDesk desk;

    private Arrivals(Mapping mapping, LeadDesk desk) {
        this.mapping = mapping;
        this.desk = desk;
    }

    static Arrivals none(boolean phones) {
        Mapping.Builder mapping = Mapping.builder(FieldCatalog.standard())
                .externalId("Id")
                .occurredAt("Created", Map.of())
                .placeholders("N/A", "-")
                .columns(
                        ColumnRule.of("First name", StandardFields.FIRST_NAME).converter("name"),
                        ColumnRule.of("Last name", StandardFields.LAST_NAME).converter("name"),
                        ColumnRule.of("E-mail", StandardFields.EMAIL),
                        ColumnRule.of("Company", StandardFields.COMPANY),
                        ColumnRule.of("Title", StandardFields.JOB_TITLE),
                        ColumnRule.of("Country", StandardFields.COUNTRY).converter("country"),
                        ColumnRule.of("Source", StandardFields.SOURCE),
                        ColumnRule.of("Campaign", StandardFields.CAMPAIGN));
        if (phones) {
            mapping.columns(ColumnRule.of("Phone", StandardFields.PHONE).parameter("region", "US"));
        }
        Mapping built = mapping.build();
        return new Arrivals(
                built,
                LeadDesk.builder(LeadStore.inMemory(), InstantSource.system())
                        .mapping(built)
                        .build());
    }

    LeadDesk desk() {
        return desk;
    }

    /** Captures the rows from 0 to {@code count}, in files of a bearable size. */
    void captureFirst(int count, LeadRows rows, Consumer<CaptureOutcome> outcomes) throws IOException {
        Path file = Files.createTempFile("leads", ".csv");
        try {
            for (int from = 0; from < count; from += ROWS_OF_A_FILE) {
                rows.write(file, from, Math.min(count, from + ROWS_OF_A_FILE));
                capture(file, outcomes);
            }
        } finally {
            Files.delete(file);
        }
    }

    /** Captures every row of a file. */
    void capture(Path file, Consumer<CaptureOutcome> outcomes) {
        try (CsvRows<Submission> rows = CsvInput.standard().open(file, "crm", mapping)) {
            LeadImport.of("crm", desk::captureAll)
                    .onRow((row, outcome) -> outcomes.accept(outcome))
                    .run(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
