package dev.leadkit.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.store.LeadStore;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
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
    void aClockThatRunsShowsTheSamePoints() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        InstantSource running = () -> now.updateAndGet(before -> before.plusMillis(250));

        String line = Embedded.run(Map.of("mail", "jo@acme.example", "title", "Head of Sales", "land", "DE"), running);

        assertThat(line).startsWith("60 points, grade A, ");
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
    @CsvSource({
        "Embedded, readme",
        "Capturing, form",
        "Capturing, file",
        "Capturing, mend",
        "Explaining, explaining",
        "Learning, learning",
        "Routing, routing",
        "OwnRule, rule",
        "OwnStrategy, strategy"
    })
    void readmeShowsExactlyTheCodeThatIsTested(String file, String region) throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/leadkit/examples/embed/" + file + ".java"));
        String begin = "// tag::" + region + "[]\n";
        String code = source.substring(
                source.indexOf(begin) + begin.length(), source.indexOf("        // end::" + region + "[]"));

        assertThat(Files.readString(README))
                .contains("```java\n" + code.indent(-8).stripTrailing() + "\n```");
    }

    @Test
    void readmeCountsTheMethodsOfAStore() throws IOException {
        long methods = Arrays.stream(LeadStore.class.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .count();

        assertThat(methods).isEqualTo(10);
        assertThat(Files.readString(README)).contains("`LeadStore`, ten methods:");
    }

    private static String run(Map<String, String> form) {
        return Embedded.run(form, InstantSource.fixed(NOW));
    }
}
