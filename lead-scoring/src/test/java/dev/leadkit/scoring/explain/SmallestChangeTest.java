package dev.leadkit.scoring.explain;

import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.scoring.explain.Switches.off;
import static dev.leadkit.scoring.explain.Switches.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.leadkit.condition.Condition;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.explain.ScoreChange.Cause;
import dev.leadkit.scoring.explain.SmallestChange.Status;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringModelBuilder;
import dev.leadkit.scoring.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class SmallestChangeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static Explanation explained(ScoringModel model) {
        return ScoringEngine.of(model).explain(LeadHistory.of(new LeadId("L-1"), List.of()), NOW);
    }

    private static SmallestChange change(ScoringModel model) {
        return SmallestChange.of(model, explained(model));
    }

    /** So many rules that do not hold, each worth as many points as its number says. */
    private static ScoringModelBuilder rules(int count, long grade) {
        return ScoringModel.builder("m", "1")
                .dimension("fit", d -> {
                    for (int i = 1; i <= count; i++) {
                        d.rule("r" + i, off("r" + i), i);
                    }
                })
                .band("A", grade);
    }

    @Test
    @DisplayName("fewest rules first, then fewest points")
    void fewest() {
        assertThat(change(rules(10, 17).build()).flips()).extracting(Flip::rule).containsExactly("r7", "r10");
        assertThat(change(rules(10, 17).build()).points()).isEqualTo(Points.of(17));
        assertThat(change(rules(10, 55).build()).flips()).hasSize(10);
    }

    @Test
    @DisplayName("each rule and each disqualifier is asked once whether it may change")
    void askedOnce() {
        ScoringModel model =
                rules(3, 6).disqualify("x", on("x"), Verdict.total(-1)).build();
        List<String> asked = new ArrayList<>();
        SmallestChange.of(model, explained(model), asked::add);
        assertThat(asked).containsExactlyInAnyOrder("r1", "r2", "r3", "x");
    }

    @Test
    @DisplayName(
            "rules that ask the same, three each, and one that asks for any of it: one of each is chosen, and soon")
    void manyThatAskTheSame() {
        List<Condition> asked = IntStream.range(0, 7)
                .mapToObj(i -> (Condition) field(Field.text("f" + i)).is("x"))
                .toList();
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension("fit", d -> {
                    for (int i = 0; i < 21; i++) {
                        d.rule("r" + i, asked.get(i % 7), 1);
                    }
                    d.rule("any", new Condition.Any(asked), 1);
                })
                .band("A", 22)
                .build();
        assertThat(change(model).changes()).isEqualTo(7);
    }

    @Test
    void whatNotAllRulesReachIsProvenToBeOutOfReach() {
        assertThat(change(rules(10, 56).build())).isEqualTo(new SmallestChange(Status.NONE, 0, List.of()));
        assertThat(change(rules(10, 50).cap(49).build()).status()).isEqualTo(Status.NONE);
        assertThat(change(rules(3, -1).build()).status()).isEqualTo(Status.NONE);
    }

    @Test
    void moreThanTwentyRulesAreNotLookedFor() {
        assertThat(change(rules(21, 231).build())).isEqualTo(new SmallestChange(Status.UNFINISHED, 0, List.of()));
        assertThat(change(rules(20, 210).build()).status()).isEqualTo(Status.FOUND);
    }

    @Test
    @DisplayName("a search that runs out of steps says so, and has the fewest rules all the same")
    void outOfSteps() {
        ScoringModelBuilder model = ScoringModel.builder("m", "1");
        model.dimension("fit", d -> {
            for (int i = 0; i < 400; i++) {
                d.rule("r" + i, off("r" + i), 100_000 + 64L * i);
            }
        });
        // eight rules give 800,000 and a multiple of 64 more: 950,001 is never met exactly, so that the search goes on
        SmallestChange change = change(model.band("A", 950_001).build());
        assertThat(change.status()).isEqualTo(Status.UNFINISHED);
        assertThat(change.flips()).hasSize(8);
        assertThat(change.points()).isGreaterThanOrEqualTo(Points.of(950_001));
    }

    @Test
    void whatDisqualifiesIsLifted() {
        ScoringModel model = rules(3, 3)
                .disqualify("out", on("out"), Verdict.total(-50).andGrade("X"))
                .build();
        SmallestChange change = change(model);
        assertThat(change.flips())
                .containsExactly(
                        new Flip("fit", "r3", Points.ZERO, Points.of(3), 0),
                        new Flip("", "out", Points.ZERO, Points.ZERO, 0));
        assertThat(Sentences.of(Locale.ENGLISH).changes(change, explained(model)))
                .containsExactly("+3 points (to 3): r3 is present.", "No longer disqualified because out is missing.");
    }

    @Test
    void anotherModelsExplanationIsRefused() {
        Explanation other = explained(rules(2, 1).build());
        ScoringModel model = rules(3, 1).build();
        assertThatIllegalArgumentException().isThrownBy(() -> SmallestChange.of(model, other));
    }

    @Test
    @DisplayName("a difference names the rule that another version changed, and what disqualifies from now on")
    void differences() {
        ScoringModel old = ScoringModel.builder("m", "1")
                .dimension(
                        "fit",
                        d -> d.rule("same", always(), 1)
                                .rule("worth", always(), 2)
                                .rule("gone", always(), 4))
                .build();
        ScoringModel next = ScoringModel.builder("m", "2")
                .dimension(
                        "fit",
                        d -> d.rule("same", always(), 1)
                                .rule("worth", always(), 5)
                                .rule("new", always(), 8))
                .disqualify("out", always(), Verdict.total(0))
                .build();
        ScoreDiff diff = ScoreDiff.between(explained(old), explained(next));
        assertThat(diff.points()).isEqualTo(Points.of(-7));
        assertThat(diff.changes())
                .extracting(ScoreChange::rule, ScoreChange::cause, ScoreChange::points)
                .containsExactly(
                        tuple("worth", Cause.MODEL, Points.of(3)),
                        tuple("new", Cause.MODEL, Points.of(8)),
                        tuple("out", Cause.DISQUALIFIED, Points.of(-14)),
                        tuple("gone", Cause.MODEL, Points.of(-4)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreDiff(diff.before(), diff.after(), List.of()))
                .withMessage("changes must sum to -7, was 0");
    }
}
