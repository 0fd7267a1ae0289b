package dev.leadkit.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.transfer.Checkpoints;
import dev.leadkit.transfer.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CapturingTest {

    private final LeadStore store = LeadStore.inMemory();
    private final Mapping mapping = Mapping.builder(FieldCatalog.standard())
            .externalId("id")
            .columns(ColumnRule.of("mail", StandardFields.EMAIL).asRequired())
            .build();
    private final LeadDesk desk = LeadDesk.builder(store, () -> Instant.parse("2026-11-22T08:00:00Z"))
            .mapping(mapping)
            .build();
    private final Capturing capturing = new Capturing(store, desk, mapping);

    @Test
    void aSecondClickGetsTheFirstOutcomeAndAnotherPayloadIsRefused() {
        CaptureOutcome first = capturing.form("id=1&mail=jo%40acme.example", "click-1");

        assertThat(first).isInstanceOf(CaptureOutcome.Accepted.class);
        assertThat(capturing.form("id=1&mail=jo%40acme.example", "click-1")).isEqualTo(first);
        assertThat(capturing.form("id=1&mail=li%40acme.example", "click-1")).isInstanceOf(CaptureOutcome.Refused.class);
        assertThat(store.page(LeadQuery.all(), Optional.empty(), 10))
                .containsExactly(first.leadId().orElseThrow());
    }

    @Test
    void aFileIsTakenInOnceHoweverOftenItIsStarted(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("leads.csv"), "id,mail\n1,jo@acme.example\n2,nonsense\n,x\n");
        Checkpoints checkpoints = Checkpoints.inMemory();
        ImportReport report = capturing.file(file, checkpoints);

        TreeMap<String, Long> faults = new TreeMap<>(report.faults());
        assertThat(report).isEqualTo(new ImportReport(1, 0, 1, 1, faults));
        assertThat(capturing.file(file, checkpoints)).isEqualTo(report);
        assertThat(store.feed(0, 10)).hasSize(1);
    }

    @Test
    void whatIsInQuarantineIsMendedAndTakenIn() {
        assertThat(capturing.form("id=1&mail=nonsense1", "click-1")).isInstanceOf(CaptureOutcome.Quarantined.class);

        assertThat(capturing.mend("jo@acme.example")).isEmpty();
        assertThat(store.page(LeadQuery.all(), Optional.empty(), 10)).hasSize(1);
    }
}
