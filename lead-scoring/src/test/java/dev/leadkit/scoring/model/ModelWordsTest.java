package dev.leadkit.scoring.model;

import static dev.leadkit.condition.Conditions.always;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelWordsTest {

    private static final Points FIVE = Points.of(5);

    @Test
    void aWorthIsToldInWords() {
        assertThat(Worth.points(2)).hasToString("2 points");
        assertThat(Worth.points(2)
                        .within(Duration.ofDays(30))
                        .halfLife(Duration.ofDays(1))
                        .most(10)
                        .cap(20))
                .hasToString("2 points within 30 days, half-life 1 day, the newest 10, at most 20 in all");
        assertThat(Worth.points(2).days(3).once().floor(-4))
                .hasToString("2 points on the last 3 calendar days, the newest 1, at least -4 in all");
        assertThat(Worth.points(2).within(Duration.ofHours(23)).cap(1).floor(-1))
                .hasToString("2 points within PT23H, from -1 to 1 in all");
        assertThat(Worth.points(2).within(Duration.ofHours(36))).hasToString("2 points within PT36H");
    }

    @Test
    void limitsBandsAndModelsAreToldInWords() {
        assertThat(Limits.NONE).hasToString("");
        assertThat(NumberBands.NONE.below(50, 1).from(50, 60, 2).atLeast(60, 3).otherwise(-1))
                .hasToString("less than 50: 1, at least 50 and less than 60: 2, at least 60: 3, else -1");
        assertThat(ScoringModel.builder("m", "1")
                        .dimension("a", d -> d.rule("x", always(), 1).rule("y", always(), 1))
                        .dimension("b", d -> d.rule("z", always(), 1))
                        .build())
                .hasToString("ScoringModel[m/1, 3 rules]");
    }

    @ParameterizedTest
    @CsvSource({"-6, -5", "-5, -5", "0, 0", "7, 7", "8, 7"})
    void limitsLeaveTheNearestNumber(long units, long left) {
        assertThat(new Limits(Optional.of(new Points(-5)), Optional.of(new Points(7))).clamp(units))
                .isEqualTo(left);
    }

    @Test
    void withoutLimitsASumSaturatesAtAMillionPoints() {
        assertThat(Limits.NONE.clamp(1_000_000_001)).isEqualTo(1_000_000_000);
        assertThat(Limits.NONE.clamp(-1_000_000_001)).isEqualTo(-1_000_000_000);
        assertThat(Limits.NONE.clamp(999_999_999)).isEqualTo(999_999_999);
    }

    @Test
    void aGradeIsEarnedByTheTotalOrByTheMatrix() {
        Band a = new Band(new Grade("A"), FIVE);
        Band b = new Band(new Grade("B"), Points.ZERO);
        Grading bands = new Grading(List.of(a, b), Optional.empty(), List.of());
        assertThat(bands.grade(Map.of("d", FIVE), new Points(4_999))).contains(new Grade("B"));
        assertThat(bands.grade(Map.of(), new Points(-1))).isEmpty();
        assertThat(bands.rank(Optional.of(new Grade("A")))).isZero();
        assertThat(bands.rank(Optional.of(new Grade("B")))).isEqualTo(1);
        assertThat(bands.rank(Optional.of(new Grade("C")))).isEqualTo(2);
        assertThat(bands.rank(Optional.empty())).isEqualTo(2);
        GradeMatrix.Axis rows = new GradeMatrix.Axis("d", List.of(a), new Grade("Z"));
        GradeMatrix.Axis columns = new GradeMatrix.Axis("e", List.of(b), new Grade("z"));
        Grading matrix = new Grading(List.of(), Optional.of(new GradeMatrix(rows, columns)), List.of());
        assertThat(matrix.grade(Map.of("d", FIVE, "e", new Points(-1)), Points.ZERO))
                .contains(new Grade("Az"));
        assertThat(matrix.grade(Map.of("d", new Points(4_999)), Points.ZERO)).contains(new Grade("ZB"));
    }

    @Test
    void ofSeveralVerdictsTheLeastTotalAndTheWorstGradeCount() {
        Grading grading = new Grading(
                List.of(new Band(new Grade("A"), FIVE), new Band(new Grade("B"), Points.ZERO)),
                Optional.empty(),
                List.of());
        assertThat(grading.verdict(List.of())).isEqualTo(new Verdict(Optional.empty(), Optional.empty()));
        assertThat(grading.verdict(List.of(
                        held(Verdict.total(3).andGrade("A")), held(Verdict.total(-7)), held(Verdict.grade("B")))))
                .isEqualTo(Verdict.total(-7).andGrade("B"));
        assertThat(grading.verdict(
                        List.of(held(Verdict.grade("Y")), held(Verdict.grade("X")), held(Verdict.grade("B")))))
                .isEqualTo(Verdict.grade("Y"));
    }

    private static Disqualifier held(Verdict verdict) {
        return new Disqualifier("z", "", always(), verdict, "");
    }
}
