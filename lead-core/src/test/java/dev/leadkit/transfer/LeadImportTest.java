package dev.leadkit.transfer;

import static dev.leadkit.transfer.Transfers.broken;
import static dev.leadkit.transfer.Transfers.row;
import static dev.leadkit.transfer.Transfers.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Row;
import dev.leadkit.capture.Submission;
import dev.leadkit.csv.CsvInput;
import dev.leadkit.csv.CsvRows;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An import")
final class LeadImportTest {

    private final LeadStore store = LeadStore.inMemory();
    private final LeadDesk desk = Transfers.desk(store);
    private final Checkpoints checkpoints = Checkpoints.inMemory();

    private static Iterator<Row<Submission>> file(int rows) {
        return LongStream.range(2, rows + 2L)
                .mapToObj(number -> row(number, submission("" + number, "p" + number + "@x.org", "GB")))
                .iterator();
    }

    @Test
    @DisplayName("of an empty file reads nothing and tells nobody")
    void empty() {
        ImportReport report = LeadImport.of("file", batch -> {
                    throw new AssertionError("nothing to take in");
                })
                .onProgress(soFar -> {
                    throw new AssertionError("no progress");
                })
                .checkpoints(checkpoints)
                .run(file(0));
        assertThat(report).isEqualTo(ImportReport.NOTHING);
        assertThat(checkpoints.find("file")).isEmpty();
    }

    @Test
    @DisplayName("takes 500 rows at a time if nothing else is said")
    void batches() {
        List<Integer> sizes = new ArrayList<>();
        LeadImport.of("file", batch -> {
                    sizes.add(batch.size());
                    return desk.captureAll(batch);
                })
                .run(file(1_001));
        assertThat(sizes).containsExactly(500, 500, 1);
    }

    @Test
    @DisplayName("has batches of 1 to 10,000 rows")
    void batchSizes() {
        LeadImport imported = LeadImport.of("file", desk::captureAll);
        assertThatThrownBy(() -> imported.batch(0)).hasMessage("batch must have 1 to 10000 rows, was 0");
        assertThatThrownBy(() -> imported.batch(10_001)).hasMessage("batch must have 1 to 10000 rows, was 10001");
        assertThat(imported.batch(1).run(file(2)).rows()).isEqualTo(2);
        assertThat(imported.batch(10_000).run(file(2)).rows()).isEqualTo(2);
    }

    @Test
    @DisplayName("of one name goes on behind what it did; another name is another import")
    void names() {
        LeadImport first = LeadImport.of("file", desk::captureAll).checkpoints(checkpoints);
        first.run(file(3));
        List<Long> told = new ArrayList<>();
        ImportReport longer =
                first.onRow((row, outcome) -> told.add(row.number())).run(file(5));
        assertThat(longer.rows()).isEqualTo(5);
        assertThat(told).containsExactly(5L, 6L);
        assertThat(first.run(file(2))).as("a shorter file").isEqualTo(longer);
        assertThat(LeadImport.of("other", desk::captureAll)
                        .checkpoints(checkpoints)
                        .run(file(2)))
                .isEqualTo(new ImportReport(2, 0, 0, 0, ImportReport.NOTHING.faults()));
    }

    @Test
    @DisplayName("counts broken rows as refused, never hands them in, and tells of them with their own faults")
    void brokenRows() {
        List<CaptureOutcome> told = new ArrayList<>();
        ImportReport report = LeadImport.of("file", desk::captureAll)
                .onRow((row, outcome) -> told.add(outcome))
                .run(List.of(broken(2), row(3, submission("3", "a@x.org", "GB")), broken(17))
                        .iterator());
        assertThat(report)
                .isEqualTo(new ImportReport(1, 0, 0, 2, sorted(Map.of("row #: must be a row of 2 cells", 2L))));
        assertThat(told.get(2).faults()).extracting(Fault::path).containsExactly("row 17");
        assertThat(told.get(0)).isInstanceOf(CaptureOutcome.Refused.class);
    }

    private static SortedMap<String, Long> sorted(Map<String, Long> counts) {
        return new TreeMap<>(counts);
    }

    @Test
    @DisplayName("counts each row of a person and each repetition, and each fault and warning")
    void counts() {
        ImportReport report = LeadImport.of("file", desk::captureAll)
                .run(List.of(
                                row(2, submission("1", "a@x.org", "GB")),
                                row(3, submission("1", "a@x.org", "GB")),
                                row(4, submission("2", "a@x.org", "DE")),
                                row(5, submission("2", "a@x.org", "DE")),
                                row(6, submission("3", "nobody", "DE")),
                                row(7, submission("4", "", "")))
                        .iterator());
        assertThat(report)
                .isEqualTo(new ImportReport(
                        3,
                        2,
                        1,
                        0,
                        sorted(Map.of(
                                "mail: must be an e-mail address with an @ between a local part and a domain", 1L,
                                "contact: must be an e-mail address or a phone number", 1L,
                                "country: must be a value for country", 1L))));
    }

    @Test
    @DisplayName("tells of a row once although the transaction runs its work again")
    void aTransactionThatTriesAgain() {
        List<Long> told = new ArrayList<>();
        ImportReport report = LeadImport.of("file", desk::captureAll)
                .transaction(work -> {
                    work.run();
                    work.run();
                })
                .onRow((row, outcome) -> told.add(row.number()))
                .run(file(3));
        assertThat(told).containsExactly(2L, 3L, 4L);
        assertThat(report.captured()).isEqualTo(3);
    }

    @Test
    @DisplayName("says so if a transaction does not run its work, or a capture loses or invents an outcome")
    void brokenHosts() {
        LeadImport imported = LeadImport.of("file", desk::captureAll).checkpoints(checkpoints);
        assertThatThrownBy(() -> imported.transaction(work -> {}).run(file(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction must run its work");
        assertThatThrownBy(() -> imported.transaction(work -> {
                            try {
                                work.run();
                            } catch (IllegalStateException e) {
                                // Swallowed, as it must not be.
                            }
                        })
                        .checkpoints(unwritable())
                        .run(file(1)))
                .isInstanceOf(IllegalStateException.class);
        Function<List<Submission>, List<CaptureOutcome>> lossy = batch -> List.of();
        assertThatThrownBy(() -> LeadImport.of("file", lossy).run(file(2)))
                .hasMessage("capture must give an outcome for each of 2 submissions, gave 0");
        assertThat(checkpoints.find("file")).isEmpty();
    }

    private static Checkpoints unwritable() {
        return new Checkpoints() {
            @Override
            public Optional<ImportReport> find(String name) {
                return Optional.empty();
            }

            @Override
            public void save(String name, ImportReport report) {
                throw new IllegalStateException("disk full");
            }
        };
    }

    @Test
    @DisplayName("keeps at most 1,000 different faults apart and counts the others together")
    void manyFaults() {
        List<CaptureOutcome> outcomes = IntStream.range(0, 1_003)
                .<CaptureOutcome>mapToObj(i ->
                        new CaptureOutcome.Quarantined(List.of(new Fault("column" + (10_000 + i), "better", "bad"))))
                .toList();
        ImportReport report = ImportReport.NOTHING.plus(outcomes).plus(outcomes);
        assertThat(report.quarantined()).isEqualTo(2_006);
        assertThat(report.faults()).hasSize(1_001).containsEntry("(others)", 6L);
        assertThat(report.faults()).containsEntry("column10999: must be better", 2L);
    }

    @Test
    @DisplayName("reports counts from 0 up")
    void noNegativeCounts() {
        var none = ImportReport.NOTHING.faults();
        assertThatThrownBy(() -> new ImportReport(-1, 2, 0, 0, none)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ImportReport(2, -1, 0, 0, none)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ImportReport(2, 0, -1, 0, none)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ImportReport(2, 0, 0, -1, none)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ImportReport(Long.MAX_VALUE, 1, 0, 0, none))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    @DisplayName("of 20,000 CSV rows: every fifth a person again, every tenth faulty, every hundredth broken")
    void twentyThousandRows() throws IOException {
        StringBuilder csv = new StringBuilder("id,mail,country\n");
        for (int i = 0; i < 20_000; i++) {
            int person = i % 5 == 4 ? i - 1 : i;
            String country = i % 10 == 0 ? "" : "GB";
            csv.append(i).append(",p").append(person).append("@x.org,").append(country);
            csv.append(i % 100 == 1 ? ",too many\n" : "\n");
        }
        List<Long> progress = new ArrayList<>();
        try (CsvRows<Submission> rows = CsvInput.standard().open(new StringReader(csv.toString()), "crm", withId())) {
            ImportReport report = LeadImport.of("file", desk::captureAll)
                    .onProgress(soFar -> progress.add(soFar.rows()))
                    .run(rows);
            assertThat(report.refused()).isEqualTo(200);
            assertThat(report.quarantined()).isEqualTo(2_000);
            assertThat(report.merged()).isEqualTo(4_000);
            assertThat(report.captured()).isEqualTo(13_800);
        }
        assertThat(progress).hasSize(40).endsWith(20_000L);
        assertThat(store.page(LeadQuery.all(), Optional.empty(), 20_000)).hasSize(13_800);
        assertThat(store.quarantine().page(0, 20_000)).hasSize(2_000);
    }

    private static Mapping withId() {
        return Mapping.builder(FieldCatalog.standard())
                .externalId("id")
                .columns(
                        ColumnRule.of("mail", "email"),
                        ColumnRule.of("country", "country").asRequired())
                .build();
    }
}
