package dev.leadkit.scoring.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Proportion;
import dev.leadkit.condition.Facts;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.learn.ChanceBand;
import dev.leadkit.scoring.learn.Example;
import dev.leadkit.scoring.learn.Learned;
import dev.leadkit.scoring.learn.ScorecardLearner;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.review.Population;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was learned outlives the process that learned it")
final class KeepingTest {

    private static final Field<BigDecimal> PAGES = Field.number("pages");
    private static final FieldCatalog CATALOG = FieldCatalog.of(List.of(PAGES));

    /** Of a hundred who looked at so many pages, ten times as many were won. */
    private static Example example(int number, int pages) {
        FieldValues values =
                FieldValues.builder().set(PAGES, BigDecimal.valueOf(pages)).build();
        return Example.of(values, Instant.EPOCH.plusSeconds(number), number / 8 % 10 < pages);
    }

    private static List<Example> examples() {
        return IntStream.range(0, 800).mapToObj(i -> example(i, 1 + i % 8)).toList();
    }

    /** What one process hands to the next. */
    private record Kept(String model, String chances, String population) {}

    private static Kept keep(Learned learned, List<Example> examples) {
        // spotless:off
        // tag::keep[]
        ScoringModel model = learned.model("learned", "1", List.of(
                ChanceBand.of("A", "0.5"), ChanceBand.of("B", "0.2"), ChanceBand.of("C", "0")));
        ScoringEngine engine = ScoringEngine.of(model);
        Population then = Population.of(model);
        examples.forEach(each -> then.add(each.facts(), engine.score(each.facts())));

        String modelText = JsonText.pretty(ScoringModelJson.write(model));
        String chances = JsonText.pretty(ScoreCalibrationJson.write(learned.calibration(model)));
        String population = JsonText.pretty(PopulationJson.write(then));
        // end::keep[]
        // spotless:on
        return new Kept(modelText, chances, population);
    }

    @Test
    @DisplayName("another process tells the same chances, by the same grades, and whether leads have changed")
    void again() {
        Learned learned = ScorecardLearner.builder().field(PAGES).build().learn(examples().stream());
        Kept kept = keep(learned, examples());
        ScoringModel model = ScoringModelJson.read(JsonDocument.of(kept.model()), CATALOG, RuleRegistry.EMPTY);
        ScoringEngine engine = ScoringEngine.of(model);
        String population = kept.population();
        Population now = Population.of(model);
        for (Example each : examples()) {
            Facts facts = each.facts();
            String chances = kept.chances();
            // spotless:off
            // tag::read[]
            Score score = engine.score(facts);
            Optional<Proportion> chance = ScoreCalibrationJson.read(JsonDocument.of(chances)).chance(score);
            // end::read[]
            // spotless:on
            assertThat(chance).isEqualTo(learned.chance(score.total())).isPresent();
            now.add(facts, score);
        }
        // spotless:off
        // tag::drift[]
        List<Population.Drift> drift = PopulationJson.read(JsonDocument.of(population), model).drift(now);
        // end::drift[]
        // spotless:on
        assertThat(drift).extracting(Population.Drift::input).contains("field pages", "score");
        assertThat(drift).noneMatch(each -> each.index().isDrift());
    }

    @Test
    @DisplayName("the page about learning shows this code")
    void page() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/leadkit/scoring/json/KeepingTest.java"));
        String page = Files.readString(Path.of("..", "docs", "scoring-learn.md"));
        assertThat(page)
                .contains("```java\n" + region(source, "keep", 8) + "\n```")
                .contains("```java\n" + region(source, "read", 12) + "\n" + region(source, "drift", 8) + "\n```");
    }

    private static String region(String source, String name, int indent) {
        String begin = "// tag::" + name + "[]\n";
        int start = source.indexOf(begin) + begin.length();
        String code = source.substring(start, source.indexOf("// end::" + name + "[]", start));
        return code.indent(-indent).stripTrailing();
    }
}
