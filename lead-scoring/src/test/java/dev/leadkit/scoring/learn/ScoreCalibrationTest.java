package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.accuracy.Calibration;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.condition.Conditions;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.Grading;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The calibration of a version of a model")
final class ScoreCalibrationTest {

    private static final List<Example> SOME = SyntheticLeads.many(1_000, 4);
    private static final Learned LEARNED =
            ScorecardLearner.builder().fields(SyntheticLeads.FIELDS).build().learn(SOME.stream());
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final ScoreCalibration BY_HAND = new ScoreCalibration(
            new ModelRef("m", "1", "Grace", "of the spring", HASH),
            Calibration.of(new TreeMap<>(Map.of(0L, new Proportion(1, 10), 5_000L, new Proportion(4, 5)))));

    private static Score score(ModelRef model, long points) {
        Points total = Points.of(points);
        Contribution all = new Contribution("", "all", Contribution.Kind.RULE, total);
        return new Score(model, Map.of(), Optional.empty(), List.of(all), List.of());
    }

    @Test
    @DisplayName("tells of each score of the model what the learner told of its total")
    void learned() {
        ScoringModel model = LEARNED.model("learned", "1");
        ScoringEngine engine = ScoringEngine.of(model);
        ScoreCalibration calibration = LEARNED.calibration(model);
        assertThat(calibration.model().hash()).isEqualTo(model.ref().hash());
        for (Example each : SOME.subList(0, 100)) {
            Score score = engine.score(each.facts());
            assertThat(calibration.chance(score))
                    .isEqualTo(LEARNED.chance(score.total()))
                    .isPresent();
        }
    }

    @Test
    @DisplayName("tells by points, and of no leads nothing")
    void byPoints() {
        ModelRef model = new ModelRef("m", "1", "", "another note", HASH);
        assertThat(BY_HAND.chance(score(model, 4))).contains(new Proportion(1, 10));
        assertThat(BY_HAND.chance(score(model, 5))).contains(new Proportion(4, 5));
        assertThat(new ScoreCalibration(model, Calibration.of(new TreeMap<>())).chance(score(model, 5)))
                .isEmpty();
    }

    @Test
    @DisplayName("refuses a score of another name, version or hash")
    void others() {
        String other = "f".repeat(64);
        for (ModelRef model : List.of(
                new ModelRef("n", "1", "", "", HASH),
                new ModelRef("m", "2", "", "", HASH),
                new ModelRef("m", "1", "", "", other),
                new ModelRef("m", "1"))) {
            assertThat(BY_HAND.isOf(score(model, 4))).isFalse();
            assertThatThrownBy(() -> BY_HAND.chance(score(model, 4)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "score must be of m/1 with the hash " + HASH + ", was of " + model + " with");
        }
        assertThat(BY_HAND.isOf(score(new ModelRef("m", "1", "", "", HASH), 4))).isTrue();
    }

    @Test
    @DisplayName("is there for a model of any name and grades, and not for one whose totals were edited")
    void edited() {
        ScoringModel model = LEARNED.model("learned", "1", List.of(ChanceBand.of("A", "0.3")));
        ModelRef named = new ModelRef("other", "7", "Grace", "", "");
        Disqualifier graded = new Disqualifier("x", "", Conditions.always(), Verdict.grade("X"), "");
        Disqualifier forced = new Disqualifier("x", "", Conditions.always(), Verdict.total(0), "");
        ScoringModel same = new ScoringModel(
                named, model.dimensions(), Limits.NONE, new Grading(model.bands(), Optional.empty(), List.of(graded)));
        assertThat(LEARNED.calibration(same).model()).hasToString("other/7");
        assertThat(LEARNED.calibration(same).calibration())
                .isEqualTo(LEARNED.report().calibration());
        List<ScoringModel> others = List.of(
                new ScoringModel(named, model.dimensions(), Limits.NONE.withCap(Points.of(50)), List.of()),
                new ScoringModel(
                        named,
                        model.dimensions(),
                        Limits.NONE,
                        new Grading(List.of(), Optional.empty(), List.of(forced))),
                ScoringModel.builder("other", "7")
                        .dimension(Learned.DIMENSION, all -> all.rule("base", Conditions.always(), 64))
                        .build());
        for (ScoringModel other : others) {
            assertThatThrownBy(() -> LEARNED.calibration(other))
                    .hasMessageStartingWith("model must have the rules that were learned")
                    .hasMessageContaining("other/7");
        }
    }
}
