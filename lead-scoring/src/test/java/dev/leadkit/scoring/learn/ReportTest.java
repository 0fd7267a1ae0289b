package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Forecast;
import java.util.List;
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
    @DisplayName("There is a report of nothing, with question marks")
    void nothing() {
        assertThat(report(List.of()).text()).startsWith("""
                        learned from 0 won and 0 lost leads
                        cross-validated: AUC ?, KS ?, lift of the top tenth ?, log loss ?, Brier ?
                        later third: the decisions cannot be parted in time
                        foretold and came, by tenths:
                        """);
        assertThat(report(List.of()).scoreChart()).contains("Winners and losers by score");
    }

    @Test
    @DisplayName("The charts tell the groups of the validation in words too")
    void charts() {
        LearningReport report = report(SyntheticLeads.many(1_000, 4));
        Forecast best = report.crossValidated()
                .groups()
                .get(report.crossValidated().groups().size() - 1);
        String foretold = best.mean().decimal(3).orElseThrow().movePointRight(2) + " %";
        assertThat(report.calibrationChart())
                .startsWith("<svg")
                .contains("foretold " + foretold)
                .contains(best.outcomes().successes() + " of " + best.outcomes().trials());
        assertThat(report.scoreChart())
                .startsWith("<svg")
                .contains(foretold + ": won " + best.outcomes().successes());
    }
}
