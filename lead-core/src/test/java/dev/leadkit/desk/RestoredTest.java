package dev.leadkit.desk;

import static dev.leadkit.desk.Desks.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.capture.Submission;
import dev.leadkit.contact.MatchKeyRule;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.json.EventBackup;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.LeadStore;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("A desk on a store that was restored from a backup")
final class RestoredTest {

    @Provide
    Arbitrary<List<Submission>> submissions() {
        return CaptureProperties.repeated();
    }

    private static LeadStore restored(LeadStore from) {
        EventBackup backup = EventBackup.of(FieldCatalog.standard(), MatchKeyRule.email(), values -> List.of());
        LeadStore into = LeadStore.inMemory();
        StringWriter lines = new StringWriter();
        try {
            backup.write(from, 0, lines);
            backup.restore(new StringReader(lines.toString()), into);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return into;
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Label("answers everything as before, old submissions and new ones")
    void answersAsBefore(
            @ForAll("submissions") List<Submission> before, @ForAll("submissions") List<Submission> after) {
        LeadStore store = LeadStore.inMemory();
        Desks.on(store).build().captureAll(before);
        LeadStore other = restored(store);
        List<Submission> all = new ArrayList<>(before);
        all.addAll(after);
        LeadDesk desk = Desks.on(store, Desks.NOW.plusSeconds(60)).build();
        LeadDesk anew = Desks.on(other, Desks.NOW.plusSeconds(60)).build();
        int size = Desks.feed(other).size();
        for (Submission each : all) {
            assertThat(anew.capture(each)).isEqualTo(desk.capture(each));
        }
        List<LeadEvent> fresh =
                Desks.feed(store).subList(size, Desks.feed(store).size());
        assertThat(Desks.feed(other).subList(size, Desks.feed(other).size())).isEqualTo(fresh);
    }

    @Example
    @Label("has no personal data of who was erased before the backup")
    void redacted() {
        LeadStore store = LeadStore.inMemory();
        LeadDesk desk = Desks.on(store).build();
        desk.capture(Desks.submission("1", "ada@example.org"));
        desk.capture(Desks.submission("2", "bob@example.org"));
        store.redact(ADA);
        LeadStore other = restored(store);
        assertThat(other.find(ADA).orElseThrow().history().lead().get(StandardFields.EMAIL))
                .isEmpty();
        LeadDesk anew = Desks.on(other).build();
        assertThat(anew.capture(Desks.submission("3", "ada@example.org")).captured())
                .isTrue();
        CaptureOutcome bob = anew.capture(Desks.submission("4", "bob@example.org"));
        assertThat(bob.leadId()).isEqualTo(Optional.of(LeadId.derived("web", "2")));
    }
}
