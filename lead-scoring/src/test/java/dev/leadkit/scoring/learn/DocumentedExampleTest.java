package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Proportion;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.ScoringModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page about learning says what the code does. */
class DocumentedExampleTest {

    private static final Field<String> SOURCE = Field.text("leadSource");
    private static final Field<BigDecimal> PAGES = Field.number("pages");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Of 100 leads of a fair 60 are won, of 300 of the web 45; who looked at four pages or more is won twice as often. */
    private static List<Example> leads() {
        List<Example> leads = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            boolean fair = i % 4 == 0;
            boolean many = i / 4 % 2 == 0;
            int place = i / 8 % 10;
            boolean won = place < (fair ? 4 : 1) * (many ? 2 : 1);
            FieldValues.Builder values = FieldValues.builder().set(SOURCE, fair ? "Fair" : "Web");
            values.set(PAGES, BigDecimal.valueOf(many ? 4 + i % 3 : 1 + i % 3));
            leads.add(Example.of(values.build(), START.plusSeconds(3_600L * i), won));
        }
        return leads;
    }

    private static Learned learned() {
        return ScorecardLearner.builder().field(SOURCE).field(PAGES).build().learn(leads().stream());
    }

    @Test
    @DisplayName("The rules of the page are those that are learned")
    void rules() throws IOException {
        ScoringModel model = learned().model("learned", "1");
        String table = model.dimensions().get(0).rules().stream()
                .map(ConditionRule.class::cast)
                .map(rule -> String.format(
                        Locale.ROOT, "%4s  %-13s %s", rule.points(), rule.id(), rule.words() + ": " + rule.note()))
                .collect(Collectors.joining("\n"));
        assertThat(table).isEqualTo(documented("rules"));
    }

    @Test
    @DisplayName("The report of the page is that of the example")
    void report() throws IOException {
        assertThat(learned().report().text().stripTrailing()).isEqualTo(documented("report"));
    }

    @Test
    @DisplayName("The total and the chance that the page tells are those of the example")
    void chance() throws IOException {
        FieldValues values = FieldValues.builder()
                .set(SOURCE, "Fair")
                .set(PAGES, BigDecimal.valueOf(5))
                .build();
        Points total = ScoringEngine.of(learned().model("learned", "1"))
                .total(Example.of(values, START, false).facts());
        Proportion chance = learned().chance(total).orElseThrow();
        String words = total + " points claim "
                + new BigDecimal(OddsScale.STANDARD.millionths(total))
                        .movePointLeft(4)
                        .setScale(1, RoundingMode.HALF_EVEN)
                + " %; " + chance.successes() + " of " + chance.trials()
                + " such leads were won, so the chance is from "
                + chance.wilson95().orElseThrow().low().setScale(2, RoundingMode.HALF_EVEN) + " to "
                + chance.wilson95().orElseThrow().high().setScale(2, RoundingMode.HALF_EVEN);
        assertThat(page()).contains(words);
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "scoring-learn.md"), StandardCharsets.UTF_8);
    }

    /** The text block that stands below a comment of this name. */
    private static String documented(String name) throws IOException {
        String begin = "<!-- " + name + " -->\n```text\n";
        int start = page().indexOf(begin) + begin.length();
        return page().substring(start, page().indexOf("\n```", start));
    }
}
