package dev.leadkit.scoring.review;

import static dev.leadkit.condition.Conditions.all;
import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.any;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static dev.leadkit.lead.StandardFields.JOB_TITLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.scoring.model.DimensionBuilder;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringModelBuilder;
import dev.leadkit.scoring.model.Worth;
import dev.leadkit.scoring.review.Remark.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class LintTest {

    private static final Field<BigDecimal> SIZE = Field.number("size");

    private static ScoringModelBuilder model(Consumer<DimensionBuilder> rules) {
        return ScoringModel.builder("m", "1").dimension("fit", rules);
    }

    private static List<String> lines(ScoringModelBuilder model) {
        return Lint.check(model.build()).stream()
                .map(remark -> remark.kind() + " " + remark.path())
                .toList();
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    @Test
    @DisplayName("A model without anything odd gives no remark")
    void nothing() {
        assertThat(lines(model(fit -> fit.rule("home", field(COUNTRY).in("DE", "AT"), 10)
                                .rule("big", field(SIZE).atLeast(number(100)), 20)
                                .each(
                                        "visits",
                                        interaction("visit").filter(),
                                        Worth.points(1).cap(5))
                                .custom("own", "own", Map.of())
                                .cap(30)
                                .floor(0))
                        .band("A", 25)
                        .band("B", 0)))
                .isEmpty();
    }

    @Test
    @DisplayName("Rules that can never hold, always hold or give nothing are found")
    void rules() {
        assertThat(lines(model(fit -> fit.rule("empty", field(SIZE).between(number(9), number(3)), 10)
                        .rule(
                                "both",
                                all(field(COUNTRY).is("DE"), field(COUNTRY).is("AT")),
                                20)
                        .rule(
                                "all",
                                any(field(COUNTRY).isPresent(), field(COUNTRY).isMissing()),
                                3)
                        .rule("nothing", field(JOB_TITLE).contains("chief"), 0)
                        .each(
                                "capped",
                                interaction("visit").filter(),
                                Worth.points(1).cap(0))
                        .each(
                                "floored",
                                interaction("call").filter(),
                                Worth.points(-1).floor(0))
                        .each(
                                "torn",
                                interaction("mail")
                                        .where(field(SIZE).between(number(9), number(3)))
                                        .filter(),
                                Worth.points(1)))))
                .containsExactly(
                        "NEVER dimensions[0].rules[0]",
                        "NEVER dimensions[0].rules[1]",
                        "ALWAYS dimensions[0].rules[2]",
                        "WORTHLESS dimensions[0].rules[3]",
                        "WORTHLESS dimensions[0].rules[4]",
                        "WORTHLESS dimensions[0].rules[5]",
                        "NEVER dimensions[0].rules[6]");
    }

    @Test
    @DisplayName(
            "Rules that ask the same in another order are duplicates, also in another dimension; a narrower one is implied")
    void pairs() {
        Worth worth = Worth.points(1);
        ScoringModelBuilder model = model(fit -> fit.rule(
                        "one", all(field(COUNTRY).is("DE"), field(SIZE).atLeast(number(5))), 10)
                .rule("wide", field(COUNTRY).in("AT", "DE"), 1)
                .each("visits", interaction("visit").filter(), worth)
                .custom("own", "own", Map.of("x", 1)));
        model.dimension(
                "other",
                other -> other.rule(
                                "two",
                                all(
                                        field(SIZE).atLeast(number(5)),
                                        field(COUNTRY).is("de")),
                                7)
                        .rule("wider", field(COUNTRY).in("at", "de"), 7)
                        .each("again", interaction("visit").filter(), worth.cap(5))
                        .each("faded", interaction("visit").filter(), worth.within(Duration.ofDays(9)))
                        .custom("too", "own", Map.of("x", 1))
                        .custom("else", "own", Map.of("x", 2)));
        assertThat(lines(model))
                .containsExactly(
                        "DUPLICATE dimensions[1].rules[1]",
                        "DUPLICATE dimensions[1].rules[2]",
                        "DUPLICATE dimensions[1].rules[4]",
                        "IMPLIED dimensions[0].rules[0]",
                        "DUPLICATE dimensions[1].rules[0]");
        assertThat(Lint.check(model.build()).get(3))
                .hasToString("dimensions[0].rules[0]: wherever this rule holds, \"wide\" (dimensions[0].rules[1]) holds"
                        + " too: a lead has the points of both.");
    }

    @Test
    @DisplayName("Of rules that exclude each other one counts, so that grades and caps are out of reach")
    void limits() {
        ScoringModelBuilder model = model(fit -> fit.rule("de", field(COUNTRY).is("DE"), 10)
                        .rule("at", field(COUNTRY).is("AT"), 20)
                        .rule("bad", field(COUNTRY).isMissing(), -5)
                        .rule("big", field(SIZE).atLeast(number(100)), 30)
                        .cap(50)
                        .floor(-5))
                .cap(49)
                .floor(-4)
                .band("S", 50)
                .band("A", 49)
                .band("B", -4)
                .band("C", -5);
        assertThat(lines(model))
                .containsExactly(
                        "CAP_IDLE dimensions[0].cap",
                        "FLOOR_IDLE dimensions[0].floor",
                        "GRADE_UNREACHABLE grades[0]",
                        "GRADE_UNREACHABLE grades[3]");
        assertThat(Lint.check(model.build()).get(2).sentence())
                .isEqualTo("no lead can have the grade S: points go from -4 to 49.");
    }

    @Test
    @DisplayName("Where one of exclusive rules always holds, the least of them is the least sum")
    void exhaustive() {
        ScoringModelBuilder model = model(
                        fit -> fit.rule("there", field(COUNTRY).isPresent(), 10)
                                .rule("gone", field(COUNTRY).isMissing(), 5)
                                .floor(5))
                .cap(9)
                .band("A", 5);
        assertThat(lines(model))
                .containsExactly(
                        "FLOOR_IDLE dimensions[0].floor",
                        "GRADE_CERTAIN grades[0]",
                        "POINTS_CUT dimensions[0].rules[0].points");
    }

    @Test
    @DisplayName("Limits that leave one number make all rules idle")
    void idle() {
        assertThat(lines(model(fit ->
                        fit.rule("big", field(SIZE).atLeast(number(100)), 30).cap(0))))
                .containsExactly("RULES_IDLE dimensions[0]");
        assertThat(lines(model(fit -> fit.rule("big", field(SIZE).atLeast(number(100)), 30))
                        .floor(40)))
                .containsExactly("RULES_IDLE ");
    }

    @Test
    @DisplayName("Interactions count as often as the rule lets them, ten thousand times where it does not say")
    void interactions() {
        assertThat(lines(model(fit -> fit.each(
                                "visits",
                                interaction("visit").filter(),
                                Worth.points(2).most(3)))
                        .cap(6)))
                .containsExactly("CAP_IDLE cap");
        assertThat(lines(model(fit -> fit.each("visits", interaction("visit").filter(), Worth.points(-2)))
                        .floor(-20_000)))
                .containsExactly("FLOOR_IDLE floor");
        assertThat(lines(model(fit -> fit.each("visits", interaction("visit").filter(), Worth.points(-2)))
                        .floor(-19_999)))
                .isEmpty();
        assertThat(lines(model(fit -> fit.custom("own", "own", Map.of())).cap(999_999)))
                .isEmpty();
        assertThat(lines(model(fit -> fit.custom("own", "own", Map.of())).cap(1_000_000)))
                .containsExactly("CAP_IDLE cap");
    }

    @Test
    @DisplayName("With more pairs than can be looked at, what is found is told, and that it is not all")
    void incomplete() {
        ScoringModelBuilder model = model(fit -> {
            IntStream.range(0, 700)
                    .forEach(i -> fit.rule("c" + i, field(COUNTRY).is("c" + i), 1));
            fit.rule("again", field(COUNTRY).is("c3"), 1);
        });
        assertThat(lines(model)).containsExactly("DUPLICATE dimensions[0].rules[700]", "INCOMPLETE ");
    }

    @Test
    @DisplayName("A sample shows which fields nobody fills, which interactions nobody has, and which rules never held")
    void sample() {
        ScoringModel model = model(fit -> fit.rule("home", field(COUNTRY).is("DE"), 10)
                        .rule("big", field(SIZE).atLeast(number(100)), 20)
                        .rule("title", field(JOB_TITLE).isPresent(), 5)
                        .each("visits", interaction("visit").filter(), Worth.points(1))
                        .rule("idle", interaction("call", "mail").none(), -5)
                        .custom("own", "own", Map.of())
                        .rule("base", always().and(always()), 1))
                .build();
        Facts facts = Facts.of(
                Lead.builder(new LeadId("1"))
                        .set(COUNTRY, "Germany")
                        .set(SIZE, number(500))
                        .build(),
                Instant.EPOCH);
        List<Remark> found = Lint.check(model, Collections.nCopies(40, facts));
        assertThat(found.stream().map(remark -> remark.kind() + " " + remark.path()))
                .containsExactly(
                        "ALWAYS dimensions[0].rules[6]",
                        "SILENT dimensions[0].rules[0]",
                        "UNANIMOUS dimensions[0].rules[1]",
                        "FIELD_UNFILLED dimensions[0].rules[2]",
                        "INTERACTION_UNSEEN dimensions[0].rules[3]",
                        "INTERACTION_UNSEEN dimensions[0].rules[4]",
                        "UNANIMOUS dimensions[0].rules[4]");
        assertThat(found.get(3).sentence())
                .isEqualTo("none of the 40 leads of the sample has a value in the field jobTitle.");
        assertThat(Lint.check(model, List.of())).isEqualTo(Lint.check(model));
    }

    @Test
    @DisplayName("What may well be meant is no flaw")
    void flaws() {
        assertThat(Kind.values())
                .filteredOn(kind -> !kind.isFlaw())
                .containsExactly(
                        Kind.IMPLIED,
                        Kind.CAP_IDLE,
                        Kind.FLOOR_IDLE,
                        Kind.POINTS_CUT,
                        Kind.SILENT,
                        Kind.UNANIMOUS,
                        Kind.INCOMPLETE);
    }
}
