package dev.leadkit.scoring.model;

import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.condition.FieldTest.Bound;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model may just hold and what it may not: each limit from both of its sides, with the place of the fault. */
final class ModelBoundsTest {

    private static final Field<String> PAGE = Field.text("page");

    private static List<String> places(ScoringModelBuilder builder) {
        try {
            builder.build();
            return List.of();
        } catch (RefusedException e) {
            return e.faults().stream().map(Fault::path).toList();
        }
    }

    private static ScoringModelBuilder model(Consumer<DimensionBuilder> content) {
        return ScoringModel.builder("m", "1").dimension("d", content);
    }

    private static ScoringModelBuilder plain() {
        return model(d -> d.rule("a", always(), 1));
    }

    private static List<String> refused(boolean fine, String... places) {
        return fine ? List.of() : List.of(places);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "255, true", "256, false"})
    void namesHaveOneTo255Characters(int length, boolean fine) {
        String name = "x".repeat(length);
        assertThat(places(ScoringModel.builder(name, "1").dimension("d", d -> d.rule("a", always(), 1))))
                .isEqualTo(refused(fine, "name"));
        assertThat(places(ScoringModel.builder("m", name).dimension("d", d -> d.rule("a", always(), 1))))
                .isEqualTo(refused(fine, "version"));
        assertThat(places(ScoringModel.builder("m", "1").dimension(name, d -> d.rule("a", always(), 1))))
                .isEqualTo(refused(fine, "dimensions[0].name"));
        assertThat(places(model(d -> d.rule(name, always(), 1)))).isEqualTo(refused(fine, "dimensions[0].rules[0].id"));
        assertThat(places(model(d -> d.custom("a", name, Map.of()))))
                .isEqualTo(refused(fine, "dimensions[0].rules[0].custom"));
    }

    @ParameterizedTest
    @CsvSource({"1000000000, true", "1000000001, false", "-1000000000, true", "-1000000001, false"})
    void pointsReachToAMillionOnBothSides(long units, boolean fine) {
        Points points = new Points(units);
        String rule = "dimensions[0].rules[0]";
        assertThat(places(model(d -> d.add(new ConditionRule("a", "", always(), points)))))
                .isEqualTo(refused(fine, rule + ".points"));
        assertThat(places(model(d -> d.each("a", interaction().filter(), Worth.points(points)))))
                .isEqualTo(refused(fine, rule + ".points"));
        NumberBands band =
                NumberBands.NONE.with(Optional.empty(), Optional.of(NumberBands.bound(BigDecimal.ONE, true)), points);
        assertThat(places(model(d -> d.number("a", Field.number("n"), band))))
                .isEqualTo(refused(fine, rule + ".bands[0].points"));
        NumberBands gap = new NumberBands(NumberBands.NONE.below(1, 1).bands(), points);
        assertThat(places(model(d -> d.number("a", Field.number("n"), gap))))
                .isEqualTo(refused(fine, rule + ".otherwise"));
        assertThat(places(plain().band("A", points))).isEqualTo(refused(fine, "grades[0].atLeast"));
        assertThat(places(plain().limits(new Limits(Optional.of(points), Optional.empty()))))
                .isEqualTo(refused(fine, "floor"));
        assertThat(places(plain().limits(new Limits(Optional.empty(), Optional.of(points)))))
                .isEqualTo(refused(fine, "cap"));
        assertThat(places(plain().disqualify("z", always(), new Verdict(Optional.of(points), Optional.empty()))))
                .isEqualTo(refused(fine, "disqualify[0].total"));
    }

    @ParameterizedTest
    @CsvSource({"PT1S, true", "PT0.999999999S, false", "P36525D, true", "PT876600H0.000000001S, false"})
    void spansAreFromASecondToAHundredYears(Duration span, boolean fine) {
        String rule = "dimensions[0].rules[0]";
        assertThat(places(model(
                        d -> d.each("a", interaction().filter(), Worth.points(1).within(span)))))
                .isEqualTo(refused(fine, rule + ".within"));
        assertThat(places(model(
                        d -> d.each("a", interaction().filter(), Worth.points(1).halfLife(span)))))
                .isEqualTo(refused(fine, rule + ".halfLife"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, false",
        "1, true, true",
        "10000, true, true",
        "10001, false, true",
        "36525, false, true",
        "36526, false, false"
    })
    void howManyAreTheNewestAndTheLastDays(int count, boolean most, boolean days) {
        String rule = "dimensions[0].rules[0]";
        assertThat(places(model(
                        d -> d.each("a", interaction().filter(), Worth.points(1).most(count)))))
                .isEqualTo(refused(most, rule + ".most"));
        assertThat(places(model(
                        d -> d.each("a", interaction().filter(), Worth.points(1).days(count)))))
                .isEqualTo(refused(days, rule + ".days"));
    }

    @Test
    void aRuleHasOneWindow() {
        Worth both = Worth.points(1).days(3).within(Duration.ofDays(2));
        assertThat(places(model(d -> d.each("a", interaction().filter(), both))))
                .containsExactly("dimensions[0].rules[0].days");
    }

    @Test
    void aPropertyIsAskedOnce() {
        assertThat(places(model(d -> d.each(
                        "a",
                        interaction()
                                .where(field(PAGE).is("x"), field(PAGE).isPresent())
                                .filter(),
                        Worth.points(1)))))
                .containsExactly("dimensions[0].rules[0].each.where");
    }

    @Test
    void twoPropertiesAreAskedOnceEach() {
        assertThat(places(model(d -> d.each(
                        "a",
                        interaction()
                                .where(
                                        field(PAGE).is("x"),
                                        field(Field.text("form")).isPresent())
                                .filter(),
                        Worth.points(1)))))
                .isEmpty();
    }

    @Test
    void aNumberHasBandsAndTheyAreOfNumbers() {
        String bands = "dimensions[0].rules[0].bands";
        assertThat(places(model(d -> d.number("n", Field.number("n"), NumberBands.NONE))))
                .containsExactly(bands);
        Optional<Bound> word = Optional.of(new Bound("x", true));
        Optional<Bound> five = Optional.of(NumberBands.bound(BigDecimal.valueOf(5), true));
        assertThat(places(model(d -> d.number("n", Field.number("n"), NumberBands.NONE.with(word, five, Points.ZERO)))))
                .containsExactly(bands + "[0]");
        assertThat(places(model(d -> d.number("n", Field.number("n"), NumberBands.NONE.with(five, word, Points.ZERO)))))
                .containsExactly(bands + "[0]");
    }

    @Test
    @DisplayName("each band that overlaps is named, also beyond the neighbour of the one that reaches over all")
    void everyOverlap() {
        NumberBands all =
                NumberBands.NONE.below(1_000, 1).from(5, 6, 1).from(7, 8, 1).from(1_000, 1_001, 1);
        assertThat(places(model(d -> d.number("n", Field.number("n"), all))))
                .containsExactly("dimensions[0].rules[0].bands[1]", "dimensions[0].rules[0].bands[2]");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "0, -1, false", "5, 5, true", "5, 6, true", "5, 4, false", "-5, -5, true"})
    @DisplayName("a cap may be the floor and not less")
    void capAndFloor(long floor, long cap, boolean fine) {
        assertThat(places(plain().floor(floor).cap(cap))).isEqualTo(refused(fine, "cap"));
        assertThat(places(model(d -> d.rule("a", always(), 1).floor(floor).cap(cap))))
                .isEqualTo(refused(fine, "dimensions[0].cap"));
        assertThat(places(model(d ->
                        d.group("g", g -> g.rule("a", always(), 1).floor(floor).cap(cap)))))
                .isEqualTo(refused(fine, "dimensions[0].groups[0].cap"));
    }

    @Test
    @DisplayName("one rule may have 0 as its cap or floor; beyond, an interaction that never was would give points")
    void capOfNothing() {
        assertThat(places(model(d -> d.each(
                        "a", interaction().filter(), Worth.points(1).cap(0).floor(0)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1_000, 1_001, 5_000, 100_000})
    void notesHaveALimitAndAreNotBlank(int length) {
        boolean fine = length <= ScoringModel.LONGEST_NOTE;
        String note = "n".repeat(length);
        assertThat(places(model(d -> d.add(new ConditionRule("a", "", always(), Points.of(1), note)))))
                .isEqualTo(refused(fine, "dimensions[0].rules[0].note"));
        assertThat(places(plain().disqualify(new Disqualifier("z", "", always(), Verdict.total(1), note))))
                .isEqualTo(refused(fine, "disqualify[0].note"));
        assertThat(places(model(
                        d -> d.rule("a", always(), 1).group(new RuleGroup("g", List.of("a"), Limits.NONE, note)))))
                .isEqualTo(refused(fine, "dimensions[0].groups[0].note"));
    }

    @Test
    void aNotesFaultTellsItsLengthOrThatItIsBlank() {
        RuleGroup blank = new RuleGroup("g", List.of("a"), Limits.NONE, " ");
        RuleGroup endless = new RuleGroup("h", List.of("b"), Limits.NONE, "n".repeat(ScoringModel.LONGEST_NOTE + 1));
        assertThatThrownBy(model(d -> d.rule("a", always(), 1)
                        .rule("b", always(), 1)
                        .group(blank)
                        .group(endless))::build)
                .hasMessageContaining(
                        "groups[0].note: must be a text of at most 1000 characters, or left out, was blank")
                .hasMessageContaining(
                        "groups[1].note: must be a text of at most 1000 characters, or left out, was 1001 ");
    }

    @Test
    void textsAreLeftOutRatherThanBlank() {
        assertThat(places(model(d -> d.add(new ConditionRule("a", " ", always(), Points.of(1), "  ")))))
                .containsExactly("dimensions[0].rules[0].description", "dimensions[0].rules[0].note");
        assertThat(places(plain().disqualify(new Disqualifier("z", "\t", always(), Verdict.total(1), "\n"))))
                .containsExactly("disqualify[0].description", "disqualify[0].note");
        assertThat(places(plain().disqualify(new Disqualifier("z", "why", always(), Verdict.total(1), "how"))))
                .isEmpty();
    }

    @Test
    void thresholdsFall() {
        assertThat(places(plain().band("A", 2).band("B", 1).band("C", -1))).isEmpty();
        assertThat(places(plain().band("A", 2).band("B", 2).band("C", 3)))
                .containsExactly("grades[1].atLeast", "grades[2].atLeast");
    }

    @Test
    void groupsHaveIdsOfTheirOwnAndRules() {
        assertThat(places(model(d -> d.rule("a", always(), 1)
                        .group(new RuleGroup("a", List.of(), Limits.NONE, ""))
                        .group(new RuleGroup("", List.of("a"), Limits.NONE, ""))
                        .group(new RuleGroup("h", List.of("b", "a"), Limits.NONE, "")))))
                .containsExactly(
                        "dimensions[0].groups[0].id",
                        "dimensions[0].groups[0].rules",
                        "dimensions[0].groups[1].id",
                        "dimensions[0].groups[2].rules[0]",
                        "dimensions[0].groups[2].rules[1]");
    }

    private static ScoringModelBuilder matrix(List<Band> rows, String row, List<Band> columns, String column) {
        return ScoringModel.builder("m", "1")
                .dimension("d", d -> d.rule("a", always(), 1))
                .dimension("e", d -> d.rule("b", always(), 1))
                .matrix(new GradeMatrix(
                        new GradeMatrix.Axis("d", rows, new Grade(row)),
                        new GradeMatrix.Axis("e", columns, new Grade(column))));
    }

    private static List<Band> bands(int count, String prefix) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Band(new Grade(prefix + i), Points.of(-i)))
                .toList();
    }

    @Test
    void theCellsOfAMatrixHaveNamesOfTheirOwn() {
        assertThat(places(matrix(bands(1, "A"), "B", bands(1, "c"), "d"))).isEmpty();
        List<Band> one = List.of(new Band(new Grade("1"), Points.ZERO));
        List<Band> two = List.of(new Band(new Grade("2"), Points.ZERO));
        assertThat(places(matrix(one, "12", two, "22"))).containsExactly("matrix");
        assertThat(places(matrix(one, "12", two, "33"))).isEmpty();
        assertThat(places(matrix(one, "11", one, "11"))).containsExactly("matrix");
        assertThat(places(matrix(one, "1", two, "x"))).containsExactly("matrix.rows.otherwise");
        assertThat(places(matrix(one, "x", two, "2"))).containsExactly("matrix.columns.otherwise");
        List<Band> rising = List.of(new Band(new Grade("1"), Points.ZERO), new Band(new Grade("2"), Points.of(1)));
        assertThat(places(matrix(rising, "x", two, "y"))).containsExactly("matrix.rows.grades[1].atLeast");
        assertThat(places(matrix(two, "x", rising, "y"))).containsExactly("matrix.columns.grades[1].atLeast");
    }

    @Test
    void noSideOfAMatrixIsEndless() {
        List<Band> few = bands(1, "c");
        assertThat(places(matrix(bands(100, "A"), "B", few, "d"))).isEmpty();
        assertThat(places(matrix(bands(100 + 1, "A"), "B", few, "d"))).containsExactly("matrix");
        assertThat(places(matrix(few, "d", bands(100, "A"), "B"))).isEmpty();
        assertThat(places(matrix(few, "d", bands(100 + 1, "A"), "B"))).containsExactly("matrix");
    }

    @Test
    void theNameOfACellHasALimit() {
        String half = "x".repeat(255 / 2);
        String rest = "y".repeat(255 - half.length());
        assertThat(places(matrix(List.of(), half, List.of(), rest))).isEmpty();
        assertThat(places(matrix(List.of(), half + "z", List.of(), rest))).containsExactly("matrix");
    }

    @Test
    void aCellsFaultTellsItsNameOrItsLength() {
        List<Band> one = List.of(new Band(new Grade("1"), Points.ZERO));
        assertThatThrownBy(matrix(one, "11", one, "11")::build)
                .hasMessageContaining("matrix: must be of cells with names of their own, of at most 255 characters,"
                        + " was \"111\"");
        assertThatThrownBy(matrix(List.of(), "x".repeat(128), List.of(), "y".repeat(128))::build)
                .hasMessageContaining("was 256 characters");
        assertThatThrownBy(matrix(one, "x".repeat(254), one, "yy")::build).hasMessageContaining("was 256 characters");
    }

    @Test
    void authorAndNoteOfAModelHaveLimits() {
        assertThat(places(plain().author("a".repeat(255)).note("n".repeat(1_000))))
                .isEmpty();
        assertThat(places(plain().author("a".repeat(256)).note("n".repeat(1_001))))
                .containsExactly("author", "note");
        assertThat(places(plain().author(" ").note(" "))).containsExactly("author", "note");
    }

    @Test
    void thereIsALimitOfDisqualifiers() {
        ScoringModelBuilder most = plain();
        for (int i = 0; i < 1_000; i++) {
            most.disqualify("z" + i, always(), Verdict.total(1));
        }
        assertThat(places(most)).isEmpty();
        assertThat(places(most.disqualify("more", always(), Verdict.total(1)))).containsExactly("disqualify");
    }
}
