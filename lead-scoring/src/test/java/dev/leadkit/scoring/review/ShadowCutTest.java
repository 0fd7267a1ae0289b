package dev.leadkit.scoring.review;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Fraction;
import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.Captured;
import dev.leadkit.event.Converted;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.learn.Example;
import dev.leadkit.scoring.model.ScoringModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What both see of a history that was imported long after it happened. */
final class ShadowCutTest {

    private static final Instant TODAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant CAPTURED = Instant.parse("2025-03-01T00:00:00Z");
    private static final Instant THEN = CAPTURED.plusSeconds(60);
    private static final ScoringEngine CHAMPION = engine("1", "FR");
    private static final ScoringEngine CHALLENGER = engine("2", "DE");

    private static ScoringEngine engine(String version, String country) {
        return ScoringEngine.of(ScoringModel.builder("m", version)
                .dimension("fit", fit -> fit.rule("country", field(COUNTRY).is(country), 10))
                .build());
    }

    /** Every second lead is from Germany, and converted. */
    private static LeadHistory lead(int number, UnaryOperator<Instant> recorded) {
        LeadId id = new LeadId("L" + number);
        boolean won = number % 2 == 0;
        FieldValues values =
                FieldValues.builder().set(COUNTRY, won ? "DE" : "AT").build();
        LeadHistory history = LeadHistory.of(
                id,
                List.of(Captured.of(
                        header(id, "c", CAPTURED, recorded), new Origin("crm", "1", true), new Stage("new"), values)));
        return won
                ? history.plus(new Converted(
                        header(id, "w", THEN.plusSeconds(60), recorded), new Stage("won"), Optional.empty()))
                : history;
    }

    private static EventHeader header(LeadId lead, String id, Instant at, UnaryOperator<Instant> recorded) {
        return new EventHeader(new EventId(id), lead, at, recorded.apply(at));
    }

    private static LeadHistory imported(int number) {
        return lead(number, at -> TODAY);
    }

    private static LeadHistory timely(int number) {
        return lead(number, at -> at);
    }

    private static ShadowCase judged(LeadHistory history) {
        return ShadowCase.converted(history, THEN, Duration.ofDays(90), TODAY);
    }

    private static ShadowReport report(List<ShadowCase> cases) {
        Shadow shadow = Shadow.of(CHAMPION, CHALLENGER);
        cases.forEach(shadow::add);
        return shadow.report();
    }

    @Test
    @DisplayName("A history that was imported today is not compared by what was known, and the report says why")
    void importedByKnown() {
        ShadowReport report = report(IntStream.range(0, 60)
                .mapToObj(number -> judged(imported(number)))
                .toList());
        assertThat(report.verdict()).isEqualTo(ShadowReport.Verdict.MOSTLY_UNKNOWN);
        assertThat(report.unknown()).isEqualTo(new ShadowReport.Unknown(60, 60));
        assertThat(report.outcomes()).isEqualTo(new Outcomes(30, 30));
        assertThat(report.challenger().auc().value()).contains(Fraction.of(1, 2));
    }

    @Test
    @DisplayName("By what had occurred, an imported history gives the report of one that was recorded in time")
    void importedByOccurrence() {
        ShadowReport report = report(IntStream.range(0, 60)
                .mapToObj(number -> judged(imported(number)).byOccurrence())
                .toList());
        assertThat(report)
                .isEqualTo(report(IntStream.range(0, 60)
                        .mapToObj(number -> judged(timely(number)))
                        .toList()));
        assertThat(report.verdict()).isEqualTo(ShadowReport.Verdict.CHALLENGER_BETTER);
        assertThat(report.unknown()).isEqualTo(new ShadowReport.Unknown(0, 0));
        assertThat(report.challenger().auc().value()).contains(Fraction.of(1, 1));
    }

    @Test
    @DisplayName("Half of the leads with an outcome may be unknown, one more may not; those without one do not count")
    void moreThanHalf() {
        assertThat(mixed(40, 40, 0).verdict()).isEqualTo(ShadowReport.Verdict.CHALLENGER_BETTER);
        assertThat(mixed(41, 40, 0).verdict()).isEqualTo(ShadowReport.Verdict.MOSTLY_UNKNOWN);
        assertThat(mixed(40, 40, 50).verdict()).isEqualTo(ShadowReport.Verdict.CHALLENGER_BETTER);
        assertThat(mixed(40, 40, 50).unknown()).isEqualTo(new ShadowReport.Unknown(90, 40));
        assertThat(mixed(1, 0, 0).verdict()).isEqualTo(ShadowReport.Verdict.MOSTLY_UNKNOWN);
        assertThat(mixed(0, 0, 50).verdict()).isEqualTo(ShadowReport.Verdict.TOO_FEW_OUTCOMES);
    }

    private static ShadowReport mixed(int imported, int timely, int open) {
        Shadow shadow = Shadow.of(CHAMPION, CHALLENGER);
        IntStream.range(0, imported).forEach(number -> shadow.add(judged(imported(number))));
        IntStream.range(0, timely).forEach(number -> shadow.add(judged(timely(number))));
        IntStream.range(0, open)
                .forEach(number -> shadow.add(new ShadowCase(imported(number), THEN, Optional.empty())));
        return shadow.report();
    }

    @Test
    @DisplayName("A lead that did not exist yet is no unknown one")
    void notYet() {
        ShadowCase before = new ShadowCase(imported(1), CAPTURED.minusSeconds(1), Optional.of(false));
        assertThat(report(List.of(before)).unknown()).isEqualTo(new ShadowReport.Unknown(0, 0));
        ShadowCase at = new ShadowCase(imported(1), CAPTURED, Optional.of(false));
        assertThat(report(List.of(at)).unknown()).isEqualTo(new ShadowReport.Unknown(1, 1));
    }

    @Test
    @DisplayName("By what had occurred, a lead is scored as the learner sees it")
    void asTheLearner() {
        LeadHistory history = imported(0);
        Example example = Example.of(history, THEN).orElseThrow();
        Shadow shadow = Shadow.of(CHAMPION, CHALLENGER);
        shadow.add(judged(history).byOccurrence());
        ShadowReport.Moved moved = shadow.report().moved().get(0);
        assertThat(moved.challenger()).isEqualTo(CHALLENGER.score(example.facts()));
        assertThat(moved.champion()).isEqualTo(CHAMPION.score(example.facts()));
    }

    @Provide
    Arbitrary<List<LeadEvent>> events() {
        return LeadArbitraries.events();
    }

    @Provide
    Arbitrary<Instant> moments() {
        return LeadArbitraries.instants();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aCaseIsUnknownWhereSomethingHadOccurredAndNothingOfItWasRecorded(
            @ForAll("events") List<LeadEvent> events, @ForAll("moments") Instant asOf) {
        LeadHistory history = LeadHistory.of(LeadArbitraries.LEAD, events);
        ShadowCase known = new ShadowCase(history, asOf, Optional.empty());
        long occurred = 0;
        long recorded = 0;
        for (LeadEvent event : history.events()) {
            if (!event.occurredAt().isAfter(asOf)) {
                occurred++;
                recorded += event.header().recordedAt().isAfter(asOf) ? 0 : 1;
            }
        }
        assertThat(known.isUnknown()).isEqualTo(occurred > 0 && recorded == 0);
        assertThat(known.byOccurrence().isUnknown()).isFalse();
        assertThat(known.byOccurrence().seen().events()).hasSize((int) occurred);
    }
}
