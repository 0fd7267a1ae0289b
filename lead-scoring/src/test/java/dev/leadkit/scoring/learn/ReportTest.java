package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Calibration;
import dev.leadkit.accuracy.Forecast;
import dev.leadkit.accuracy.Fraction;
import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.Measure;
import dev.leadkit.accuracy.OutcomeCounts;
import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.accuracy.Proportion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static LearningReport report(List<Example> examples) {
        return ScorecardLearner.builder()
                .fields(SyntheticLeads.FIELDS)
                .build()
                .learn(examples.stream())
                .report();
    }

    @Test
    @DisplayName("The text names the outcomes, both validations, the tenths and every field")
    void text() {
        LearningReport report = report(SyntheticLeads.many(1_000, 4));
        long won = report.outcomes().positives();
        String text = report.text();
        assertThat(text)
                .startsWith("learned from " + won + " won and " + (1_000 - won) + " lost leads\ncross-validated: AUC "
                        + report.crossValidated().auc().decimal(3).orElseThrow() + " (0.")
                .contains("\nlater third: AUC "
                        + report.later().orElseThrow().auc().decimal(3).orElseThrow())
                .endsWith("\n");
        for (Forecast group : report.crossValidated().groups()) {
            assertThat(text)
                    .contains("(" + group.outcomes().successes() + " of "
                            + group.outcomes().trials() + ")\n");
        }
        assertThat(text.lines())
                .hasSize(3 + 1 + report.crossValidated().groups().size() + 1 + 4);
        assertThat(text.lines().skip(4L + report.crossValidated().groups().size() + 1))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("land", "visits", "student", "noise");
    }

    @Test
    @DisplayName("Every figure of the text stands in its place, with the unknown ones as question marks")
    void wholeText() {
        Validation crossValidated = new Validation(
                new Outcomes(30, 70),
                known(3, 4),
                Optional.of(new Interval(new BigDecimal("0.7012"), new BigDecimal("0.7988"))),
                known(1, 3),
                known(5, 2),
                Optional.of(new BigDecimal("0.5675")),
                known(1, 5),
                List.of(
                        new Forecast(Fraction.of(5, 1), new Proportion(4, 50)),
                        new Forecast(Fraction.of(24, 1), new Proportion(26, 50))));
        Measure unknown = new Measure.Undefined(Measure.Reason.EMPTY);
        Validation later = new Validation(
                new Outcomes(1, 1),
                known(1, 2),
                Optional.empty(),
                unknown,
                unknown,
                Optional.empty(),
                unknown,
                List.of());
        LearningReport report = new LearningReport(
                new Outcomes(30, 70),
                crossValidated,
                Optional.of(later),
                Calibration.of(new OutcomeCounts(), 10),
                List.of(
                        new FieldReport(
                                "land",
                                4,
                                new Proportion(10, 30),
                                new Proportion(15, 70),
                                known(5, 8),
                                Optional.empty(),
                                unknown,
                                new BigDecimal("0.120"),
                                List.of(
                                        new LeakSign("land", LeakSign.Kind.DECLARED_LATE, "declared late"),
                                        new LeakSign("land", LeakSign.Kind.SET_LATE, "set later"))),
                        new FieldReport(
                                "size",
                                12,
                                new Proportion(30, 30),
                                new Proportion(70, 70),
                                unknown,
                                Optional.empty(),
                                unknown,
                                new BigDecimal("0.000"),
                                List.of())));
        assertThat(report.text()).isEqualTo("""
                WARNING later.auc: must be better than chance with 95 % confidence, was 0.500. Nothing shows that what earlier leads taught is true of later ones: learn from newer leads, or fields that last.
                learned from 30 won and 70 lost leads
                cross-validated: AUC 0.750 (0.701 to 0.799), KS 0.333, lift of the top tenth 2.500, log loss 0.568, Brier 0.200
                later third: AUC 0.500, KS ?, lift of the top tenth ?, log loss ?, Brier ?
                foretold and came, by tenths:
                  0.100  0.080 (4 of 50)
                  0.480  0.520 (26 of 50)
                field                             bins AUC   filled IV       signs of a leak
                land                                 4 0.625 0.250  0.120    declared late; set later
                size                                12 ?     1.000  0.000
                """);
        assertThat(report.signs()).extracting(LeakSign::seen).containsExactly("declared late", "set later");
        assertThat(report.scoreChart()).contains("won 26").contains("lost 24");
        assertThat(report.calibrationChart())
                .contains("foretold 10.0%: 8.0%, 4 of 50", "foretold 48.0%: 52.0%, 26 of 50 (38.5%");
    }

    private static Measure known(long numerator, long denominator) {
        return new Measure.Known(Fraction.of(numerator, denominator));
    }

    @Test
    @DisplayName("There is a report of nothing, with question marks")
    void nothing() {
        assertThat(report(List.of()).text()).startsWith("""
                        WARNING later: must be tested on later leads, was not tested. The decisions cannot be parted in time with winners and losers on both sides.
                        learned from 0 won and 0 lost leads
                        cross-validated: AUC ?, KS ?, lift of the top tenth ?, log loss ?, Brier ?
                        later third: the decisions cannot be parted in time
                        foretold and came, by tenths:
                        """);
        assertThat(report(List.of()).scoreChart()).contains("Winners and losers by score");
    }

    @Test
    @DisplayName("It is validated where every fold has a winner and a loser, and not tried otherwise")
    void folds() {
        List<Example> many = SyntheticLeads.many(100, 4);
        List<Example> won = many.stream().filter(Example::won).toList();
        List<Example> lost = many.stream().filter(each -> !each.won()).toList();
        assertThat(validated(won.subList(0, 5), lost.subList(0, 5))).isEqualTo(new Outcomes(5, 5));
        assertThat(validated(won.subList(0, 4), lost.subList(0, 6))).isEqualTo(new Outcomes(0, 0));
        assertThat(validated(won.subList(0, 6), lost.subList(0, 4))).isEqualTo(new Outcomes(0, 0));
    }

    private static Outcomes validated(List<Example> won, List<Example> lost) {
        List<Example> both = Stream.concat(won.stream(), lost.stream()).toList();
        return report(both).crossValidated().outcomes();
    }

    @Test
    @DisplayName("The charts tell the groups of the validation in words too")
    void charts() {
        LearningReport report = report(SyntheticLeads.many(1_000, 4));
        Forecast best = report.crossValidated()
                .groups()
                .get(report.crossValidated().groups().size() - 1);
        String foretold = best.mean().decimal(3).orElseThrow().movePointRight(2) + "%";
        assertThat(report.calibrationChart())
                .startsWith("<svg")
                .contains("foretold " + foretold)
                .contains(best.outcomes().successes() + " of " + best.outcomes().trials());
        assertThat(report.scoreChart())
                .startsWith("<svg")
                .contains(foretold + ": won " + best.outcomes().successes());
    }
}
