package dev.leadkit.examples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.capture.Submission;
import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Origin;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.Commit;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class StoredJsonTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final LeadId LEAD = new LeadId("L-1");

    private static Submission submission(int length) {
        return new Submission("web", "1", Optional.empty(), Map.of("note", "x".repeat(length)));
    }

    private static Captured event(int length) {
        FieldValues values = FieldValues.builder()
                .set(StandardFields.COMPANY, "x".repeat(length / 2))
                .set(StandardFields.LAST_NAME, "x".repeat(length - length / 2))
                .build();
        EventHeader header = new EventHeader(new EventId("E-1"), LEAD, NOW, NOW);
        return Captured.of(header, new Origin("web", "1", true), new Stage("new"), values);
    }

    @Test
    @DisplayName("The longest text that is written is read again; one character more is refused without showing it")
    void characters() {
        int room = StoredJson.LONGEST - StoredSubmission.write(submission(0)).length();
        assertThat(StoredSubmission.read(StoredSubmission.write(submission(room))))
                .isEqualTo(submission(room));
        assertThatThrownBy(() -> StoredSubmission.write(submission(room + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stored JSON must have at most 16777216 characters, had 16777217");
    }

    @Test
    @DisplayName("As many names, values and brackets as can be read are written, not one more")
    void tokens() {
        List<String> most = Collections.nCopies(StoredJson.MOST_TOKENS - 2, "");
        int read = JsonDocument.of(StoredJson.line(most))
                .as("list", json -> Optional.of(json.items().size()));
        assertThat(read).isEqualTo(most.size());
        assertThatThrownBy(() -> StoredJson.line(Collections.nCopies(StoredJson.MOST_TOKENS - 1, "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stored JSON must have at most 2000000 names, values and brackets, had 2000001");
    }

    @Test
    @DisplayName("An event that could not be read again is refused, and nothing of its commit is written")
    void events() {
        LeadStore store = JdbcLeadStore.in(Transactions.own(Databases.h2()), FieldCatalog.standard());
        assertThatThrownBy(() -> store.commit(Commit.of(LEAD, 0, List.of(event(StoredJson.LONGEST)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("stored JSON must have at most 16777216 characters, had ")
                .hasMessageNotContaining("xx");
        assertThat(store.find(LEAD)).isEmpty();
    }

    @Test
    @DisplayName("A page behind a lead that is not there is the first page, as in memory")
    void behindNobody() {
        for (LeadStore store : List.of(
                JdbcLeadStore.in(Transactions.own(Databases.h2()), FieldCatalog.standard()), LeadStore.inMemory())) {
            store.commit(Commit.of(LEAD, 0, List.of(event(2))));
            assertThat(store.page(LeadQuery.all(), Optional.of(new LeadId("nobody")), 9))
                    .containsExactly(LEAD);
            assertThat(store.page(LeadQuery.all(), Optional.of(LEAD), 9)).isEmpty();
        }
    }
}
