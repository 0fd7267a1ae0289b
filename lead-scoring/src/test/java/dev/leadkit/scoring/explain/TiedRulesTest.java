package dev.leadkit.scoring.explain;

import static dev.leadkit.condition.Conditions.all;
import static dev.leadkit.condition.Conditions.any;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.explain.SmallestChange.Status;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.DimensionBuilder;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.NumberBands;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringModelBuilder;
import dev.leadkit.scoring.model.Verdict;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The smallest change of rules that ask the same")
final class TiedRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Field<String> SOURCE = Field.text("leadSource");
    private static final Field<BigDecimal> SIZE = Field.number("size");

    private static Explanation explained(ScoringModel model) {
        return ScoringEngine.of(model).explain(LeadHistory.of(new LeadId("L-1"), List.of()), NOW);
    }

    private static SmallestChange change(ScoringModelBuilder builder, Predicate<String> mayChange) {
        ScoringModel model = builder.build();
        return SmallestChange.of(model, explained(model), mayChange);
    }

    private static SmallestChange change(ScoringModelBuilder builder) {
        return change(builder, every -> true);
    }

    private static List<String> ways(ScoringModelBuilder builder) {
        SmallestChange change = change(builder);
        assertThat(change.status()).isEqualTo(Status.FOUND);
        return change.flips().stream()
                .map(flip -> flip.rule() + " " + flip.change())
                .toList();
    }

    private static ScoringModelBuilder model(Consumer<DimensionBuilder> rules) {
        return ScoringModel.builder("m", "1").dimension("fit", rules);
    }

    /** As a learned scorecard has it: a rule for each bin of a count. */
    private static ScoringModelBuilder bins() {
        return model(fit -> fit.rule("pages.1", interaction("page").none(), -16)
                .rule(
                        "pages.2",
                        all(interaction("page").atLeast(1), interaction("page").atMost(4)),
                        16)
                .rule("pages.3", interaction("page").atLeast(5), 30));
    }

    @Test
    @DisplayName("from bin to bin is one change, and leaves the old bin")
    void switchesBins() {
        ScoringModel model = bins().band("A", 16).build();
        SmallestChange change = SmallestChange.of(model, explained(model));
        assertThat(change)
                .isEqualTo(new SmallestChange(
                        Status.FOUND,
                        1,
                        List.of(
                                new Flip("fit", "pages.1", Points.of(-16), Points.ZERO, 0),
                                new Flip("fit", "pages.2", Points.ZERO, Points.of(16), 0))));
        assertThat(change.points()).isEqualTo(Points.of(32));
        assertThat(Sentences.of(Locale.ENGLISH).changes(change, explained(model)))
                .hasSize(2);
        assertThat(ways(bins().band("A", 17))).containsExactly("pages.1 16", "pages.3 30");
    }

    private static ScoringModelBuilder sources() {
        return model(fit -> fit.rule("fair", field(SOURCE).is("Fair"), 10)
                .rule("web", field(SOURCE).is("Web"), 12));
    }

    @Test
    @DisplayName("is none that no lead can take: two values of one field, or a rule that never holds or always does")
    void impossible() {
        assertThat(ways(sources().band("A", 11))).containsExactly("web 12");
        assertThat(change(sources().band("A", 20)).status()).isEqualTo(Status.NONE);
        ScoringModelBuilder constant = model(fit -> fit.rule(
                        "never", all(field(SOURCE).is("Fair"), field(SOURCE).is("Web")), 10)
                .rule("always", any(field(SOURCE).isMissing(), field(SOURCE).isPresent()), -10));
        assertThat(change(constant.band("A", 0)).status()).isEqualTo(Status.NONE);
    }

    @Test
    @DisplayName("brings along what it implies, of other kinds of rules and of other dimensions too")
    void implied() {
        ScoringModelBuilder visits = model(
                        fit -> fit.rule("some", interaction("visit").atLeast(1), 3))
                .dimension("web", web -> web.rule("many", interaction("visit").atLeast(5), 5));
        assertThat(ways(visits.band("A", 8))).containsExactly("some 3", "many 5");
        assertThat(change(visits).changes()).isEqualTo(1);
        assertThat(ways(model(fit -> fit.number(
                                        "size",
                                        SIZE,
                                        NumberBands.NONE.below(5, 1).atLeast(5, 4))
                                .rule("small", field(SIZE).lessThan(BigDecimal.TEN), 2))
                        .band("A", 6)))
                .containsExactly("size 4", "small 2");
    }

    @Test
    @DisplayName("chooses two rules where one of three says nothing of the others, but any two bring the third")
    void anyTwoOfThree() {
        ScoringModelBuilder model = model(fit -> fit.rule("a", field(SOURCE).in("all", "x"), 1)
                .rule("b", field(SOURCE).in("all", "y"), 1)
                .rule("c", field(SOURCE).in("all", "z"), 1));
        assertThat(ways(model.band("A", 3))).containsExactly("a 1", "b 1", "c 1");
        assertThat(change(model).changes()).isEqualTo(2);
    }

    @Test
    @DisplayName("chooses one more rule where one holds without all others")
    void anyTwoOfThreeAndOne() {
        ScoringModelBuilder model = model(fit -> fit.rule("a", field(SOURCE).in("all", "x", "w"), 1)
                .rule("b", field(SOURCE).in("all", "y", "w"), 1)
                .rule("c", field(SOURCE).in("all", "z", "w"), 1)
                .rule("d", field(SOURCE).in("all", "x", "y", "z"), 1));
        assertThat(ways(model.band("A", 4))).containsExactly("a 1", "b 1", "c 1", "d 1");
        assertThat(change(model).changes()).isEqualTo(3);
    }

    @Test
    @DisplayName("knows that interactions of one type are interactions, whichever rule comes first")
    void anyType() {
        Condition some = interaction().atLeast(1);
        Condition visit = interaction("visit").atLeast(1);
        ScoringModelBuilder anyFirst = model(fit -> fit.rule("some", some, 3).rule("visit", visit, 5));
        assertThat(ways(anyFirst.band("A", 8))).containsExactly("some 3", "visit 5");
        assertThat(change(anyFirst).changes()).isEqualTo(1);
        ScoringModelBuilder anyLast = model(fit -> fit.rule("visit", visit, 5).rule("some", some, 3));
        assertThat(ways(anyLast.band("A", 8))).containsExactly("visit 5", "some 3");
        assertThat(change(anyLast).changes()).isEqualTo(1);
    }

    @Test
    @DisplayName("says so where it contradicts a rule past the number of proofs")
    void manyProofs() {
        assertThat(change(values().band("A", 2))).isEqualTo(new SmallestChange(Status.UNFINISHED, 0, List.of()));
        assertThat(change(values().band("A", 1)).flips()).hasSize(1);
    }

    /** Of 210 rules each two exclude each other, which takes 21,945 proofs. */
    private static ScoringModelBuilder values() {
        return model(fit -> {
            for (int i = 0; i < 210; i++) {
                fit.rule("is-" + i, field(SOURCE).is("s" + i), 1);
            }
        });
    }

    @Test
    @DisplayName("does not disqualify, and lifts what disqualifies together with what that brings")
    void disqualifiers() {
        ScoringModelBuilder bot = model(
                        fit -> fit.rule("many", interaction("visit").atLeast(5), 5))
                .disqualify("bot", interaction("visit").atLeast(3), Verdict.total(-9));
        assertThat(change(bot.band("A", 5)).status()).isEqualTo(Status.NONE);
        ScoringModelBuilder unknown = model(
                        fit -> fit.rule("known", field(SOURCE).isPresent(), 5))
                .disqualify("unknown", field(SOURCE).isMissing(), Verdict.total(-9));
        assertThat(ways(unknown.band("A", 5))).containsExactly("known 5", "unknown 0");
        assertThat(change(unknown).changes()).isEqualTo(1);
    }

    @Test
    @DisplayName("leaves as it is what must not change, and whatever would change it")
    void fixed() {
        ScoringModelBuilder model = model(fit -> fit.rule("fair", field(SOURCE).is("Fair"), 9)
                        .rule("unknown", field(SOURCE).isMissing(), -1)
                        .each("demos", interaction("demo").filter(), Worth.points(12)))
                .disqualify("out", Switches.on("out"), Verdict.total(-9))
                .band("A", 8);
        assertThat(change(model).flips()).extracting(Flip::rule).containsExactly("fair", "unknown", "out");
        assertThat(change(model, id -> !id.equals("unknown")).flips())
                .extracting(Flip::rule)
                .containsExactly("demos", "out");
        assertThat(change(model, id -> !id.equals("unknown") && !id.equals("demos"))
                        .status())
                .isEqualTo(Status.NONE);
        assertThat(change(model, id -> !id.equals("out")).status()).isEqualTo(Status.NONE);
        ScoringModelBuilder watched = model(
                        fit -> fit.rule("fair", field(SOURCE).is("Fair"), 9)
                                .rule("watched", field(SOURCE).isMissing(), 0))
                .band("A", 8);
        assertThat(change(watched).flips()).extracting(Flip::rule).containsExactly("fair");
        assertThat(change(watched, id -> !id.equals("watched")).status()).isEqualTo(Status.NONE);
    }

    @Test
    @DisplayName("says so where it contradicts a rule past the limit of rules that are looked at together")
    void manyStates() {
        assertThat(ways(letters().band("A", 8))).containsExactly("is-z 10");
        assertThat(change(letters().band("A", 18))).isEqualTo(new SmallestChange(Status.UNFINISHED, 0, List.of()));
    }

    /** Eight rules of which each may hold without the others, 256 ways; and one that excludes them all. */
    private static ScoringModelBuilder letters() {
        return model(fit -> {
            for (char letter = 'a'; letter <= 'h'; letter++) {
                fit.rule("has-" + letter, field(SOURCE).contains(String.valueOf(letter)), 1);
            }
            fit.rule("is-z", field(SOURCE).is("z"), 10);
        });
    }

    @Test
    @DisplayName("says that it did not look where one side of a matrix pays for the other")
    void sidesOfAMatrix() {
        GradeMatrix matrix = new GradeMatrix(
                new GradeMatrix.Axis("fit", List.of(new Band(new Grade("A"), Points.of(20))), new Grade("B")),
                new GradeMatrix.Axis("web", List.of(new Band(new Grade("1"), Points.of(5))), new Grade("2")));
        ScoringModelBuilder pays = model(fit -> fit.rule("fair", field(SOURCE).is("Fair"), 20))
                .dimension(
                        "web",
                        web -> web.rule("unknown", field(SOURCE).isMissing(), 5).rule("more", Switches.off("more"), 5))
                .matrix(matrix);
        assertThat(change(pays)).isEqualTo(new SmallestChange(Status.UNFINISHED, 0, List.of()));
    }
}
