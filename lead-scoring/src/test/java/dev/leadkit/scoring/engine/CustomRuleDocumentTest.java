package dev.leadkit.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Confidence;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.model.Rule;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The custom rule of docs/scoring-model.md. */
final class CustomRuleDocumentTest {

    private static final Field<Instant> TRIAL_BEGAN = Field.instant("trialBegan");
    private static final Instant BEGIN = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant END = Instant.parse("2026-12-06T08:00:00Z");

    private static ScoringEngine engine() {
        // spotless:off
        // tag::rule
        RuleRegistry registry = RuleRegistry.EMPTY.with("trial", with -> Rule.upTo(15, facts -> facts.lead()
                .get(TRIAL_BEGAN)
                .map(begin -> begin.plus(Duration.ofDays(14)))
                .map(end -> facts.asOf().isBefore(end)
                        ? RuleResult.of(Points.of(15), "the trial is running").until(end)
                        : RuleResult.NOTHING.forever())
                .orElse(RuleResult.unknown(TRIAL_BEGAN).forever())));
        // end::rule
        // spotless:on
        ScoringModel model = ScoringModel.builder("b2b", "1")
                .dimension("fit", fit -> fit.custom("trial", "trial", Map.of()))
                .build();
        return ScoringEngine.of(model, registry);
    }

    private static Facts facts(FieldValues values, Instant asOf) {
        return Facts.of(Lead.builder(new LeadId("L")).overlay(values).build(), asOf);
    }

    private static FieldValues began() {
        return FieldValues.builder().set(TRIAL_BEGAN, BEGIN).build();
    }

    @Test
    void theTrialCountsForItsFourteenDays() {
        ScoringEngine engine = engine();
        assertThat(engine.total(facts(began(), BEGIN))).isEqualTo(Points.of(15));
        assertThat(engine.validUntil(facts(began(), BEGIN))).contains(END);
        assertThat(engine.total(facts(began(), END))).isEqualTo(Points.ZERO);
        assertThat(engine.validUntil(facts(began(), END))).isEmpty();
        assertThat(engine.score(facts(began(), END)).confidence().judged()).isEqualTo(Points.of(15));
    }

    @Test
    void anUnknownTrialLowersTheConfidence() {
        Score score = engine().score(facts(FieldValues.EMPTY, BEGIN));
        assertThat(score.total()).isEqualTo(Points.ZERO);
        assertThat(score.confidence()).isEqualTo(new Confidence(Points.ZERO, Points.of(15)));
    }

    @Test
    void thePageShowsThisRule() throws IOException {
        String own = Files.readString(Path.of("src/test/java/dev/leadkit/scoring/engine/CustomRuleDocumentTest.java"));
        String begin = "// tag::rule\n";
        String shown = own.substring(own.indexOf(begin) + begin.length(), own.indexOf("        // end::rule"))
                .indent(-8)
                .strip();
        assertThat(Files.readString(Path.of("../docs/scoring-model.md"))).contains("```java\n" + shown + "\n```");
    }
}
