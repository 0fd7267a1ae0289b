package dev.leadkit.scoring.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Calibration;
import dev.leadkit.accuracy.Fraction;
import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.Measure;
import dev.leadkit.accuracy.OutcomeCounts;
import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The forms of a comparison for people. */
final class ShadowReportTest {

    private static final Instant THEN = Instant.parse("2026-05-01T00:00:00Z");
    private static final ShadowReport.Accuracy NOTHING = new ShadowReport.Accuracy(
            new Measure.Undefined(Measure.Reason.EMPTY),
            Optional.empty(),
            new Measure.Undefined(Measure.Reason.EMPTY),
            Calibration.of(new OutcomeCounts(), 10),
            Map.of());

    private static Score score(long points, String grade) {
        return new Score(
                new ModelRef("m", "1"),
                Map.of(),
                Optional.of(grade).filter(name -> !name.isEmpty()).map(Grade::new),
                List.of(new Contribution("", "r", Contribution.Kind.RULE, Points.of(points))),
                List.of());
    }

    private static Measure known(long numerator, long denominator) {
        return new Measure.Known(Fraction.of(numerator, denominator));
    }

    /** Twenty of 50 had the outcome with less than 12.5 points, 30 of 40 with more. */
    private static Calibration calibration() {
        OutcomeCounts counts = new OutcomeCounts();
        counts.add(-1_000, new Outcomes(20, 30));
        counts.add(12_500, new Outcomes(30, 10));
        return Calibration.of(counts, 2);
    }

    private static ShadowReport report(
            ShadowReport.Unknown unknown, SortedMap<String, SortedMap<String, Long>> migration) {
        ShadowReport.Accuracy champion = new ShadowReport.Accuracy(
                known(3, 4),
                Optional.of(new Interval(new BigDecimal("0.7012"), new BigDecimal("0.7988"))),
                known(5, 2),
                calibration(),
                Map.of("", new Proportion(1, 4), "B", new Proportion(1, 2)));
        return new ShadowReport(
                100,
                unknown,
                new Outcomes(50, 40),
                7,
                5,
                migration,
                List.of(
                        new ShadowReport.Moved(new LeadId("L-1"), THEN, score(10, ""), score(35, "A")),
                        new ShadowReport.Moved(new LeadId("L-2"), THEN, score(10, "B"), score(8, ""))),
                champion,
                NOTHING,
                Optional.of(new Interval(new BigDecimal("-0.0104"), new BigDecimal("0.25"))),
                ShadowReport.Verdict.NO_DIFFERENCE_SHOWN);
    }

    private static SortedMap<String, SortedMap<String, Long>> migration() {
        return new TreeMap<>(Map.of(
                "", new TreeMap<>(Map.of("", 30L, "A", 10L)),
                "B", new TreeMap<>(Map.of("", 15L, "A", 15L, "B", 30L))));
    }

    @Test
    @DisplayName("Every figure of the text stands in its place, with the unknown ones as question marks")
    void text() {
        assertThat(report(new ShadowReport.Unknown(12, 4), migration()).text()).isEqualTo("""
                verdict: these leads show no difference
                leads: 100, 50 with the outcome, 40 without, 10 open; 7 have another total, 5 another grade
                not known yet at their moment, and scored as leads without events: 12, 4 of them with a known outcome
                champion: AUC 0.750 (0.701 to 0.799), lift of the top tenth 2.500
                challenger: AUC ?, lift of the top tenth ?
                the challenger's AUC less the champion's: -0.010 to 0.250
                grades, from the champion's to the challenger's:
                  B (60): A 15, B 30, no grade 15
                  no grade (40): A 10, no grade 30
                with the outcome, by grade:
                  champion   B  0.500 (1 of 2)
                  champion   no grade  0.250 (1 of 4)
                with the outcome, by total:
                  champion   from -1  0.400 (20 of 50)
                  champion   from 12.5  0.750 (30 of 40)
                moved most:
                  +25  L-1 as of 2026-05-01T00:00:00Z: 10 (no grade) -> 35 (A)
                  -2  L-2 as of 2026-05-01T00:00:00Z: 10 (B) -> 8 (no grade)
                """);
    }

    @Test
    @DisplayName("Nothing is said of unknown leads where there are none, and at most ten leads are told")
    void little() {
        assertThat(report(new ShadowReport.Unknown(0, 0), migration()).text()).doesNotContain("not known yet");
        Shadow shadow = shadow(12, lead -> score(lead, ""));
        assertThat(shadow.report().text().lines().filter(line -> line.startsWith("  -")))
                .hasSize(10)
                .first()
                .asString()
                .startsWith("  -11  L11 ");
    }

    @Test
    @DisplayName("Each verdict has its own words")
    void verdicts() {
        assertThat(List.of(ShadowReport.Verdict.values()))
                .extracting(ShadowReportTest::words)
                .containsExactly(
                        "verdict: the challenger is better",
                        "verdict: the champion is better",
                        "verdict: these leads show no difference",
                        "verdict: none, too few leads have a known outcome",
                        "verdict: none, most leads were recorded after their moment: cut them by what had occurred");
    }

    private static String words(ShadowReport.Verdict verdict) {
        ShadowReport report = new ShadowReport(
                0,
                new ShadowReport.Unknown(0, 0),
                new Outcomes(0, 0),
                0,
                0,
                Collections.emptySortedMap(),
                List.of(),
                NOTHING,
                NOTHING,
                Optional.empty(),
                verdict);
        return report.text().lines().findFirst().orElseThrow();
    }

    @Test
    @DisplayName("The heat map has a row for each grade of the champion with the shares of its leads")
    void migrationChart() {
        assertThat(report(new ShadowReport.Unknown(0, 0), migration()).migrationChart())
                .startsWith("<svg")
                .contains("B (60): A 25.0%, B 50.0%, no grade 25.0%")
                .contains("no grade (40): A 25.0%, B 0.0%, no grade 75.0%");
    }

    @Test
    @DisplayName("Of more than twenty grades, those of fewest leads share a row and a column")
    void manyGrades() {
        Shadow shadow = shadow(22, lead -> score(lead, "g" + (lead < 20 ? lead : lead - 20 + 100)));
        IntStream.range(0, 20).forEach(lead -> add(shadow, lead));
        String chart = shadow.report().migrationChart();
        assertThat(chart).contains("other grades (2): ").contains("no grade 100.0%");
        assertThat(chart)
                .contains("g19 (2): ")
                .contains("g0 (2): ")
                .doesNotContain("g100")
                .doesNotContain("g101");
        assertThat(swapped(shadow.report()).migrationChart())
                .contains("no grade (42): ")
                .contains("g9 4.8%, other grades 4.8%")
                .doesNotContain("g100");
    }

    @Test
    @DisplayName("A grade that is called like a word of ours stands in quotation marks")
    void gradesWithOurNames() {
        List<String> names =
                List.of("", "no grade", "\"no grade\"", "other grades", "\"other grades", "grade", "\"A\"");
        assertThat(names.stream().map(ShadowText::grade).toList())
                .doesNotHaveDuplicates()
                .containsExactly(
                        "no grade",
                        "\"no grade\"",
                        "\"\"no grade\"\"",
                        "\"other grades\"",
                        "\"\"other grades\"",
                        "grade",
                        "\"A\"");
        SortedMap<String, SortedMap<String, Long>> migration = new TreeMap<>();
        IntStream.range(0, 20).forEach(i -> migration.put("g" + i, new TreeMap<>(Map.of("", 9L))));
        migration.put("other grades", new TreeMap<>(Map.of("other grades", 8L)));
        migration.put("no grade", new TreeMap<>(Map.of("no grade", 10L)));
        migration.put("few", new TreeMap<>(Map.of("few", 1L)));
        String chart = report(new ShadowReport.Unknown(0, 0), migration).migrationChart();
        // eight of "other grades", nine of the last of g0 to g19, one of few
        assertThat(chart)
                .contains("other grades (18): ")
                .contains("&quot;no grade&quot; (10): ")
                .contains(
                        "g0 (9): few 0.0%, &quot;no grade&quot; 0.0%, &quot;other grades&quot; 0.0%, no grade 100.0%;");
    }

    private static ShadowReport swapped(ShadowReport report) {
        SortedMap<String, SortedMap<String, Long>> turned = new TreeMap<>();
        report.migration()
                .forEach((from, row) -> row.forEach((to, count) ->
                        turned.computeIfAbsent(to, none -> new TreeMap<>()).merge(from, count, Long::sum)));
        return report(report.unknown(), turned);
    }

    /** Leads L0, L1 and so on; the challenger gives all of them nothing. */
    private static Shadow shadow(int leads, IntFunction<Score> champion) {
        LeadScorer scorer = (history, asOf) ->
                champion.apply(Integer.parseInt(history.id().value().substring(1)));
        Shadow shadow = Shadow.of(scorer, (history, asOf) -> score(0, ""));
        IntStream.range(0, leads).forEach(lead -> add(shadow, lead));
        return shadow;
    }

    private static void add(Shadow shadow, int lead) {
        shadow.add(new ShadowCase(LeadHistory.of(new LeadId("L" + lead), List.of()), THEN, Optional.empty()));
    }

    @Test
    @DisplayName("The calibration has a bar for each range of either side, with its range")
    void calibrationChart() {
        assertThat(report(new ShadowReport.Unknown(0, 0), migration()).calibrationChart())
                .startsWith("<svg")
                .contains("champion from -1: 40.0%, 20 of 50 (")
                .contains("champion from 12.5: 75.0%, 30 of 40 (")
                .doesNotContain("challenger from");
    }

    @Test
    @DisplayName("There is a form of a comparison without leads")
    void nothing() {
        ShadowReport report = Shadow.of((history, asOf) -> score(0, ""), (history, asOf) -> score(0, ""))
                .report();
        assertThat(report.text()).startsWith("verdict: none, too few leads have a known outcome\nleads: 0, 0 with");
        assertThat(report.migrationChart()).startsWith("<svg");
        assertThat(report.calibrationChart()).startsWith("<svg");
    }
}
