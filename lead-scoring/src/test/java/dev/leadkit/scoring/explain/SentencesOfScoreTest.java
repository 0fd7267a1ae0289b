package dev.leadkit.scoring.explain;

import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.scoring.explain.Switches.off;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.chart.WaterfallChart.Step;
import dev.leadkit.condition.Condition;
import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.lead.Confidence;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.NumberBands;
import dev.leadkit.scoring.model.Rule;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringModelBuilder;
import dev.leadkit.scoring.model.Verdict;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A score in plain English")
final class SentencesOfScoreTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LeadId LEAD = new LeadId("L-1");
    private static final Field<BigDecimal> SIZE = Field.number("size");
    private static final Condition RIVAL = field(StandardFields.COMPANY).is("Rival");
    private static final Sentences ENGLISH = Sentences.of(Locale.ENGLISH);

    private static ScoringModelBuilder model() {
        return ScoringModel.builder("m", "1");
    }

    /** A lead of a size that had so many visits, a day apart, the first one now. */
    private static LeadHistory lead(long size, int visits) {
        FieldValues values =
                FieldValues.builder().set(SIZE, BigDecimal.valueOf(size)).build();
        List<LeadEvent> events = new ArrayList<>();
        events.add(Captured.of(header("c", 30), new Origin("form", "1", true), new Stage("new"), values));
        for (int day = 0; day < visits; day++) {
            events.add(new Interacted(header("visit-" + day, day), Interaction.inbound("visit")));
        }
        return LeadHistory.of(LEAD, events);
    }

    private static EventHeader header(String id, int daysAgo) {
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        return new EventHeader(new EventId(id), LEAD, at, at);
    }

    private static Explanation explained(ScoringModelBuilder model, LeadHistory lead) {
        return explained(model, lead, NOW);
    }

    private static Explanation explained(ScoringModelBuilder model, LeadHistory lead, Instant asOf) {
        RuleRegistry registry = RuleRegistry.EMPTY.with("own", with -> facts -> RuleResult.of(Points.of(3)));
        return ScoringEngine.of(model.build(), registry).explain(lead, asOf);
    }

    @Test
    @DisplayName(
            "tells total and grade, what the next one lacks, and what could not be judged, each only where it is so")
    void summary() {
        ScoringModelBuilder plain = model().dimension("fit", d -> d.rule("a", always(), 1));
        assertThat(ENGLISH.summary(explained(plain, lead(1, 0)))).isEqualTo("1 point.");
        ScoringModelBuilder graded = model().dimension("fit", d -> d.rule("a", always(), -1))
                .band("A", 0)
                .band("B", -1);
        assertThat(ENGLISH.summary(explained(graded, lead(1, 0))))
                .isEqualTo("-1 point, grade B. 1 point more for grade A.");
        ScoringModelBuilder doubtful = model().dimension(
                        "fit", d -> d.rule("a", always(), 2).rule("rival", RIVAL, -1))
                .band("A", 2);
        assertThat(ENGLISH.summary(explained(doubtful, lead(1, 0))))
                .isEqualTo("2 points, grade A. 2 of the 3 points that can be reached could be judged (66 %).");
    }

    @Test
    @DisplayName("names each kind of rule by what it asks, with what age took, and each limit by what it limits")
    void contributions() {
        ScoringModelBuilder model = model().dimension(
                        "fit",
                        d -> d.number("size", SIZE, NumberBands.NONE.below(5, 2).atLeast(5, 7))
                                .custom("own", "own", Map.of())
                                .each(
                                        "visits",
                                        interaction("visit").filter(),
                                        Worth.points(8)
                                                .halfLife(Duration.ofDays(1))
                                                .cap(11))
                                .each(
                                        "week",
                                        interaction("visit").filter(),
                                        Worth.points(1).within(Duration.ofDays(7)))
                                .group("low", g -> g.rule("bad", always(), -9).floor(-5))
                                .cap(12))
                .dimension("other", d -> d.rule("worse", always(), -40).floor(-30))
                .floor(-15);
        assertThat(ENGLISH.contributions(explained(model, lead(6, 2))))
                .containsExactly(
                        "+7 points: size by bands.",
                        "+3 points: own.",
                        "+12 points: each visit (2 counted; age took 4 points).",
                        "-1 point: cap of the rule \"each visit\".",
                        "+2 points: each visit within 7 days (2 counted).",
                        "-9 points: always.",
                        "+4 points: floor of the group low.",
                        "-6 points: cap of fit.",
                        "-40 points: always.",
                        "+10 points: floor of other.",
                        "+3 points: floor of the total.");
        assertThat(ENGLISH.contributions(explained(
                        model().dimension("fit", d -> d.rule("a", always(), 9)).cap(4), lead(1, 0))))
                .containsExactly("+9 points: always.", "-5 points: cap of the total.");
    }

    @Test
    @DisplayName("says what disqualifies and to what, and which rules lack which fields")
    void doubts() {
        ScoringModelBuilder model = model().dimension(
                        "fit",
                        d -> d.rule("both", RIVAL.and(field(StandardFields.CITY).is("Graz")), 4)
                                .number("size", SIZE, NumberBands.NONE.below(5, 2)))
                .disqualify("x", always(), Verdict.grade("X"))
                .disqualify("y", always(), Verdict.total(-3));
        LeadHistory nobody = LeadHistory.of(LEAD, List.of());
        assertThat(ENGLISH.unjudged(explained(model, nobody)))
                .containsExactly(
                        "Not judged: company is Rival and city is Graz; up to 4 points hang on it. Missing: company, city.",
                        "Not judged: size by bands; up to 2 points hang on it. Missing: size.");
        assertThat(ENGLISH.contributions(explained(model, nobody)))
                .containsExactly(
                        "0 points: disqualified, because always (verdict: grade X).",
                        "-3 points: disqualified, because always (verdict: total -3).");
    }

    @Test
    @DisplayName("names the disqualifiers that may hold or not, without any change of the confidence")
    void undecided() {
        ScoringModelBuilder model = model().dimension("fit", d -> d.rule("a", always(), 9))
                .disqualify("rival", RIVAL, Verdict.total(-3).andGrade("X"));
        Explanation unknown = explained(model, LeadHistory.of(LEAD, List.of()));
        assertThat(ENGLISH.unjudged(unknown))
                .containsExactly(
                        "Not judged: company is Rival; this would disqualify (total -3, grade X). Missing: company.");
        assertThat(Sentences.of(Locale.GERMAN).unjudged(unknown))
                .containsExactly(
                        "Nicht beurteilt: Firma ist Rival; das würde ausschließen (Summe -3, Note X). Es fehlt:"
                                + " Firma.");
        assertThat(unknown.score().confidence()).isEqualTo(new Confidence(Points.of(9), Points.of(9)));
        assertThat(unknown.toString()).contains("?  rival: company is Rival\n      company is missing");
    }

    @Test
    @DisplayName("names what a custom rule lacks, and what hangs on it")
    void lacking() {
        RuleRegistry registry = RuleRegistry.EMPTY.with(
                "own", with -> Rule.upTo(25, facts -> RuleResult.unknown(StandardFields.COMPANY)));
        Explanation explanation = ScoringEngine.of(
                        model().dimension("fit", d -> d.custom("own", "own", Map.of()))
                                .build(),
                        registry)
                .explain(lead(1, 0), NOW);
        assertThat(ENGLISH.unjudged(explanation))
                .containsExactly("Not judged: own; up to 25 points hang on it. Missing: company.");
    }

    @Test
    @DisplayName("a rule that failed is not judged without a field to blame")
    void failed() {
        RuleRegistry registry = RuleRegistry.EMPTY.with("own", with -> facts -> {
            throw new IllegalStateException();
        });
        Explanation explanation = ScoringEngine.of(
                        model().dimension("fit", d -> d.custom("own", "own", Map.of()))
                                .build(),
                        registry)
                .explain(lead(1, 0), NOW);
        assertThat(ENGLISH.unjudged(explanation)).containsExactly("Not judged: own.");
        assertThat(Sentences.of(Locale.GERMAN).unjudged(explanation)).containsExactly("Nicht beurteilt: own.");
    }

    @Test
    @DisplayName("tells every change between two moments by its cause")
    void changes() {
        ScoringModelBuilder model = model().dimension(
                        "fit",
                        d -> d.rule(
                                        "today",
                                        interaction("visit")
                                                .within(Duration.ofDays(1))
                                                .atLeast(1),
                                        5)
                                .rule(
                                        "idle",
                                        interaction("visit")
                                                .within(Duration.ofDays(1))
                                                .none(),
                                        -2)
                                .each(
                                        "visits",
                                        interaction("visit").filter(),
                                        Worth.points(8)
                                                .halfLife(Duration.ofDays(1))
                                                .within(Duration.ofDays(3)))
                                .cap(9))
                .disqualify(
                        "stale", interaction("visit").within(Duration.ofDays(2)).none(), Verdict.total(-7));
        LeadHistory lead = lead(1, 1);
        Explanation now = explained(model, lead);
        Explanation tomorrow = explained(model, lead, NOW.plus(Duration.ofDays(1)));
        Explanation later = explained(model, lead, NOW.plus(Duration.ofDays(4)));
        assertThat(said(now, tomorrow))
                .containsExactly("-4 points: older by now: each visit within 3 days.", "+4 points: limits of fit.");
        assertThat(said(now, later))
                .containsExactly(
                        "-2 points: new: no visit within 1 day.",
                        "-5 points: what disqualifies: no visit within 2 days.",
                        "-5 points: no longer: at least 1 times visit within 1 day.",
                        "-8 points: no longer: each visit within 3 days.",
                        "+4 points: limits of fit.");
        assertThat(said(later, now))
                .containsExactlyInAnyOrder(
                        "+2 points: no longer: no visit within 1 day.",
                        "+5 points: what disqualifies: no visit within 2 days.",
                        "+5 points: new: at least 1 times visit within 1 day.",
                        "+8 points: new: each visit within 3 days.",
                        "-4 points: limits of fit.");
    }

    private static List<String> said(Explanation before, Explanation after) {
        return ENGLISH.changes(ScoreDiff.between(before, after), after);
    }

    @Test
    @DisplayName("of very many contributions those of the greatest magnitude have a bar each, in the score's order")
    void bars() {
        ScoringModelBuilder model = model().dimension("fit", d -> {
            d.rule("first", always(), 1);
            IntStream.rangeClosed(1, 19).forEach(i -> d.rule("r" + i, always(), 10));
            d.rule("bad", always(), -50).rule("last", always(), 1);
        });
        List<Step> steps = ScoreChart.of(explained(model, lead(1, 0)), ENGLISH).steps();
        assertThat(steps).hasSize(22);
        assertThat(steps.get(0)).isEqualTo(Step.of("always", Points.of(10).toBigDecimal()));
        assertThat(steps.get(19)).isEqualTo(Step.of("always", Points.of(-50).toBigDecimal()));
        assertThat(steps.get(20)).isEqualTo(Step.of("2 others", Points.of(2).toBigDecimal()));
        assertThat(steps.get(21)).isEqualTo(Step.sum("Total"));
    }

    @Test
    @DisplayName("labels of bars name what disqualifies, and a limit")
    void labels() {
        ScoringModelBuilder model = model().dimension(
                        "fit", d -> d.rule("a", always(), 9).cap(4))
                .disqualify("x", always(), Verdict.total(1));
        assertThat(ScoreChart.of(explained(model, lead(1, 0)), ENGLISH).steps())
                .containsExactly(
                        Step.of("always", Points.of(9).toBigDecimal()),
                        Step.of("cap of fit", Points.of(-5).toBigDecimal()),
                        Step.of("always", Points.of(-3).toBigDecimal()),
                        Step.sum("Total"));
    }

    @Test
    @DisplayName("says how many more interactions the smallest change takes, and which other rules")
    void flips() {
        ScoringModelBuilder model = model().dimension(
                        "fit",
                        d -> d.each(
                                        "visits",
                                        interaction("visit").filter(),
                                        Worth.points(3).most(4))
                                .rule("never", off("met"), 4)
                                .number(
                                        "size",
                                        SIZE,
                                        NumberBands.NONE.below(5, -2).atLeast(5, 1)))
                .band("A", 14);
        Explanation explanation = explained(model, lead(1, 1));
        SmallestChange change = SmallestChange.of(model.build(), explanation);
        assertThat(change.flips())
                .containsExactly(
                        new Flip("fit", "visits", Points.of(3), Points.of(12), 3),
                        new Flip("fit", "never", Points.ZERO, Points.of(4), 0));
        assertThat(ENGLISH.changes(change, explanation))
                .containsExactly("+9 points with 3 more: each visit.", "+4 points (to 4): met is present.");
        assertThat(change.points()).isEqualTo(Points.of(13));
    }
}
