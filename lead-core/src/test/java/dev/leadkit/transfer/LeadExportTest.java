package dev.leadkit.transfer;

import static dev.leadkit.transfer.Transfers.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Row;
import dev.leadkit.capture.Rows;
import dev.leadkit.capture.Submission;
import dev.leadkit.csv.CsvOutput;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.store.Commit;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An export of leads as CSV")
final class LeadExportTest {

    private static final FieldCatalog CATALOG = FieldCatalog.of(Field.number("budget"));
    private static final Mapping MAPPING = Mapping.builder(CATALOG)
            .columns(
                    ColumnRule.of("mail", "email"), ColumnRule.of("firm", "company"), ColumnRule.of("budget", "budget"))
            .clearing("-")
            .build();
    private static final CsvOutput.Style LINES = new CsvOutput.Style(',', false, false);
    private static final String HEADER =
            "record system,record id,captured at,appointmentAt,budget,campaign,city,company,"
                    + "country,email,firstName,jobTitle,lastName,phone,postalCode,preferredChannel,region,source,"
                    + "stage,owner,score,grade\n";

    private final LeadStore store = LeadStore.inMemory();
    private final LeadDesk desk =
            LeadDesk.builder(store, () -> NOW).mapping(MAPPING).build();

    private void captured(String system, String id, int second, Map<String, String> values) {
        desk.capture(new Submission(system, id, Optional.of(NOW.plusSeconds(second)), values));
    }

    private String written() throws IOException {
        StringWriter text = new StringWriter();
        try (CsvOutput out = CsvOutput.to(text, LINES)) {
            LeadExport.of(CATALOG).write(store, out);
        }
        return text.toString();
    }

    @Test
    @DisplayName("has a row for each lead: record, time, values, and for people what the library keeps")
    void rows() throws IOException {
        captured("web", "1", 0, Map.of("mail", "ada@x.org", "firm", "=cmd|' /C calc'!A0", "budget", "-5"));
        captured("crm", "'7", 60, Map.of("firm", "A, B"));
        captured("crm", "'7", 61, Map.of("firm", "-"));
        assertThat(written())
                .isEqualTo(HEADER
                        + "web,1,2026-03-01T09:00:00Z,,-5,,,\"'=cmd|' /C calc'!A0\",,ada@x.org,,,,,,,,,new,,,\n"
                        + "crm,''7,2026-03-01T09:01:00Z,,,,,<clear>,,,,,,,,,,,new,,,\n");
    }

    @Test
    @DisplayName("names the record that made a lead, whichever record of it is older")
    void severalRecords() throws IOException {
        captured("web", "1", 60, Map.of("mail", "ada@x.org"));
        captured("web", "2", 0, Map.of("mail", "ADA@x.org", "firm", "Older"));
        assertThat(written()).isEqualTo(HEADER + "web,1,2026-03-01T09:00:00Z,,,,,Older,,ada@x.org,,,,,,,,,new,,,\n");
    }

    @Test
    @DisplayName("has a row also for a lead that nobody handed in, which is refused when it comes back, alone")
    void noOrigin() throws IOException {
        LeadId made = new LeadId("made");
        store.commit(Commit.of(
                made,
                0,
                List.of(new Interacted(
                        new EventHeader(new EventId("v"), made, NOW, NOW), Interaction.inbound("visit")))));
        captured("web", "1", 0, Map.of("firm", "x"));
        String text = written();
        assertThat(text.lines().toList().get(1)).isEqualTo("\"\"" + ",".repeat(21));
        ImportReport report = again(text, LeadStore.inMemory());
        assertThat(report.captured()).isOne();
        assertThat(report.faults()).containsEntry("record system: must be a text", 1L);
        assertThat(report.faults()).containsEntry("record id: must be a text", 1L);
    }

    private static ImportReport again(String text, LeadStore into) throws IOException {
        LeadDesk other = LeadDesk.builder(into, () -> NOW)
                .mapping(LeadExport.mapping(CATALOG))
                .build();
        try (Rows<Submission> rows = LeadExport.open(new StringReader(text))) {
            assertThat(rows.warnings()).isEmpty();
            return LeadImport.of("again", other::captureAll).run(rows);
        }
    }

    @Test
    @DisplayName("pages through more leads than it holds, and tells how far it is")
    void pages() throws IOException {
        for (int i = 0; i < 1_001; i++) {
            captured("web", "" + i, 0, Map.of("firm", "x" + i));
        }
        List<Long> told = new ArrayList<>();
        StringWriter text = new StringWriter();
        try (CsvOutput out = CsvOutput.to(text)) {
            assertThat(LeadExport.of(CATALOG).onProgress(told::add).write(store, out))
                    .isEqualTo(1_001);
        }
        assertThat(told).containsExactly(500L, 1_000L, 1_001L);
        LeadStore other = LeadStore.inMemory();
        assertThat(again(text.toString(), other).captured()).isEqualTo(1_001);
        List<LeadId> ids = store.page(LeadQuery.all(), Optional.empty(), 2_000);
        assertThat(other.page(LeadQuery.all(), Optional.empty(), 2_000)).isEqualTo(ids);
    }

    @Test
    @DisplayName("of a store without leads is a header")
    void empty() throws IOException {
        assertThat(written()).isEqualTo(HEADER);
        assertThat(again(written(), LeadStore.inMemory())).isEqualTo(ImportReport.NOTHING);
    }

    @Test
    @DisplayName("is refused as a whole if it is another file, and a row alone if its time is none")
    void strangeFiles() throws IOException {
        assertThatThrownBy(() -> LeadExport.open(new StringReader("a,record id\n1,2\n")))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::path)
                                .containsExactly("record system", "captured at"));
        String text = "record system,record id,captured at,company,stage\nweb,1,yesterday,x,new\nweb,2,,y,new\nweb\n";
        try (Rows<Submission> rows = LeadExport.open(new StringReader(text))) {
            Row.Broken<Submission> broken = (Row.Broken<Submission>) rows.next();
            assertThat(broken.faults().toString())
                    .isEqualTo("[captured at: must be a moment like 2026-11-22T08:00:00Z, was text of 9 characters]");
            assertThat(((Row.Read<Submission>) rows.next()).content().occurredAt())
                    .isEmpty();
            assertThat(rows.next()).isInstanceOf(Row.Broken.class);
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    @DisplayName("says of a value that somebody broke in a spreadsheet what it must be, not what it was")
    void brokenValues() {
        LeadDesk other = LeadDesk.builder(store, () -> NOW)
                .mapping(LeadExport.mapping(CATALOG))
                .build();
        CaptureOutcome outcome = other.capture(
                new Submission("web", "1", Optional.empty(), Map.of("email", "ada@x.org", "budget", "five")));
        assertThat(outcome.faults().toString())
                .isEqualTo("[budget: must be a value of the type number as it was written, was text of 4 characters]");
    }

    @Test
    @DisplayName("reads a file as it reads a text, and what people see beside the values changes nothing")
    void files(@TempDir Path folder) throws IOException {
        captured("web", "1", 0, Map.of("firm", "Zoë \uD83D\uDE00"));
        desk.move(LeadId.derived("web", "1"), new Stage("contacted"), "").orElseThrow();
        Path file = Files.writeString(folder.resolve("leads.csv"), written());
        LeadStore other = LeadStore.inMemory();
        LeadDesk reading = LeadDesk.builder(other, () -> NOW)
                .mapping(LeadExport.mapping(CATALOG))
                .build();
        try (Rows<Submission> rows = LeadExport.open(file)) {
            LeadImport.of("again", reading::captureAll).run(rows);
        }
        var lead =
                other.find(LeadId.derived("web", "1")).orElseThrow().history().lead();
        assertThat(lead.values().text("company")).contains("Zoë \uD83D\uDE00");
        assertThat(lead.stage()).contains(new Stage("new"));
        assertThat(written()).contains(",contacted,");
    }
}
