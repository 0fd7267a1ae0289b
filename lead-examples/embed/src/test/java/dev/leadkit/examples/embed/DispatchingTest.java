package dev.leadkit.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Origin;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.port.Placement;
import dev.leadkit.routing.desk.DeskDispatcher;
import dev.leadkit.routing.desk.TicketStore;
import dev.leadkit.routing.dispatch.Step;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.store.Commit;
import dev.leadkit.store.LeadStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The story of the page, step by step. */
final class DispatchingTest {

    private static final Path PAGE = Path.of("../../docs/routing-dispatch.md");

    private final LeadStore store = LeadStore.inMemory();
    private final TicketStore tickets = TicketStore.inMemory();
    private final List<String> story = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private final AssignmentLedger ledger = AssignmentLedger.inMemory(() -> now);
    private DeskDispatcher floor = process();

    private DeskDispatcher process() {
        return Dispatching.dispatcher(store, ledger, tickets, () -> now);
    }

    private LeadId captured(String id) {
        LeadId lead = new LeadId(id);
        EventHeader header = new EventHeader(EventId.derived(lead, "captured"), lead, now, now);
        store.commit(Commit.of(
                lead,
                0,
                List.of(Captured.of(
                        header,
                        new Origin("web", id, true),
                        new Stage("new"),
                        FieldValues.builder().build()))));
        return lead;
    }

    private String repOf(LeadId lead) {
        return ledger.find(lead).orElseThrow().rep().value();
    }

    private long token(LeadId lead) {
        return ledger.find(lead).orElseThrow().token();
    }

    private void tell(String what, List<Step> steps) {
        String time = now.toString().substring(11, 16);
        StringBuilder line = new StringBuilder(time + " " + what + " ->");
        for (Step step : steps) {
            boolean hasRep = step.kind() == Step.Kind.OFFERED || step.kind() == Step.Kind.ASSIGNED;
            line.append(' ').append(step.lead()).append(' ').append(step.kind());
            line.append(hasRep ? " " + repOf(step.lead()) : "");
        }
        story.add(line.toString());
    }

    private void later(int minutes) {
        now = now.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void theStoryOfThePageIsWhatHappens() throws IOException {
        LeadId one = captured("one");
        LeadId two = captured("two");
        LeadId three = captured("three");
        tell("one comes", floor.arrive(one, 0, now));
        tell("its rep declines", floor.decline(one, token(one), now));
        tell("the other accepts", floor.accept(one, token(one), now));
        tell("two comes", floor.arrive(two, 0, now));
        tell("three comes", floor.arrive(three, 5, now));
        tell("two is accepted", floor.accept(two, token(two), now));
        later(15);
        floor = process();
        tell("after a restart", floor.start(now));
        tell("max accepts", floor.accept(three, token(three), now));
        later(15);
        floor.desk().lose(two, "no budget");
        tell("two is lost, and nobody called one", floor.wake(now));

        assertThat(Files.readString(PAGE)).contains("```text\n" + String.join("\n", story) + "\n```");
        assertThat(((Placement.WithRep) floor.desk()
                                .read(three)
                                .orElseThrow()
                                .placement()
                                .orElseThrow())
                        .rep()
                        .value())
                .isEqualTo("max");
    }

    @Test
    void thePageShowsExactlyTheCodeThatIsTested() throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/leadkit/examples/embed/Dispatching.java"));
        String begin = "// tag::dispatching[]\n";
        String code = source.substring(
                source.indexOf(begin) + begin.length(), source.indexOf("        // end::dispatching[]"));

        assertThat(Files.readString(PAGE))
                .contains("```java\n" + code.indent(-8).stripTrailing() + "\n```");
    }
}
