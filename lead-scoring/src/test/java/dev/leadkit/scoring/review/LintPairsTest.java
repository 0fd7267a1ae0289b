package dev.leadkit.scoring.review;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Grade;
import dev.leadkit.scoring.model.DimensionBuilder;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.NumberBands;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringModelBuilder;
import dev.leadkit.scoring.model.Verdict;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Lint of what says the same, or is overruled")
final class LintPairsTest {

    private static final Field<BigDecimal> SIZE = Field.number("size");
    private static final Condition HOME = field(COUNTRY).is("DE");
    private static final Condition NEAR = field(COUNTRY).in("DE", "AT");

    private static ScoringModelBuilder model(Consumer<DimensionBuilder> rules) {
        return ScoringModel.builder("m", "1").dimension("fit", rules);
    }

    private static List<String> said(ScoringModelBuilder model) {
        return Lint.check(model.build()).stream()
                .map(remark -> remark.kind() + " " + remark)
                .toList();
    }

    @Test
    @DisplayName("finds rules whose points never count, for a disqualifier forces the total wherever they hold")
    void overruled() {
        NumberBands bands = NumberBands.NONE.from(1, 5, 3).from(5, 9, 4);
        ScoringModelBuilder model = model(fit -> fit.rule("home", HOME, 10)
                        .rule("next", field(COUNTRY).is("AT"), 10)
                        .number("size", SIZE, bands)
                        .number("all sizes", SIZE, bands.atLeast(9, 1))
                        .each("visits", interaction("visit").filter(), Worth.points(1)))
                .disqualify("local", HOME, Verdict.total(-100))
                .disqualify("small", field(SIZE).atMost(BigDecimal.TEN), Verdict.total(-100))
                .disqualify("visitor", interaction("visit").atLeast(1), Verdict.grade("X"));
        String rule = ": the points of this rule never count: wherever it holds, ";
        assertThat(said(model))
                .containsExactly(
                        "OVERRULED dimensions[0].rules[0]" + rule
                                + "\"local\" (disqualify[0]) holds too and makes the total -100.",
                        "OVERRULED dimensions[0].rules[2]" + rule
                                + "\"small\" (disqualify[1]) holds too and makes the total -100.");
    }

    @Test
    @DisplayName("where dimensions make the grade, takes a rule for overruled only if the grade is forced, too")
    void matrix() {
        GradeMatrix matrix = new GradeMatrix(
                new GradeMatrix.Axis("fit", List.of(), new Grade("A")),
                new GradeMatrix.Axis("other", List.of(), new Grade("1")));
        assertThat(said(twoDimensions().matrix(matrix).disqualify("x", HOME, Verdict.total(-1))))
                .isEmpty();
        assertThat(said(twoDimensions()
                        .matrix(matrix)
                        .disqualify("x", HOME, Verdict.total(-1).andGrade("X"))))
                .hasSize(1);
        assertThat(said(twoDimensions().disqualify("x", HOME, Verdict.total(-1))))
                .hasSize(1);
    }

    private static ScoringModelBuilder twoDimensions() {
        return model(fit -> fit.rule("home", HOME, 10))
                .dimension(
                        "other",
                        other -> other.rule("visits", interaction("visit").atLeast(1), 1));
    }

    @Test
    @DisplayName("finds disqualifiers that ask the same, and those behind which another one decides as much")
    void disqualifiers() {
        assertThat(said(visited().disqualify("a", NEAR, Verdict.total(-1)).disqualify("b", NEAR, Verdict.grade("X"))))
                .containsExactly(
                        "DUPLICATE disqualify[1]: this asks the same as \"a\" (disqualify[0]): one of them can have the"
                                + " verdict of both.");
        assertThat(said(visited().disqualify("a", HOME, Verdict.total(-1)).disqualify("b", NEAR, Verdict.total(-2))))
                .containsExactly(
                        "OVERRULED disqualify[0]: this changes nothing: wherever it holds, \"b\" (disqualify[1]) holds"
                                + " too, and its verdict goes as far.");
        assertThat(said(visited().disqualify("a", HOME, Verdict.total(-3)).disqualify("b", NEAR, Verdict.total(-2))))
                .isEmpty();
        assertThat(said(visited().disqualify("a", HOME, Verdict.grade("X")).disqualify("b", NEAR, Verdict.total(-2))))
                .isEmpty();
    }

    private static ScoringModelBuilder visited() {
        return model(fit -> fit.rule("visits", interaction("visit").atLeast(1), 1));
    }

    @Test
    @DisplayName("takes number rules of the same field and bands for one, whatever the order and the points")
    void numbers() {
        NumberBands one = NumberBands.NONE.below(10, 1).atLeast(50, 2);
        NumberBands other = NumberBands.NONE.atLeast(50, 7).below(10, 8);
        assertThat(said(model(fit -> fit.number("one", SIZE, one).number("other", SIZE, other))))
                .containsExactly(
                        "DUPLICATE dimensions[0].rules[1]: this rule asks the same as \"one\" (dimensions[0].rules[0]),"
                                + " so that what it gives is given twice.");
        assertThat(said(model(fit -> fit.number("one", SIZE, one).number("other", SIZE, other.otherwise(1)))))
                .isEmpty();
        assertThat(said(model(fit -> fit.number("one", SIZE, one).number("other", SIZE, other.from(10, 20, 1)))))
                .isEmpty();
    }

    @Test
    @DisplayName("says of rules that count the same interactions which one holds wherever the other does")
    void counting() {
        InteractionFilter visits = interaction("visit").filter();
        Worth worth = Worth.points(1);
        Worth week = worth.within(Duration.ofDays(7));
        assertThat(said(model(fit -> fit.each("week", visits, week).each("ever", visits, worth))))
                .containsExactly(
                        "IMPLIED dimensions[0].rules[0]: wherever this rule holds, \"ever\" (dimensions[0].rules[1])"
                                + " holds too: a lead has the points of both.");
        assertThat(said(model(
                        fit -> fit.each("week", visits, week).each("day", visits, worth.within(Duration.ofDays(1))))))
                .hasSize(1)
                .allMatch(line -> line.startsWith("IMPLIED dimensions[0].rules[1]"));
        assertThat(said(model(fit -> fit.each("day", visits, worth.within(Duration.ofDays(1)))
                        .each("week", visits, week))))
                .hasSize(1)
                .allMatch(line -> line.startsWith("IMPLIED dimensions[0].rules[0]"));
        assertThat(said(model(fit -> fit.each("two", visits, worth.days(2)).each("one", visits, worth.days(1)))))
                .hasSize(1)
                .allMatch(line -> line.startsWith("IMPLIED dimensions[0].rules[1]"));
        assertThat(said(model(fit -> fit.each("week", visits, week).each("one", visits, worth.days(1)))))
                .as("the calendar and the clock are not compared")
                .isEmpty();
        assertThat(said(model(fit -> fit.each("week", visits, week))
                        .dimension("other", other -> other.each("ever", visits, worth))))
                .isEmpty();
    }
}
