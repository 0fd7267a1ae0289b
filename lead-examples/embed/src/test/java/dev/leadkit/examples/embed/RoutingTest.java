package dev.leadkit.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RoutingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final List<String> told = Routing.told(german("4711"), german("4712"), NOW);

    private static LeadHistory german(String id) {
        LeadId lead = new LeadId(id);
        EventHeader header = new EventHeader(EventId.derived(lead, "captured"), lead, NOW, NOW);
        FieldValues values =
                FieldValues.builder().set(StandardFields.COUNTRY, "DE").build();
        Origin origin = new Origin("web", id, true);
        return LeadHistory.of(lead, List.of(Captured.of(header, origin, new Stage("new"), values)));
    }

    @Test
    void theRepWithTheGreaterShareTakesTheFirstLead() {
        assertThat(told.get(0)).startsWith("fair share: ann is 0.667 leads behind, bob is 0.333 leads behind");
    }

    @Test
    void everybodyHearsWhy() {
        assertThat(told.subList(1, told.size() - 1))
                .hasSize(5)
                .anyMatch(words -> words.startsWith("bob passes: "))
                .contains("cem fails skills: german at level 3 is required, cem has 2")
                .contains("dee fails territory: the lead is in dach, dee serves asia")
                .anyMatch(words -> words.startsWith("eve fails capacity: "));
    }

    @Test
    void thePictureOfTheReadmeIsTheOneThatIsDrawn() throws IOException {
        assertThat(told.get(told.size() - 1) + "\n")
                .isEqualTo(Files.readString(Path.of("../../docs/routing-decision.svg")));
    }
}
