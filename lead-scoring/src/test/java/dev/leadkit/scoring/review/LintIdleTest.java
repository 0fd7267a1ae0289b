package dev.leadkit.scoring.review;

import static dev.leadkit.condition.Conditions.any;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Grade;
import dev.leadkit.scoring.model.DimensionBuilder;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.NumberBands;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringModelBuilder;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Lint of points that caps and floors take away")
final class LintIdleTest {

    private static final Field<BigDecimal> SIZE = Field.number("size");
    private static final Condition HOME = field(COUNTRY).is("DE");
    private static final Condition BIG = field(SIZE).atLeast(BigDecimal.valueOf(100));

    private static ScoringModelBuilder model(Consumer<DimensionBuilder> rules) {
        return ScoringModel.builder("m", "1").dimension("fit", rules);
    }

    /** What is said of points, without what is said of pairs of rules. */
    private static List<String> said(ScoringModelBuilder model) {
        return Lint.check(model.build()).stream()
                .filter(remark -> remark.kind() == Remark.Kind.RULE_IDLE || remark.kind() == Remark.Kind.POINTS_CUT)
                .map(remark -> remark.kind() + " " + remark)
                .toList();
    }

    @Test
    @DisplayName("finds a rule that adds to a cap which is reached wherever it holds, and the same of a floor")
    void implied() {
        assertThat(said(model(fit -> fit.rule("home", HOME, 50)
                        .rule("big at home", HOME.and(BIG), 10)
                        .rule("visits", interaction("visit").atLeast(1), 10)
                        .cap(50))))
                .containsExactly(
                        "RULE_IDLE dimensions[0].rules[1]: this makes no difference: wherever it holds, the sum of"
                                + " the dimension \"fit\" is at least 50 with it and without it, and the cap is 50.");
        assertThat(said(model(fit -> fit.rule("home", HOME, -50)
                        .rule("big at home", HOME.and(BIG), -10)
                        .floor(-50))))
                .containsExactly(
                        "RULE_IDLE dimensions[0].rules[1]: this makes no difference: wherever it holds, the sum of"
                                + " the dimension \"fit\" is at most -50 with it and without it, and the floor is -50.");
    }

    @Test
    @DisplayName("says nothing where something negative may bring the sum below the cap")
    void negative() {
        assertThat(said(model(fit -> fit.rule("home", HOME, 50)
                        .rule("big at home", HOME.and(BIG), 10)
                        .rule("silent", interaction("visit").none(), -10)
                        .cap(50))))
                .isEmpty();
        assertThat(said(model(fit -> fit.rule("home", HOME, 50)
                        .rule("big at home", HOME.and(BIG), 10)
                        .number("small", SIZE, NumberBands.NONE.below(10, -10).from(10, 50, -5))
                        .cap(50))))
                .as("where the one excludes the other")
                .hasSize(1);
    }

    @Test
    @DisplayName("knows that one of several rules holds, and which band a number is in")
    void cases() {
        assertThat(said(model(fit -> fit.rule("home", HOME, 30)
                        .rule("next", field(COUNTRY).is("AT"), 40)
                        .rule("any", any(HOME, field(COUNTRY).is("AT")).and(BIG), 5)
                        .cap(30))))
                .containsExactly(
                        "POINTS_CUT dimensions[0].rules[1].points: of its 40 points no more than 30 can count: wherever it"
                                + " holds, the sum of the dimension \"fit\" is at least 40, and the cap is 30.",
                        "RULE_IDLE dimensions[0].rules[2]: this makes no difference: wherever it holds, the sum of the"
                                + " dimension \"fit\" is at least 30 with it and without it, and the cap is 30.");
        NumberBands bands = NumberBands.NONE.below(10, 5).atLeast(50, 20);
        assertThat(said(model(fit -> fit.number("size", SIZE, bands)
                        .rule("big", BIG, 10)
                        .rule("some", field(SIZE).atLeast(BigDecimal.valueOf(40)), 10)
                        .cap(20))))
                .containsExactly(
                        "POINTS_CUT dimensions[0].rules[0].bands[1].points: of its 20 points no more than 10 can count:"
                                + " wherever it holds, the sum of the dimension \"fit\" is at least 30, and the cap is 20.",
                        "RULE_IDLE dimensions[0].rules[1]: this makes no difference: wherever it holds, the sum of the"
                                + " dimension \"fit\" is at least 30 with it and without it, and the cap is 20.");
    }

    @Test
    @DisplayName("finds points above the cap of their group, their dimension or the model, and below its floor")
    void cut() {
        String cut = "POINTS_CUT dimensions[0].rules[0].points: of its 60 points no more than 50 can count: wherever it"
                + " holds, the sum of the ";
        ScoringModelBuilder group =
                model(fit -> fit.group("g", g -> g.rule("home", HOME, 60).cap(50)));
        assertThat(said(group)).containsExactly(cut + "group \"g\" is at least 60, and the cap is 50.");
        assertThat(said(model(fit -> fit.rule("home", HOME, 60)).cap(50)))
                .containsExactly(cut + "whole model is at least 60, and the cap is 50.");
        assertThat(said(model(fit -> fit.group(
                                "g",
                                g -> g.rule("big at home", HOME.and(BIG), 60).cap(55))
                        .rule("home", HOME, 50)
                        .cap(90))))
                .as("by the sum that is the most beyond its limit")
                .containsExactly("POINTS_CUT dimensions[0].rules[0].points: of its 60 points no more than 45 can count:"
                        + " wherever it holds, the sum of the dimension \"fit\" is at least 105, and the cap is 90.");
        assertThat(said(model(fit -> fit.rule("home", HOME, -60).floor(-45)).floor(-50)))
                .containsExactly(
                        "POINTS_CUT dimensions[0].rules[0].points: of its -60 points no more than -45 can count:"
                                + " wherever it holds, the sum of the dimension \"fit\" is at most -60, and the floor is -45.");
    }

    @Test
    @DisplayName("says of an interaction that it is worth more than all of them may be, unless it fades")
    void own() {
        Worth worth = Worth.points(10).cap(5);
        assertThat(said(model(fit -> fit.each("visits", interaction("visit").filter(), worth))))
                .containsExactly(
                        "POINTS_CUT dimensions[0].rules[0].points: of the 10 points of an interaction no more than"
                                + " 5 can count: all of them together give at most 5.");
        assertThat(said(model(fit -> fit.each(
                        "visits",
                        interaction("visit").filter(),
                        Worth.points(-3).floor(-2)))))
                .hasSize(1);
        Worth fading = worth.halfLife(Duration.ofDays(9));
        assertThat(said(model(fit -> fit.each("visits", interaction("visit").filter(), fading))))
                .isEmpty();
        assertThat(said(model(fit -> fit.each(
                        "visits",
                        interaction("visit").filter(),
                        Worth.points(10).cap(0)))))
                .as("which is worth nothing at all, as another remark says")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "says of no rule for itself what it says of all, and leaves the total out where dimensions give grades")
    void once() {
        assertThat(said(model(fit -> fit.rule("home", HOME, 60).cap(0)))).isEmpty();
        GradeMatrix matrix = new GradeMatrix(
                new GradeMatrix.Axis("fit", List.of(), new Grade("A")),
                new GradeMatrix.Axis("other", List.of(), new Grade("1")));
        ScoringModelBuilder model = model(fit -> fit.rule("home", HOME, 50).rule("big", HOME.and(BIG), 10))
                .dimension(
                        "other",
                        other -> other.rule("visits", interaction("visit").atLeast(1), 1))
                .cap(50);
        assertThat(said(model)).hasSize(1);
        assertThat(said(model.matrix(matrix))).isEmpty();
    }
}
