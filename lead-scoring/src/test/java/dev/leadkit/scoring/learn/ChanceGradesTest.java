package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.accuracy.Calibration;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Grades by chance")
final class ChanceGradesTest {

    private static final Calibration CALIBRATION = Calibration.of(new TreeMap<>(Map.of(
            40_000L, new Proportion(1, 10),
            60_500L, new Proportion(1, 4),
            80_000L, new Proportion(30, 40))));

    private static List<Band> bands(ChanceBand... chances) {
        return new ChanceGrades(CALIBRATION).bands(List.of(chances));
    }

    @Test
    @DisplayName("begin at the least points that were won so often; what the lowest points reach, every lead has")
    void thresholds() {
        assertThat(bands(ChanceBand.of("A", "0.75"), ChanceBand.of("B", "0.11"), ChanceBand.of("C", "0.1")))
                .containsExactly(
                        new Band(new Grade("A"), Points.of(80)),
                        new Band(new Grade("B"), new Points(60_500)),
                        new Band(new Grade("C"), Points.of(-1_000_000)));
        assertThat(bands(ChanceBand.of("A", "0.2500001"))).containsExactly(new Band(new Grade("A"), Points.of(80)));
        assertThat(bands(ChanceBand.of("A", "0"))).containsExactly(new Band(new Grade("A"), Points.of(-1_000_000)));
        assertThat(bands()).isEmpty();
    }

    @Test
    @DisplayName(
            "are refused with everything that is wrong: chances that are none, that nobody had, that points cannot part")
    void refused() {
        assertThatThrownBy(() -> bands(
                        ChanceBand.of("A", "0.76"),
                        ChanceBand.of("B", "0.7"),
                        ChanceBand.of("C", "0.3"),
                        ChanceBand.of("A", "1.01"),
                        ChanceBand.of("D", "-0.1"),
                        ChanceBand.of("E", "0.75")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("""
                        grades by chance has 6 faults:
                          grades[0].atLeast: must be a chance that some points have, was 0.76. Of leads with the most points, 30 of 40 (0.750) were won.
                          grades[2].atLeast: must be a chance that fewer points have than that of the better grade, was 0.3. Grades stand best first, and no two of them may be of the same points.
                          grades[3].grade: must be named once, was named twice
                          grades[3].atLeast: must be from 0 to 1, was 1.01
                          grades[4].atLeast: must be from 0 to 1, was -0.1
                          grades[5].atLeast: must be a chance that fewer points have than that of the better grade, was 0.75. Grades stand best first, and no two of them may be of the same points.""");
    }

    @Test
    @DisplayName("are those of the model that was learned, whose note and rules stay the same")
    void ofAModel() {
        Learned learned = ScorecardLearner.builder()
                .fields(SyntheticLeads.FIELDS)
                .build()
                .learn(SyntheticLeads.many(1_000, 4).stream());
        List<ChanceBand> chances =
                List.of(ChanceBand.of("A", "0.6"), ChanceBand.of("B", "0.3"), ChanceBand.of("C", "0"));
        ScoringModel model = learned.model("learned", "1", chances);
        ScoringModel plain = learned.model("learned", "1");
        assertThat(model.dimensions()).isEqualTo(plain.dimensions());
        assertThat(model.ref().note()).isEqualTo(plain.ref().note());
        assertThat(plain.bands()).isEmpty();
        assertThat(model.bands()).isEqualTo(new ChanceGrades(learned.report().calibration()).bands(chances));
        assertThat(model.bands()).extracting(band -> band.grade().name()).containsExactly("A", "B", "C");
    }
}
