package dev.leadkit.metrics.report;

import static dev.leadkit.metrics.report.HandMade.charts;
import static dev.leadkit.metrics.report.HandMade.known;
import static dev.leadkit.metrics.report.HandMade.map;
import static dev.leadkit.metrics.report.HandMade.rate;
import static dev.leadkit.metrics.report.HandMade.undefined;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.funnel.Funnel;
import dev.leadkit.metrics.funnel.Skip;
import dev.leadkit.metrics.response.ResponseTime;
import dev.leadkit.metrics.score.Accuracy;
import dev.leadkit.metrics.segment.Breakdown;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the pictures say in words. */
final class ChartsTest {

    private static final KpiResult NOBODY = rate(0, 0);

    private static SortedMap<Long, Long> answers(long... secondsAndLeads) {
        SortedMap<Long, Long> answered = new TreeMap<>();
        for (int i = 0; i < secondsAndLeads.length; i += 2) {
            answered.put(secondsAndLeads[i], secondsAndLeads[i + 1]);
        }
        return answered;
    }

    private static Figures answered(SortedMap<Long, Long> answered, long unanswered) {
        KpiResult p50 = KpiResult.known(
                new Definition("p50/1", "Median."),
                KpiUnit.SECONDS,
                BigDecimal.ONE,
                Basis.of(1, 2, map(Map.of("unanswered", unanswered))));
        HandMade made = new HandMade();
        made.durations = new Figures.Durations(
                new ResponseTime.Times(p50, p50, rate("in-time/1", 3, 4), answered),
                HandMade.NONE.durations().cycle());
        return made.figures();
    }

    @Test
    @DisplayName("Answers are counted by spans whose end belongs to them, and late ones and missing ones by themselves")
    void responses() {
        String svg = ResponseChart.of(answered(
                        answers(0, 1, 60, 2, 61, 4, 300, 1, 301, 3, 900, 2, 3_600, 5, 3_601, 6, 604_800, 7, 604_801, 8),
                        1))
                .orElseThrow();
        assertThat(charts(svg).get("Response times"))
                .isEqualTo(
                        "Dated leads by the time to their first answer by a human. In time: 75.0 % of those that are due"
                                + " (in-time/1). up to 1 minute: 3, 7.5 %; up to 5 minutes: 5, 12.5 %; up to 15 minutes: 5, 12.5 %;"
                                + " up to 1 hour: 5, 12.5 %; up to 4 hours: 6, 15.0 %; up to 1 day: 0, 0.0 %;"
                                + " up to 7 days: 7, 17.5 %; later: 8, 20.0 %; not answered: 1, 2.5 %");
        assertThat(ResponseChart.of(answered(answers(), 5))).isEmpty();
        assertThat(charts(Charts.of(answered(answers(60, 1), 0)))).containsKey("Response times");
        assertThat(charts(Charts.of(answered(answers(), 5)))).doesNotContainKey("Response times");
    }

    @Test
    @DisplayName("While more was taken back than counted, no span is below zero and no share is told")
    void incompleteResponses() {
        assertThat(charts(ResponseChart.of(answered(answers(0, -3), 1)).orElseThrow())
                        .get("Response times"))
                .contains("up to 1 minute: 0;", "not answered: 1")
                .doesNotContain("0, ");
        assertThat(charts(ResponseChart.of(answered(answers(0, -1), 1)).orElseThrow())
                        .get("Response times"))
                .contains("up to 1 minute: 0;", "not answered: 1");
    }

    @Test
    @DisplayName("A funnel says how stages are reached, and never shows fewer than none")
    void funnel() {
        List<Funnel.Step> steps = List.of(
                new Funnel.Step(new Stage("new"), 4, NOBODY, NOBODY),
                new Funnel.Step(new Stage("won"), -1, NOBODY, NOBODY));
        HandMade made = new HandMade();
        made.funnel = new Funnel.Way(Skip.IMPLIED, steps);
        assertThat(charts(Charts.of(made.figures())).get("Funnel"))
                .isEqualTo("Leads that ever reached each stage or a later one, and the share that took the step."
                        + " new: 4; won: 0 (0.0%)");
        made.funnel = new Funnel.Way(Skip.STRICT, steps);
        assertThat(charts(Charts.of(made.figures())).get("Funnel"))
                .startsWith("Leads that reached each stage and all before it, and");
    }

    @Test
    @DisplayName(
            "Sources are ranked by their leads, those without a rate are not drawn, and the note counts the others")
    void sources() {
        SortedMap<String, KpiResult> groups = map(Map.of("web", rate(1, 2), "ads", rate(3, 4), "fair", NOBODY));
        HandMade made = new HandMade();
        made.conversions = new Figures.Conversions(new Breakdown<>(rate(4, 6), groups), new TreeMap<>());
        assertThat(charts(Charts.of(made.figures())).get("Conversion by source"))
                .isEqualTo("Converted of captured leads, with 95 % intervals."
                        + " ads: 75.0%, 3 of 4 (30.1% \u2013 95.4%); web: 50.0%, 1 of 2 (9.5% \u2013 90.5%)");
        for (int i = 0; i < 12; i++) {
            groups.put("s" + i, rate(0, 1));
        }
        made.conversions = new Figures.Conversions(new Breakdown<>(rate(4, 18), groups), new TreeMap<>());
        assertThat(charts(Charts.of(made.figures())).get("Conversion by source"))
                .contains("intervals, the largest 12 groups (3 more). ads:");
    }

    private static Accuracy accuracy(SortedMap<Points, Outcomes> distribution, List<Accuracy.Bin> bins) {
        Accuracy none = HandMade.NONE.accuracy();
        Accuracy.Forecasts old = none.forecasts();
        Accuracy.Forecasts forecasts = new Accuracy.Forecasts(
                old.logLoss(), old.brier(), old.observedToExpected(), old.ece(), old.line(), bins);
        return new Accuracy(none.auc(), none.lift(), none.ks(), distribution, forecasts, none.drift(), 0);
    }

    @Test
    @DisplayName("Scores are shown by outcome, each as a share of its own, never fewer than none")
    void scores() {
        HandMade made = new HandMade();
        made.accuracy = accuracy(
                new TreeMap<>(Map.of(Points.of(1), new Outcomes(1, 3), Points.of(2), new Outcomes(3, -2))), List.of());
        assertThat(charts(Charts.of(made.figures())).get("Scores by outcome"))
                .contains("A bin is named by its lowest score.")
                .contains(" 1: Converted 1 (25.0%), Not converted 3 (100.0%)")
                .endsWith(" 2: Converted 3 (75.0%), Not converted 0 (0.0%)");
    }

    @Test
    @DisplayName("Chances are shown against what came, where both are known")
    void calibration() {
        HandMade made = new HandMade();
        assertThat(charts(Charts.of(made.figures()))).doesNotContainKey("Chances and outcomes");
        made.accuracy = accuracy(
                new TreeMap<>(),
                List.of(
                        new Accuracy.Bin(known(KpiUnit.SHARE, "0.3", 3, 10), rate(1, 2)),
                        new Accuracy.Bin(undefined("none"), rate(1, 4)),
                        new Accuracy.Bin(known(KpiUnit.SHARE, "0.9", 9, 10), NOBODY)));
        assertThat(charts(Charts.of(made.figures())).get("Chances and outcomes"))
                .startsWith("Leads in bins of about equal size by the chance that was told at their first decision.")
                .contains("30.0% foretold, 50.0% came, 1 of 2")
                .doesNotContain("90.0% foretold", "1 of 4");
        assertThat(Charts.of(made.figures()).toString())
                .containsPattern("came, 1 of 2</title><path class=\"lk-line\"[^>]* d=\"M[0-9.]+ [0-9.]+V");
    }

    private static HandMade loads(Map<String, KpiResult> loads) {
        Figures.Sales none = HandMade.NONE.sales();
        HandMade made = new HandMade();
        made.sales = new Figures.Sales(none.sources(), none.reps(), map(loads), none.outlook());
        return made;
    }

    @Test
    @DisplayName("Open leads are shown by rep where any rep has one")
    void reps() {
        assertThat(charts(Charts.of(loads(Map.of()).figures()))).doesNotContainKey("Open leads by rep");
        assertThat(charts(Charts.of(loads(Map.of("(missing)", rate(3, 3))).figures())))
                .doesNotContainKey("Open leads by rep");
        Map<String, KpiResult> some = Map.of("ann", rate(2, 5), "bob", rate(3, 5), "(missing)", rate(-1, 5));
        assertThat(charts(Charts.of(loads(some).figures())).get("Open leads by rep"))
                .isEqualTo("Leads that are neither converted nor lost, by who owns them now."
                        + " bob: 3; ann: 2; (missing): 0");
    }
}
