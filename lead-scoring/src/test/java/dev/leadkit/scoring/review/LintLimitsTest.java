package dev.leadkit.scoring.review;

import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.any;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.DimensionBuilder;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.NumberBands;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringModelBuilder;
import dev.leadkit.scoring.model.Verdict;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Lint of limits and grades")
final class LintLimitsTest {

    private static final Field<BigDecimal> SIZE = Field.number("size");
    private static final Condition HOME = field(COUNTRY).is("DE");

    private static ScoringModelBuilder model(Consumer<DimensionBuilder> rules) {
        return ScoringModel.builder("m", "1").dimension("fit", rules);
    }

    private static List<String> lines(ScoringModelBuilder model) {
        return Lint.check(model.build()).stream()
                .map(remark -> remark.kind() + " " + remark.path())
                .toList();
    }

    private static List<String> said(ScoringModelBuilder model) {
        return Lint.check(model.build()).stream().map(Remark::toString).toList();
    }

    private static Band band(String grade, long atLeast) {
        return new Band(new Grade(grade), Points.of(atLeast));
    }

    @Test
    @DisplayName("says of every limit by how much it is out of reach, with the place of its group")
    void sentences() {
        ScoringModelBuilder model = model(fit -> fit.group(
                        "pair", g -> g.rule("home", HOME, 10).cap(10).floor(0))
                .group(
                        "one",
                        g -> g.rule("big", field(SIZE).atLeast(BigDecimal.TEN), 4)
                                .cap(0)));
        assertThat(said(model.cap(11).floor(-1)))
                .containsExactly(
                        "dimensions[0].groups[0].cap: the cap of 10 takes nothing away: the sum is at most 10.",
                        "dimensions[0].groups[0].floor: the floor of 0 gives nothing back: the sum is at least 0.",
                        "dimensions[0].groups[1]: the limits leave 0 points of a sum from 0 to 4, so that no rule makes a"
                                + " difference.",
                        "cap: the cap of 11 takes nothing away: the sum is at most 10.",
                        "floor: the floor of -1 gives nothing back: the sum is at least 0.");
    }

    @Test
    @DisplayName("counts of a number the best and the worst band, and nothing where it is missing or in a gap")
    void numbers() {
        NumberBands bands = NumberBands.NONE.below(5, -3).from(5, 9, 7).atLeast(9, 4);
        assertThat(lines(model(fit -> fit.number("size", SIZE, bands).cap(7).floor(-3))))
                .containsExactly("CAP_IDLE dimensions[0].cap", "FLOOR_IDLE dimensions[0].floor");
        assertThat(lines(model(fit -> fit.number("size", SIZE, bands).cap(6).floor(-2))))
                .containsExactly(
                        "POINTS_CUT dimensions[0].rules[0].bands[0].points",
                        "POINTS_CUT dimensions[0].rules[0].bands[1].points");
        NumberBands good = NumberBands.NONE.below(5, 2).atLeast(5, 7);
        assertThat(lines(model(fit -> fit.number("size", SIZE, good).floor(0))))
                .containsExactly("FLOOR_IDLE dimensions[0].floor");
        assertThat(lines(model(fit -> fit.number("size", SIZE, good).floor(1)))).isEmpty();
        NumberBands nothing = NumberBands.NONE.below(5, 0).atLeast(5, 0);
        assertThat(lines(model(fit -> fit.number("size", SIZE, nothing))))
                .containsExactly("WORTHLESS dimensions[0].rules[0]");
    }

    @Test
    @DisplayName("takes a custom rule for anything within a million points either way")
    void custom() {
        assertThat(lines(model(fit -> fit.custom("own", "own", Map.of())).floor(-1_000_000)))
                .containsExactly("FLOOR_IDLE floor");
        assertThat(lines(model(fit -> fit.custom("own", "own", Map.of())).floor(-999_999)))
                .isEmpty();
    }

    @Test
    @DisplayName("finds cells of a matrix that no lead reaches, and rows that every lead has")
    void matrix() {
        GradeMatrix matrix = new GradeMatrix(
                new GradeMatrix.Axis("fit", List.of(band("A", 11), band("B", 10), band("C", 1)), new Grade("D")),
                new GradeMatrix.Axis("engagement", List.of(band("1", 7), band("2", 0)), new Grade("3")));
        ScoringModelBuilder model = model(fit -> fit.rule("home", HOME, 10))
                .dimension(
                        "engagement",
                        e -> e.each(
                                "visits",
                                interaction("visit").filter(),
                                Worth.points(2).most(3)))
                .matrix(matrix);
        assertThat(lines(model))
                .containsExactly(
                        "GRADE_UNREACHABLE matrix.rows.grades[0]",
                        "GRADE_UNREACHABLE matrix.rows.grades[2]",
                        "GRADE_UNREACHABLE matrix.columns.grades[0]",
                        "GRADE_CERTAIN matrix.columns.grades[1]",
                        "GRADE_UNREACHABLE matrix.columns.otherwise");
        assertThat(said(model))
                .contains(
                        "matrix.rows.grades[2]: no lead can have the grade C, from 1 to below 10: no sum of points lies"
                                + " between 0 and 10.",
                        "matrix.columns.grades[1]: every lead has the grade 2: points go from 0 to 6.",
                        "matrix.columns.otherwise: no lead can have the grade 3: points go from 0 to 6.");
    }

    @Test
    @DisplayName("lets an axis without bands be")
    void noBands() {
        GradeMatrix matrix = new GradeMatrix(
                new GradeMatrix.Axis("fit", List.of(), new Grade("A")),
                new GradeMatrix.Axis("engagement", List.of(), new Grade("1")));
        assertThat(lines(model(fit -> fit.rule("home", HOME, 10))
                        .dimension("engagement", e -> e.rule("away", COUNTRY_MISSING, 1))
                        .matrix(matrix)))
                .isEmpty();
    }

    private static final Condition COUNTRY_MISSING = field(COUNTRY).isMissing();

    private static ScoringModelBuilder graded() {
        return model(fit -> fit.rule("home", HOME, 10)).band("A", 20).band("B", 10);
    }

    @Test
    @DisplayName("takes a grade that something forces, by its name or by a total, for reachable")
    void forced() {
        assertThat(lines(graded())).containsExactly("GRADE_UNREACHABLE grades[0]");
        Condition missing = COUNTRY_MISSING;
        assertThat(lines(graded().disqualify("x", missing, Verdict.grade("A")))).isEmpty();
        assertThat(lines(graded().disqualify("x", missing, Verdict.total(20)))).isEmpty();
        assertThat(lines(graded().disqualify("x", missing, Verdict.grade("B"))))
                .containsExactly("GRADE_UNREACHABLE grades[0]");
        assertThat(lines(graded().disqualify("x", missing, Verdict.total(19))))
                .containsExactly("GRADE_UNREACHABLE grades[0]");
        assertThat(lines(graded().disqualify("x", any(), Verdict.grade("A"))))
                .containsExactly("NEVER disqualify[0]", "GRADE_UNREACHABLE grades[0]");
    }

    @Test
    @DisplayName("takes the least and the greatest points of a grade for reachable, to the thousandth")
    void ends() {
        Points little = new Points(1);
        assertThat(lines(model(fit -> fit.rule("home", HOME, 10))
                        .band("A", little)
                        .band("B", -5)))
                .isEmpty();
        assertThat(lines(model(fit -> fit.rule("home", HOME, 10))
                        .band("A", Points.of(10).plus(little))
                        .band("B", 0)))
                .containsExactly("GRADE_UNREACHABLE grades[0]", "GRADE_CERTAIN grades[1]");
        Verdict justBelow = new Verdict(Optional.of(Points.of(30).minus(little)), Optional.empty());
        assertThat(lines(graded().band("C", -5).disqualify("x", COUNTRY_MISSING, justBelow)))
                .isEmpty();
        ScoringModelBuilder three =
                model(fit -> fit.rule("home", HOME, 10)).band("S", 30).band("A", 20);
        assertThat(lines(three.disqualify("x", COUNTRY_MISSING, justBelow)))
                .containsExactly("GRADE_UNREACHABLE grades[0]");
    }

    @Test
    @DisplayName("takes a grade for certain only where nothing disqualifies, and finds what always does")
    void certain() {
        assertThat(lines(model(fit -> fit.rule("home", HOME, 10)).band("A", 0)))
                .containsExactly("GRADE_CERTAIN grades[0]");
        assertThat(lines(model(fit -> fit.rule("home", HOME, 10))
                        .band("A", 0)
                        .disqualify("x", any(), Verdict.total(-5))))
                .containsExactly("NEVER disqualify[0]", "GRADE_CERTAIN grades[0]");
        assertThat(lines(model(fit -> fit.rule("home", HOME, 10))
                        .band("A", 0)
                        .disqualify("x", COUNTRY_MISSING, Verdict.total(-5))))
                .isEmpty();
        assertThat(said(model(fit -> fit.rule("home", HOME, 10)).disqualify("x", always(), Verdict.total(-5))))
                .containsExactly(
                        "disqualify[0]: every lead makes this rule hold, so it tells no two leads apart: always.");
    }

    @Test
    @DisplayName("of a wide rule and a narrow one of the same dimension names the narrow, whichever comes first")
    void implied() {
        Condition wide = field(COUNTRY).in("AT", "DE");
        assertThat(lines(model(fit -> fit.rule("wide", wide, 1).rule("narrow", HOME, 2))))
                .containsExactly("IMPLIED dimensions[0].rules[1]");
        assertThat(lines(model(fit -> fit.rule("often", interaction("visit").atLeast(3), 1)
                        .rule("some", interaction("visit").atLeast(2), 2))))
                .containsExactly("IMPLIED dimensions[0].rules[0]");
        assertThat(lines(model(fit -> fit.rule("narrow", HOME, 2).rule("wide", wide, 1))))
                .containsExactly("IMPLIED dimensions[0].rules[0]");
        Condition ten = field(SIZE).atLeast(BigDecimal.TEN);
        Condition one = field(SIZE).atLeast(BigDecimal.ONE);
        assertThat(lines(model(fit -> fit.rule("wide", wide.and(one), 1).rule("narrow", HOME.and(ten), 2))))
                .as("once, though they have two fields in common")
                .containsExactly("IMPLIED dimensions[0].rules[1]");
        assertThat(lines(model(fit -> fit.rule("wide", wide, 1)).dimension("other", o -> o.rule("narrow", HOME, 2))))
                .isEmpty();
        assertThat(lines(model(fit -> fit.rule("narrow", HOME, 2)).dimension("other", o -> o.rule("wide", wide, 1))))
                .isEmpty();
    }
}
