package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.leadkit.accuracy.Proportion;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Field;
import dev.leadkit.scoring.learn.LeakSign.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeakGuardTest {

    private static final List<Example> CLEAN = SyntheticLeads.many(2_000, 3);
    private static final Field<String> REMARK = Field.text("remark");
    private static final Field<BigDecimal> SECONDS = Field.number("seconds");

    private static ScorecardLearnerBuilder learner() {
        return ScorecardLearner.builder().fields(SyntheticLeads.FIELDS);
    }

    private static List<Example> changed(IntFunction<Example> change) {
        List<Example> changed = new ArrayList<>();
        for (int i = 0; i < CLEAN.size(); i++) {
            changed.add(change.apply(i));
        }
        return changed;
    }

    @Test
    @DisplayName("Nothing is said against fields that are known at the decision, in twenty samples")
    void cleanFields() {
        for (int seed = 0; seed < 20; seed++) {
            Learned learned = learner().build().learn(SyntheticLeads.many(400, seed).stream());
            assertThat(learned.report().signs()).isEmpty();
            assertThat(learned.faults()).isEmpty();
        }
    }

    @Test
    @DisplayName("A text that tells the outcome is named; the model is refused unless the caller insists")
    void textThatKnows() {
        SplittableRandom random = new SplittableRandom(1);
        List<Example> leaking = changed(i -> {
            boolean told = CLEAN.get(i).won() == (random.nextInt(10) > 0);
            return SyntheticLeads.with(CLEAN.get(i), REMARK, told ? "will buy" : "ringing");
        });
        Learned learned = learner().field(REMARK).build().learn(leaking.stream());
        assertThat(learned.report().signs()).singleElement().satisfies(sign -> {
            assertThat(sign.field()).isEqualTo("remark");
            assertThat(sign.kind()).isEqualTo(Kind.TOO_GOOD_ALONE);
            assertThat(sign.seen()).startsWith("an AUC of 0.8").endsWith(" by itself");
        });
        assertThatThrownBy(() -> learned.model("m", "1"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("remark: must be less good alone, was an AUC of 0.8");
        Learned insisted = learner().field(REMARK).insist("remark").build().learn(leaking.stream());
        assertThat(insisted.faults()).isEmpty();
        assertThat(insisted.report()).isEqualTo(learned.report());
        assertThat(insisted.model("m", "1").dimensions().get(0).rules())
                .anyMatch(rule -> rule.id().equals("remark.1"));
    }

    @Test
    @DisplayName("A number that grows with the outcome is named")
    void numberThatKnows() {
        SplittableRandom random = new SplittableRandom(1);
        List<Example> leaking = changed(i -> SyntheticLeads.with(
                CLEAN.get(i),
                SECONDS,
                BigDecimal.valueOf(random.nextInt(600) + (CLEAN.get(i).won() ? 400 : 0))));
        assertThat(learner()
                        .field(SECONDS)
                        .build()
                        .learn(leaking.stream())
                        .report()
                        .signs())
                .extracting(LeakSign::field, LeakSign::kind)
                .containsExactly(tuple("seconds", Kind.TOO_GOOD_ALONE));
    }

    @Test
    @DisplayName("A field that tells the outcome of those few who have it is suspected")
    void tooGoodWhereFilled() {
        SplittableRandom random = new SplittableRandom(1);
        List<Example> leaking = changed(i -> {
            Example each = CLEAN.get(i);
            boolean told = each.won() == (random.nextInt(12) > 0);
            return i % 3 == 0 ? SyntheticLeads.with(each, REMARK, told ? "High" : "Low") : each;
        });
        Learned learned = learner().field(REMARK).build().learn(leaking.stream());
        assertThat(learned.report().signs()).singleElement().satisfies(sign -> {
            assertThat(sign.kind()).isEqualTo(Kind.TOO_GOOD_WHERE_FILLED);
            assertThat(sign.seen()).endsWith(" among the 667 leads that have it");
        });
        assertThat(learned.faults()).hasSize(1);
    }

    @Test
    @DisplayName("A field that is filled almost only for winners, or for losers, is suspected")
    void filledForOneSide() {
        SplittableRandom random = new SplittableRandom(1);
        List<Example> leaking = changed(i -> {
            Example each = CLEAN.get(i);
            boolean filled = random.nextInt(100) < (each.won() ? 20 : 1);
            return filled ? SyntheticLeads.with(each, REMARK, "no. " + i) : each;
        });
        assertThat(learner().field(REMARK).build().learn(leaking.stream()).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.path()).isEqualTo("remark");
                    assertThat(fault.rule()).isEqualTo("filled for losers too");
                    assertThat(fault.value()).matches("filled for \\d+ of \\d+ winners and \\d+ of \\d+ losers");
                    assertThat(fault.hint()).startsWith("Leave the field out, or insist");
                });
        List<Example> turned = leaking.stream()
                .map(each -> Example.of(each.facts(), !each.won()))
                .toList();
        assertThat(learner()
                        .field(REMARK)
                        .build()
                        .learn(turned.stream())
                        .report()
                        .signs())
                .extracting(LeakSign::kind)
                .containsExactly(Kind.FILLED_FOR_LOSERS);
        List<Example> milder = changed(i -> {
            Example each = CLEAN.get(i);
            boolean filled = random.nextInt(100) < (each.won() ? 50 : 10);
            return filled ? SyntheticLeads.with(each, REMARK, "no. " + i) : each;
        });
        assertThat(learner().field(REMARK).build().learn(milder.stream()).faults())
                .isEmpty();
    }

    @Test
    @DisplayName("A handful of winners is no evidence")
    void handful() {
        int[] left = {3};
        List<Example> few = changed(i ->
                CLEAN.get(i).won() && left[0]-- > 0 ? SyntheticLeads.with(CLEAN.get(i), REMARK, "x") : CLEAN.get(i));
        assertThat(learner()
                        .field(REMARK)
                        .build()
                        .learn(few.stream().limit(200))
                        .faults())
                .isEmpty();
    }

    /** Computed by the formula of Simel, Samsa and Matchar: the ratio, its logarithm, and how far that lies from 0 by chance. */
    @ParameterizedTest(name = "{0} of {1} against {2} of {3}")
    @CsvSource({
        "105, 1000, 10, 1000, true", // 10.05
        "104, 1000, 10, 1000, false", // 9.95
        "2, 5, 0, 20, true", // 18.6: 2.925 is more than 2.887
        "8, 21, 0, 20, false", // 16.2: 2.786 is less than 2.787
        "2, 2, 3, 50, true", // 14.4: 2.669 is more than 1.011
        "1, 2, 1, 20, false" // 8.2
    })
    @DisplayName("Evidence is conclusive from ten times as often on, where chance does not explain it")
    void conclusive(long often, long of, long seldom, long ofOthers, boolean conclusive) {
        assertThat(LeakGuard.isConclusive(new Proportion(often, of), new Proportion(seldom, ofOthers)))
                .isEqualTo(conclusive);
    }

    @Test
    @DisplayName("What was set after the decision, or is declared late, is refused even where the caller insists")
    void lateFields() {
        List<Example> dated = changed(i -> CLEAN.get(i)
                .setAt("visits", CLEAN.get(i).facts().asOf().plus(i < 2 ? Duration.ofNanos(1) : Duration.ZERO))
                .setAt("elsewhere", CLEAN.get(i).facts().asOf().plusSeconds(9)));
        Learned learned = learner()
                .late("land", "unused")
                .insist("visits", "land")
                .build()
                .learn(dated.stream());
        assertThat(learned.faults())
                .containsExactly(
                        new Fault("land", "known at the decision", "declared late", "Leave the field out."),
                        new Fault(
                                "visits",
                                "set before the decision",
                                "set later in 2 of 2000 leads",
                                "Hand in the value as it was at the decision, or leave the field out."));
        assertThat(learner()
                        .without("visits", "land")
                        .late("land")
                        .build()
                        .learn(dated.stream())
                        .faults())
                .isEmpty();
    }

    @Test
    @DisplayName("All reasons are told at once")
    void allAtOnce() {
        List<Example> few = CLEAN.subList(0, 30);
        List<Example> dated = few.stream()
                .map(each -> each.setAt("visits", each.facts().asOf().plusSeconds(1)))
                .toList();
        assertThat(learner().late("noise").build().learn(dated.stream()).faults())
                .extracting(Fault::path)
                .containsExactly("outcomes.won", "outcomes.lost", "visits", "noise");
    }
}
