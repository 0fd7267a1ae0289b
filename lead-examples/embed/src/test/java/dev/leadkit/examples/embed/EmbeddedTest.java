package dev.leadkit.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.StandardFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EmbeddedTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Path README = Path.of("../../README.md");

    @Test
    void aDecidingGermanWhoAskedForADemoIsScoredAndGivenToTheOneWhoServesGermany() {
        String line = run(Map.of("mail", "jo@acme.example", "title", "Head of Sales", "land", "Germany"));

        // 20 (decides) + 10 (home market) + 30 (a demo just now)
        assertThat(line).startsWith("60 points, grade A, ").contains("because ann is");
    }

    @Test
    void anotherCountryGoesToTheOneWhoServesTheRest() {
        assertThat(run(Map.of("mail", "li@acme.example", "land", "France")))
                .startsWith("30 points, grade B, ")
                .contains("because bob is");
    }

    @Test
    void ownRuleCountsOnlyForCustomers() {
        Lead known = lead("Acme");
        assertThat(OwnRule.engine(Set.of("Acme")).total(Facts.of(known, NOW))).isEqualTo(Points.of(25));
        assertThat(OwnRule.engine(Set.of("Other")).total(Facts.of(known, NOW))).isEqualTo(Points.ZERO);
    }

    private static Lead lead(String company) {
        return Lead.builder(new LeadId("1"))
                .set(StandardFields.COMPANY, company)
                .build();
    }

    @ParameterizedTest
    @CsvSource({"Embedded, readme", "OwnRule, rule", "OwnStrategy, strategy"})
    void readmeShowsExactlyTheCodeThatIsTested(String file, String region) throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/leadkit/examples/embed/" + file + ".java"));
        String begin = "// tag::" + region + "[]\n";
        String code = source.substring(
                source.indexOf(begin) + begin.length(), source.indexOf("        // end::" + region + "[]"));

        assertThat(Files.readString(README))
                .contains("```java\n" + code.indent(-8).stripTrailing() + "\n```");
    }

    private static String run(Map<String, String> form) {
        return Embedded.run(form, InstantSource.fixed(NOW));
    }
}
