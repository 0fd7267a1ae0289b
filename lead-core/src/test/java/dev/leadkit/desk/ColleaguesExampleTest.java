package dev.leadkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Submission;
import dev.leadkit.contact.MatchKeyRule;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.LeadId;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The example of shared keys on the page about contact data")
final class ColleaguesExampleTest {

    private static final Path PAGE = Path.of("../docs/contact-data.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/leadkit/desk/ColleaguesExampleTest.java");
    private static final InstantSource CLOCK = InstantSource.fixed(Desks.NOW);

    private final LeadStore store = LeadStore.inMemory();

    private static Submission of(String id, String company) {
        return new Submission("web", id, Optional.empty(), Map.of("Firm", company, "Mail", id + "@example.org"));
    }

    @Test
    @DisplayName("finds the colleagues of a lead, who stay leads of their own")
    void colleagues() {
        Mapping mapping = Mapping.builder(FieldCatalog.standard())
                .columns(ColumnRule.of("Firm", "company"), ColumnRule.of("Mail", "email"))
                .build();
        List<Submission> submissions = List.of(of("ada", "Acme GmbH"), of("bob", "ACME Ltd."), of("eve", "Other GmbH"));
        // example
        LeadDesk desk = LeadDesk.builder(store, CLOCK)
                .mapping(mapping)
                .sharedKeys(MatchKeyRule.company())
                .build();
        desk.captureAll(submissions);
        LeadView ada = desk.read(LeadId.derived("web", "ada")).orElseThrow();
        List<LeadId> colleagues = MatchKeyRule.company().keys(ada.lead().values()).stream()
                .flatMap(key -> store.page(LeadQuery.withKey(key), Optional.empty(), 100).stream())
                .toList();
        // end
        assertThat(colleagues).containsExactly(LeadId.derived("web", "ada"), LeadId.derived("web", "bob"));
    }

    @Test
    @DisplayName("is the code of this test")
    void isOnThePage() throws IOException {
        String source = Files.readString(SOURCE);
        String code = source.substring(source.indexOf("// example\n") + 11, source.indexOf("        // end\n"))
                .indent(-8);
        assertThat(Files.readString(PAGE)).contains("```java\n" + code + "```");
    }
}
