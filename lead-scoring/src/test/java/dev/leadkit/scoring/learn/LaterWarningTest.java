package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.accuracy.Calibration;
import dev.leadkit.accuracy.Fraction;
import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.Measure;
import dev.leadkit.accuracy.OutcomeCounts;
import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A model that is of no proven use for later leads")
final class LaterWarningTest {

    private static final List<Example> LASTING = SyntheticLeads.many(3_000, 1);

    /** What holds of the first two thirds holds no longer: who wins then is dealt by chance. */
    private static List<Example> drifting() {
        SplittableRandom random = new SplittableRandom(3);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < LASTING.size(); i++) {
            Example each = LASTING.get(i);
            examples.add(i < 2_000 ? each : Example.of(each.facts(), random.nextInt(3) == 0));
        }
        return examples;
    }

    private static List<Example> atOnce() {
        return LASTING.stream()
                .map(each -> Example.of(each.facts().lead().values(), Instant.EPOCH, each.won()))
                .toList();
    }

    private static ScorecardLearnerBuilder learner() {
        return ScorecardLearner.builder().fields(SyntheticLeads.FIELDS);
    }

    @Test
    @DisplayName("is warned of in the report, above all else in its text, and in the note of the model")
    void warned() {
        Learned learned = learner().build().learn(drifting().stream());
        assertThat(learned.faults()).isEmpty();
        assertThat(learned.warnings())
                .isEqualTo(learned.report().warnings())
                .extracting(Fault::path)
                .containsExactly("later.auc");
        Fault warning = learned.warnings().get(0);
        Validation later = learned.report().later().orElseThrow();
        assertThat(warning.value())
                .isEqualTo(later.auc().decimal(3).orElseThrow() + " ("
                        + later.auc95().orElseThrow().low().setScale(3, RoundingMode.HALF_EVEN) + " to "
                        + later.auc95().orElseThrow().high().setScale(3, RoundingMode.HALF_EVEN) + ")");
        assertThat(learned.report().text()).startsWith("WARNING " + warning + "\nlearned from ");
        assertThat(learned.model("m", "1").ref().note()).endsWith("; WARNING " + warning);
        assertThat(learned).asString().endsWith(" rules, 0 faults, 1 warnings]");
    }

    @Test
    @DisplayName("is refused where that is asked for, with the same words")
    void refused() {
        Learned learned = learner().requireLater().build().learn(drifting().stream());
        assertThat(learned.faults()).isEqualTo(learned.warnings()).hasSize(1);
        assertThatThrownBy(() -> learned.model("m", "1"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("later.auc: must be better than chance with 95 % confidence, was 0.");
    }

    @Test
    @DisplayName("is not one whose later third is as good as the rest")
    void lasting() {
        Learned learned = learner().requireLater().build().learn(LASTING.stream());
        assertThat(learned.warnings()).isEmpty();
        assertThat(learned.faults()).isEmpty();
        assertThat(learned.report().text()).startsWith("learned from ");
        assertThat(learned.model("m", "1").ref().note()).doesNotContain("WARNING");
    }

    @Test
    @DisplayName("is one that nobody could test on later leads, too")
    void untested() {
        Learned learned = learner().build().learn(atOnce().stream());
        assertThat(learned.faults()).isEmpty();
        assertThat(learned.warnings())
                .singleElement()
                .hasToString("later: must be tested on later leads, was not tested."
                        + " The decisions cannot be parted in time with winners and losers on both sides.");
        assertThat(learner().requireLater().build().learn(atOnce().stream()).faults())
                .isEqualTo(learned.warnings());
    }

    @Test
    @DisplayName("begins where the interval reaches an even chance, and where there is none")
    void edge() {
        assertThat(warnings(Optional.of("0.500001"))).isEmpty();
        assertThat(warnings(Optional.of("0.500000"))).hasSize(1);
        assertThat(warnings(Optional.of("0.3"))).hasSize(1);
        assertThat(warnings(Optional.empty()))
                .singleElement()
                .extracting(Fault::value)
                .isEqualTo("0.750");
    }

    private static List<Fault> warnings(Optional<String> low) {
        Validation later = new Validation(
                new Outcomes(10, 10),
                new Measure.Known(Fraction.of(3, 4)),
                low.map(end -> new Interval(new BigDecimal(end), BigDecimal.ONE)),
                new Measure.Known(Fraction.of(1, 2)),
                new Measure.Known(Fraction.of(1, 2)),
                Optional.empty(),
                new Measure.Known(Fraction.of(1, 2)),
                List.of());
        Calibration none = Calibration.of(new OutcomeCounts(), 1);
        return new LearningReport(new Outcomes(30, 30), later, Optional.of(later), none, List.of()).warnings();
    }
}
