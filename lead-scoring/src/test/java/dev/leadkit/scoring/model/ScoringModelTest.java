package dev.leadkit.scoring.model;

import static dev.leadkit.condition.Conditions.all;
import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.any;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.condition.Conditions.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.FieldTest;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

final class ScoringModelTest {

    private static List<String> faults(ScoringModelBuilder builder) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, builder::build);
        return refused.faults().stream().map(Fault::toString).toList();
    }

    private static ScoringModelBuilder good() {
        return ScoringModel.builder("m", "1").dimension("fit", d -> d.rule("any", always(), 1));
    }

    @Test
    void everyFaultIsToldAtOnceWithItsPlace() {
        Worth worth = Worth.points(2_000_000)
                .within(Duration.ofMillis(999))
                .halfLife(Duration.ofDays(36_526))
                .most(0)
                .floor(1)
                .cap(-1);
        assertThat(faults(ScoringModel.builder(" ", "v".repeat(256))
                        .dimension(
                                "fit",
                                d -> d.rule("same", always(), 1)
                                        .each("same", interaction().filter(), worth))
                        .dimension("fit", d -> d.cap(1).floor(2))
                        .dimension("", d -> d.custom("", " ", Map.of()))
                        .band("A", 10)
                        .band("A", 20)
                        .band("", 5)
                        .floor(-2_000_000)))
                .containsExactlyInAnyOrder(
                        "name: must be a text of 1 to 255 characters, was blank",
                        "version: must be a text of 1 to 255 characters, was 256 characters",
                        "dimensions[0].rules[1].id: must be no other rule's id in the model, was \"same\"."
                                + " It is the id of dimensions[0].rules[0].",
                        "dimensions[0].rules[1].points: must be from -1000000 to 1000000 points, was 2000000",
                        "dimensions[0].rules[1].within: must be from 1 second to 36525 days, was PT0.999S",
                        "dimensions[0].rules[1].halfLife: must be from 1 second to 36525 days, was PT876624H",
                        "dimensions[0].rules[1].most: must be a whole number from 1 to 10000, was 0",
                        "dimensions[0].rules[1].cap: must be at least the floor of 1, was -1",
                        "dimensions[0].rules[1].floor: must be 0 or less, was 1."
                                + " Only a dimension or the total may start higher.",
                        "dimensions[0].rules[1].cap: must be 0 or more, was -1."
                                + " Only a dimension or the total may end lower.",
                        "dimensions[1].name: must be no other dimension's name, was \"fit\"",
                        "dimensions[1].rules: must be at least one rule, was none",
                        "dimensions[1].cap: must be at least the floor of 2, was 1",
                        "dimensions[2].name: must be a text of 1 to 255 characters, was blank",
                        "dimensions[2].rules[0].id: must be a text of 1 to 255 characters, was blank",
                        "dimensions[2].rules[0].custom: must be a text of 1 to 255 characters, was blank",
                        "grades[1].grade: must be no other band's grade, was \"A\"",
                        "grades[1].atLeast: must be less than the 10 of the band before, was 20."
                                + " Bands are listed from the best to the worst.",
                        "grades[2].grade: must be a text of 1 to 255 characters, was blank",
                        "floor: must be from -1000000 to 1000000 points, was -2000000");
    }

    @Test
    void aScoreCannotFeedOnItself() {
        Condition graded = not(field(StandardFields.GRADE).is("A"));
        assertThat(faults(ScoringModel.builder("m", "1")
                        .dimension(
                                "fit",
                                d -> d.rule("loop", field(StandardFields.SCORE).moreThan(BigDecimal.ZERO), 10)
                                        .rule(
                                                "hidden",
                                                any(
                                                        all(always(), graded),
                                                        field(StandardFields.STAGE)
                                                                .is("new")),
                                                1))))
                .containsExactly(
                        "dimensions[0].rules[0].when: must be about other fields than score and grade, was \"score\"."
                                + " The score would feed on itself.",
                        "dimensions[0].rules[1].when: must be about other fields than score and grade, was \"grade\"."
                                + " The score would feed on itself.");
    }

    @Test
    void aModelNeedsADimension() {
        assertThat(faults(ScoringModel.builder("m", "1")))
                .containsExactly("dimensions: must be at least one dimension, was none");
    }

    @Test
    void aTotalHasTheBestGradeThatItReaches() {
        ScoringModel model = good().band("A", 80).band("B", 50).build();
        assertThat(model.grade(Points.of(80))).contains(new Grade("A"));
        assertThat(model.grade(new Points(79_999))).contains(new Grade("B"));
        assertThat(model.grade(Points.of(49))).isEmpty();
    }

    @Test
    void theNextBandIsTheNearestAbove() {
        ScoringModel model = good().band("A", 80).band("B", 50).build();
        assertThat(model.next(Points.of(80))).isEmpty();
        assertThat(model.next(Points.of(50))).contains(new Band(new Grade("A"), Points.of(80)));
        assertThat(model.next(Points.of(-3))).contains(new Band(new Grade("B"), Points.of(50)));
    }

    @Test
    void parametersAreEqualWhereverTheyWereWritten() {
        CustomRule one = new CustomRule("x", "", "own", Map.of("a", 1, "b", List.of(2L, "c")));
        CustomRule other =
                new CustomRule("x", "", "own", Map.of("b", List.of(BigDecimal.valueOf(2), "c"), "a", BigDecimal.ONE));
        assertThat(one).isEqualTo(other);
    }

    @Test
    void aParameterOfAnotherKindIsRefused() {
        Assertions.assertThatThrownBy(() -> new CustomRule("x", "", "own", Map.of("a", new Object())))
                .hasMessageContaining("must be a text, a number, true or false, a list or a map")
                .hasMessageContaining("java.lang.Object");
        Assertions.assertThatThrownBy(() -> new CustomRule("x", "", "own", Map.of("a", Arrays.asList("b", null))))
                .hasMessageContaining("was null");
    }

    @Test
    void aNumberOfBandsThatNoIntHoldsIsRefusedAsAnyOther() {
        NumberBand band = new NumberBand(
                new FieldTest.Range(Optional.of(NumberBands.bound(BigDecimal.ONE, true)), Optional.empty()),
                Points.ZERO);
        NumberBands many = new NumberBands(Collections.nCopies(65_536, band), Points.ZERO);
        NumberRule rule = new NumberRule("many", "", Field.number("n"), many, "");
        Dimension dimension = new Dimension("fit", Collections.nCopies(65_536, rule), Limits.NONE);
        assertThat(faults(ScoringModel.builder("m", "1").dimension(dimension)))
                .containsExactly("dimensions: must be of at most 100000 rules and bands together, was 4295032832");
    }
}
