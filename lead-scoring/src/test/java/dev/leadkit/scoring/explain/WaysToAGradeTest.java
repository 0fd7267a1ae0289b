package dev.leadkit.scoring.explain;

import static dev.leadkit.scoring.explain.Switches.off;
import static dev.leadkit.scoring.explain.Switches.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.explain.SmallestChange.Status;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.DimensionBuilder;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringModelBuilder;
import dev.leadkit.scoring.model.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The smallest change")
final class WaysToAGradeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static SmallestChange change(ScoringModelBuilder builder) {
        ScoringModel model = builder.build();
        return SmallestChange.of(
                model, ScoringEngine.of(model).explain(LeadHistory.of(new LeadId("L-1"), List.of()), NOW));
    }

    private static List<String> ways(ScoringModelBuilder model) {
        return change(model).flips().stream()
                .map(flip -> flip.rule() + " " + flip.change())
                .toList();
    }

    private static ScoringModelBuilder model(Consumer<DimensionBuilder> rules) {
        return ScoringModel.builder("m", "1").dimension("fit", rules);
    }

    /** Five points of a fit of twenty, one of an engagement of three. */
    private static ScoringModelBuilder matrix() {
        List<Band> rows = List.of(new Band(new Grade("A"), Points.of(20)), new Band(new Grade("B"), Points.of(5)));
        List<Band> columns = List.of(new Band(new Grade("1"), Points.of(3)));
        return model(fit -> fit.rule("five", on("five"), 5)
                        .rule("ten", off("ten"), 10)
                        .rule("seven", off("seven"), 7))
                .dimension("engagement", e -> e.rule("one", on("one"), 1).rule("two", off("two"), 2))
                .matrix(new GradeMatrix(
                        new GradeMatrix.Axis("fit", rows, new Grade("C")),
                        new GradeMatrix.Axis("engagement", columns, new Grade("2"))));
    }

    @Test
    @DisplayName("takes the side of a matrix that needs fewer rules")
    void matrixSides() {
        assertThat(ways(matrix())).containsExactly("two 2");
        assertThat(ways(matrix().dimension("third", t -> t.rule("more", off("more"), 50))))
                .containsExactly("two 2");
    }

    @Test
    @DisplayName("to a better cell of a matrix lifts what forces a grade, and only that")
    void forcedCells() {
        assertThat(ways(matrix().disqualify("x", on("x"), Verdict.grade("X")))).containsExactly("x 0");
        assertThat(ways(matrix().disqualify("x", on("x"), Verdict.grade("X"))
                        .disqualify("y", on("y"), Verdict.total(-5))))
                .containsExactly("x 0");
        assertThat(ways(matrix().disqualify("x", on("x"), Verdict.grade("X"))
                        .disqualify("y", on("y"), Verdict.grade("Y"))))
                .containsExactly("x 0", "y 0");
        assertThat(ways(matrix().disqualify("y", on("y"), Verdict.total(-5)))).containsExactly("two 2");
    }

    @Test
    @DisplayName("is none in the best cell of a matrix")
    void bestCell() {
        GradeMatrix best = new GradeMatrix(
                new GradeMatrix.Axis("fit", List.of(), new Grade("A")),
                new GradeMatrix.Axis("other", List.of(), new Grade("1")));
        assertThat(change(model(fit -> fit.rule("a", off("a"), 5))
                                .dimension("other", o -> o.rule("b", off("b"), 5))
                                .matrix(best))
                        .status())
                .isEqualTo(Status.NONE);
    }

    @Test
    @DisplayName("lifts of several disqualifiers those that must be, and leaves those that still allow a better grade")
    void disqualifiers() {
        ScoringModelBuilder high =
                model(fit -> fit.rule("a", on("a"), 30)).band("A", 20).band("B", 0);
        assertThat(ways(high.disqualify("x", on("x"), Verdict.total(-1)).disqualify("y", on("y"), Verdict.total(5))))
                .containsExactly("x 0");
        assertThat(ways(high.disqualify("z", on("z"), Verdict.grade("Z")))).containsExactly("x 0", "z 0");
        assertThat(change(high).points()).isEqualTo(Points.ZERO);
    }

    @Test
    @DisplayName("is not looked for past twelve disqualifiers that hold")
    void manyDisqualifiers() {
        ScoringModelBuilder twelve = model(fit -> fit.rule("a", on("a"), 30)).band("A", 20);
        for (int i = 1; i <= 12; i++) {
            twelve.disqualify("x" + i, on("x" + i), Verdict.total(-i));
        }
        twelve.disqualify("never", off("never"), Verdict.total(-100));
        assertThat(change(twelve).status()).isEqualTo(Status.FOUND);
        assertThat(change(twelve).flips()).hasSize(12);
        twelve.disqualify("x13", on("x13"), Verdict.total(-13));
        assertThat(change(twelve)).isEqualTo(new SmallestChange(Status.UNFINISHED, 0, List.of()));
    }

    @Test
    @DisplayName("reaches a grade at exactly its points, and counts the limits of groups and dimensions on the way")
    void limits() {
        assertThat(ways(model(fit -> fit.rule("a", on("a"), 1).rule("b", off("b"), 4))
                        .band("A", 5)))
                .containsExactly("b 4");
        assertThat(ways(grouped().band("A", 12))).containsExactly("a 9", "c 3");
        assertThat(ways(grouped().band("A", 15))).containsExactly("a 9", "c 3", "d 3");
        assertThat(ways(grouped().band("A", 18))).containsExactly("a 9", "b 8", "c 3", "d 3", "e 50");
        assertThat(change(grouped().band("A", 19)).status()).isEqualTo(Status.NONE);
    }

    private static ScoringModelBuilder grouped() {
        return model(fit -> fit.group(
                                "pair",
                                g -> g.rule("a", off("a"), 9)
                                        .rule("b", off("b"), 8)
                                        .cap(10))
                        .rule("c", off("c"), 3)
                        .rule("d", off("d"), 3))
                .dimension("capped", c -> c.rule("e", off("e"), 50).cap(2));
    }

    @Test
    @DisplayName("may be that something bad no longer holds")
    void bad() {
        assertThat(ways(model(fit -> fit.rule("bad", on("bad"), -20).rule("good", off("good"), 5))
                        .band("A", 0)))
                .containsExactly("bad 20");
        assertThat(ways(model(fit -> fit.rule("bad", on("bad"), -20).rule("good", on("good"), 5))
                        .band("A", 6)))
                .isEmpty();
    }

    @Test
    @DisplayName("takes of rules that are alike under the same limits the first, and of others the one that helps")
    void alike() {
        assertThat(ways(idle().band("A", 5))).containsExactly("c 5");
        assertThat(ways(idle().band("A", 15))).containsExactly("c 5", "d 5", "f 5");
    }

    private static ScoringModelBuilder idle() {
        return model(fit -> fit.group(
                                "none",
                                g -> g.rule("a", off("a"), 5)
                                        .rule("b", off("b"), 5)
                                        .cap(0))
                        .rule("c", off("c"), 5)
                        .rule("d", off("d"), 5))
                .dimension("other", o -> o.rule("e", off("e"), 5).cap(0))
                .dimension("third", t -> t.rule("f", off("f"), 5));
    }
}
