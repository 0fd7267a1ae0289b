package dev.leadkit.scoring.review;

import static dev.leadkit.condition.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Fraction;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.condition.Facts;
import dev.leadkit.event.Captured;
import dev.leadkit.event.Converted;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.ScoringModel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ShadowTest {

    private static final Instant THEN = Instant.parse("2026-05-01T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Field<BigDecimal> SIZE = Field.number("size");
    private static final Field<BigDecimal> LUCK = Field.number("luck");

    private static ScoringEngine engine(String version, Field<BigDecimal> field, long threshold) {
        return ScoringEngine.of(ScoringModel.builder("m", version)
                .dimension(
                        "fit",
                        fit -> fit.rule("big", field(field).atLeast(BigDecimal.valueOf(threshold)), 10)
                                .rule("huge", field(field).atLeast(BigDecimal.valueOf(2 * threshold)), 10))
                .band("A", 20)
                .band("B", 10)
                .build());
    }

    private static LeadHistory lead(int number, long size, long luck, LeadEvent... more) {
        LeadId id = new LeadId("L" + number);
        FieldValues values = FieldValues.builder()
                .set(SIZE, BigDecimal.valueOf(size))
                .set(LUCK, BigDecimal.valueOf(luck))
                .build();
        EventHeader header = header(id, "c", THEN.minusSeconds(9), THEN.minusSeconds(9));
        return LeadHistory.of(id, List.of(Captured.of(header, new Origin("form", "1", true), new Stage("new"), values)))
                .plus(more);
    }

    private static EventHeader header(LeadId lead, String id, Instant occurred, Instant recorded) {
        return new EventHeader(new EventId(id), lead, occurred, recorded);
    }

    private static ShadowCase known(int number, long size, long luck, boolean won) {
        return new ShadowCase(lead(number, size, luck), THEN, Optional.of(won));
    }

    @Test
    @DisplayName("Grades that leads go to, leads that move and their order are told, whatever the order of the leads")
    void moved() {
        List<ShadowCase> cases = new ArrayList<>(List.of(
                known(1, 5, 0, true), // B -> none
                known(2, 10, 10, true), // A -> A
                known(3, 0, 10, false), // none -> A
                known(4, 0, 0, false), // none -> none
                new ShadowCase(lead(5, 5, 10), THEN, Optional.empty()))); // B -> A
        ShadowReport report = null;
        for (int i = 0; i < 5; i++) {
            Shadow shadow = Shadow.of(engine("1", SIZE, 5), engine("2", LUCK, 5));
            cases.forEach(shadow::add);
            assertThat(report == null || report.equals(shadow.report())).isTrue();
            report = shadow.report();
            Collections.shuffle(cases, new Random(i));
        }
        assertThat(List.of(report.leads(), report.changed(), report.regraded())).containsExactly(5L, 3L, 3L);
        assertThat(report.migration())
                .isEqualTo(Map.of("A", Map.of("A", 1L), "B", Map.of("", 1L, "A", 1L), "", Map.of("", 1L, "A", 1L)));
        assertThat(report.moved().stream().map(each -> each.lead() + " " + each.change()))
                .containsExactly("L3 20", "L1 -10", "L5 10");
        assertThat(report.moved().get(0).asOf()).isEqualTo(THEN);
        assertThat(report.champion().auc().value()).contains(Fraction.of(1, 1));
        assertThat(report.challenger().auc().value()).contains(Fraction.of(1, 2));
        assertThat(report.champion().grades())
                .isEqualTo(Map.of("", new Proportion(0, 2), "A", new Proportion(1, 1), "B", new Proportion(1, 1)));
        assertThat(report.champion().calibration().at(0)).contains(new Proportion(0, 2));
        assertThat(report.challenger().calibration().at(0)).contains(new Proportion(2, 4));
        assertThat(report.verdict()).isEqualTo(ShadowReport.Verdict.TOO_FEW_OUTCOMES);
    }

    private static ShadowReport.Verdict verdict(Field<BigDecimal> champion, Field<BigDecimal> challenger, int leads) {
        Shadow shadow = Shadow.of(engine("1", champion, 5), engine("2", challenger, 5));
        Random random = new Random(3);
        for (int i = 0; i < leads; i++) {
            long size = random.nextInt(15);
            shadow.add(known(i, size, random.nextInt(15), size + random.nextInt(10) > 12));
        }
        return shadow.report().verdict();
    }

    @Test
    @DisplayName("The better one is named where the leads show it, and only there")
    void verdicts() {
        assertThat(verdict(LUCK, SIZE, 200)).isEqualTo(ShadowReport.Verdict.CHALLENGER_BETTER);
        assertThat(verdict(SIZE, LUCK, 200)).isEqualTo(ShadowReport.Verdict.CHAMPION_BETTER);
        assertThat(verdict(SIZE, SIZE, 200)).isEqualTo(ShadowReport.Verdict.NO_DIFFERENCE_SHOWN);
        assertThat(verdict(LUCK, SIZE, 30)).isEqualTo(ShadowReport.Verdict.TOO_FEW_OUTCOMES);
    }

    @Test
    @DisplayName("Twenty leads of either outcome are enough for a verdict, nineteen are not")
    void leastOutcomes() {
        assertThat(separated(20, 20)).isEqualTo(ShadowReport.Verdict.CHALLENGER_BETTER);
        assertThat(separated(19, 20)).isEqualTo(ShadowReport.Verdict.TOO_FEW_OUTCOMES);
        assertThat(separated(20, 19)).isEqualTo(ShadowReport.Verdict.TOO_FEW_OUTCOMES);
    }

    private static ShadowReport.Verdict separated(int won, int lost) {
        Shadow shadow = Shadow.of(engine("1", LUCK, 5), engine("2", SIZE, 5));
        for (int i = 0; i < won + lost; i++) {
            shadow.add(known(i, i < won ? 10 : 0, 0, i < won));
        }
        return shadow.report().verdict();
    }

    @Test
    @DisplayName("A lead that moves as far at several moments is told in their order")
    void movedAtSeveralMoments() {
        Shadow shadow = Shadow.of(engine("1", SIZE, 5), engine("2", LUCK, 5));
        for (int day : List.of(2, 3, 1)) {
            shadow.add(new ShadowCase(lead(1, 0, 10), THEN.plus(Duration.ofDays(day)), Optional.empty()));
        }
        assertThat(shadow.report().moved())
                .extracting(ShadowReport.Moved::asOf)
                .containsExactly(
                        THEN.plus(Duration.ofDays(1)), THEN.plus(Duration.ofDays(2)), THEN.plus(Duration.ofDays(3)));
    }

    @Test
    @DisplayName("What was learned after the moment helps neither of them")
    void noLeak() {
        FieldValues late = FieldValues.builder().set(SIZE, BigDecimal.TEN).build();
        LeadHistory history = lead(1, 0, 0);
        LeadHistory more = history.plus(Updated.of(
                header(history.id(), "u", THEN.minusSeconds(5), THEN.plusSeconds(1)),
                new Origin("form", "1", true),
                late));
        Shadow shadow = Shadow.of(engine("1", SIZE, 5), engine("2", LUCK, 5));
        shadow.add(new ShadowCase(more, THEN, Optional.of(true)));
        assertThat(shadow.report().changed()).isZero();
    }

    @Test
    @DisplayName("Converted within the horizon is a win, converted late or not at all is none once the horizon is over")
    void outcomes() {
        LeadHistory won = lead(1, 0, 0);
        LeadHistory atEnd = won.plus(converted(THEN.plus(MONTH)));
        LeadHistory before = won.plus(converted(THEN));
        LeadHistory late = won.plus(converted(THEN.plus(MONTH).plusNanos(1_000)));
        Instant over = THEN.plus(MONTH);
        assertThat(ShadowCase.converted(atEnd, THEN, MONTH, over).outcome()).contains(true);
        assertThat(ShadowCase.converted(atEnd, THEN, MONTH, over.minusSeconds(1))
                        .outcome())
                .contains(true);
        assertThat(ShadowCase.converted(late, THEN, MONTH, over).outcome()).contains(false);
        assertThat(ShadowCase.converted(before, THEN, MONTH, over).outcome()).contains(false);
        assertThat(ShadowCase.converted(won, THEN, MONTH, over.minusNanos(1_000))
                        .outcome())
                .isEmpty();
    }

    private static Converted converted(Instant at) {
        return new Converted(header(new LeadId("L1"), "won", at, at), new Stage("won"), Optional.empty());
    }

    @Test
    @DisplayName("Of many leads that move, those that move most are kept")
    void mostMoved() {
        Shadow shadow = Shadow.of(engine("1", SIZE, 5), engine("2", LUCK, 5));
        for (int i = 0; i < 300; i++) {
            shadow.add(known(i, 0, i < 120 ? 10 : 5, false));
        }
        assertThat(shadow.report().moved())
                .hasSize(Shadow.MOST_MOVED)
                .allMatch(each -> each.change().equals(Points.of(20)))
                .isSortedAccordingTo((a, b) -> a.lead().compareTo(b.lead()));
        assertThat(shadow.report().changed()).isEqualTo(300);
    }

    @Test
    @DisplayName("Drift is found in the inputs that changed, in no others, and shows no personal data")
    void drift() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension(
                        "fit",
                        fit -> fit.rule("big", field(SIZE).atLeast(BigDecimal.TEN), 10)
                                .rule("lucky", field(LUCK).atLeast(BigDecimal.TEN), 10)
                                .rule("city", field(StandardFields.CITY).is("Berlin"), 1)
                                .rule("mail", field(StandardFields.EMAIL).isPresent(), 5))
                .build();
        ScoringEngine engine = ScoringEngine.of(model);
        Population before = population(engine, 400, 15, 0);
        Population same = population(engine, 400, 15, 0);
        Population other = population(engine, 400, 25, 6);
        assertThat(before.drift(same)).noneMatch(each -> each.index().isDrift());
        assertThat(before.drift(other))
                .filteredOn(each -> each.index().isDrift())
                .extracting(Population.Drift::input)
                .containsExactly("field city", "field email", "field size", "score");
        assertThat(before.drift(other))
                .extracting(Population.Drift::input)
                .containsExactly("field city", "field email", "field luck", "field size", "score");
        assertThat(before.drift(Population.of(model))).isEmpty();
    }

    private static Population population(ScoringEngine engine, int leads, int sizes, int first) {
        Population population = Population.of(engine.model());
        Random luck = new Random(5);
        for (int i = 0; i < leads; i++) {
            LeadHistory history = lead(i, i % sizes, luck.nextInt(20));
            FieldValues.Builder values = FieldValues.builder().set(StandardFields.CITY, "city " + (first + i % 30));
            if (i % 2 == 0 && first == 0) {
                values.set(StandardFields.EMAIL, new EmailAddress("jo" + i + "@example.org"));
            }
            LeadHistory known = history.plus(Updated.of(
                    header(history.id(), "u", THEN.minusSeconds(5), THEN.minusSeconds(5)),
                    new Origin("form", "1", true),
                    values.build()));
            population.add(Facts.of(known, THEN), engine.score(known, THEN));
        }
        return population;
    }
}
