package dev.leadkit.scoring.engine;

import static dev.leadkit.condition.Conditions.all;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.condition.Conditions.not;
import static dev.leadkit.lead.Contribution.Kind.CAP;
import static dev.leadkit.lead.Contribution.Kind.FLOOR;
import static dev.leadkit.lead.Contribution.Kind.RULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.BoundedPattern;
import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.condition.Truth;
import dev.leadkit.core.kit.ConditionArbitraries;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class ScoringEngineTest {

    private static final Field<String> PAGE = Field.text("page");
    private static final FieldValues GERMAN =
            FieldValues.builder().set(StandardFields.COUNTRY, "DE").build();

    private static Contribution part(String dimension, String rule, Contribution.Kind kind, long points) {
        return new Contribution(dimension, rule, kind, Points.of(points));
    }

    private static Score opens(Worth worth, Leads lead) {
        return ScoringEngine.of(ScoringModel.builder("m", "1")
                        .dimension(
                                "engagement",
                                d -> d.each("opens", interaction("open").filter(), worth))
                        .build())
                .score(lead.history(), Leads.NOW);
    }

    @Test
    void everyCapAndFloorIsAContributionOfItsOwn() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension(
                        "fit",
                        d -> d.rule("de", field(StandardFields.COUNTRY).is("de"), 50)
                                .rule("known", field(StandardFields.COUNTRY).isPresent(), 30)
                                .cap(60))
                .dimension(
                        "engagement",
                        d -> d.each(
                                        "opens",
                                        interaction("open").filter(),
                                        Worth.points(10).cap(25))
                                .rule("idle", interaction("call").none(), -40)
                                .floor(-10))
                .cap(45)
                .band("A", 45)
                .build();
        Leads lead = Leads.with(GERMAN);
        for (int hours = 1; hours <= 3; hours++) {
            lead.did("open", Duration.ofHours(hours));
        }
        Score score = ScoringEngine.of(model).score(lead.history(), Leads.NOW);
        assertThat(score.contributions())
                .containsExactly(
                        part("fit", "de", RULE, 50),
                        part("fit", "known", RULE, 30),
                        part("fit", "", CAP, -20),
                        part("engagement", "opens", RULE, 30),
                        part("engagement", "opens", CAP, -5),
                        part("engagement", "idle", RULE, -40),
                        part("engagement", "", FLOOR, 5),
                        part("", "", CAP, -5));
        assertThat(score.total()).isEqualTo(Points.of(45));
        assertThat(score.grade()).contains(new Grade("A"));
    }

    @Test
    void aWindowIncludesItsEnd() {
        Worth lately = Worth.points(1).within(Duration.ofDays(30));
        Leads lead = Leads.blank()
                .did("open", Duration.ZERO)
                .did("open", Duration.ofDays(30))
                .did("open", Duration.ofDays(30).plusNanos(1));
        assertThat(opens(lately, lead).total()).isEqualTo(Points.of(2));
    }

    @Test
    void calendarDaysCountInteractionsOfEveryTypeWhereNoneIsNamed() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension(
                        "engagement",
                        d -> d.each(
                                        "all",
                                        interaction().filter(),
                                        Worth.points(1).days(7))
                                .each(
                                        "opens",
                                        interaction("open").filter(),
                                        Worth.points(10).days(7)))
                .build();
        Leads lead = Leads.blank().did("open", Duration.ofDays(2)).did("call", Duration.ofDays(1));
        assertThat(ScoringEngine.of(model).total(lead.history(), Leads.NOW)).isEqualTo(Points.of(1 + 1 + 10));
    }

    @Test
    void onlyTheNewestCountWhereSomeAreTooMany() {
        Worth newest = Worth.points(8).halfLife(Duration.ofDays(1)).most(2);
        Leads lead = Leads.blank()
                .did("open", Duration.ofDays(3))
                .did("open", Duration.ofDays(2))
                .did("open", Duration.ofDays(1));
        assertThat(opens(newest, lead).total()).isEqualTo(Points.of(4 + 2));
    }

    @Test
    void negativePointsDecayTowardsZeroToo() {
        Worth penalty = Worth.points(-8).halfLife(Duration.ofDays(1)).floor(-5);
        assertThat(opens(penalty, Leads.blank().did("open", Duration.ofDays(1))).total())
                .isEqualTo(Points.of(-4));
        assertThat(opens(penalty, Leads.blank().did("open", Duration.ZERO)).contributions())
                .containsExactly(part("engagement", "opens", RULE, -8), part("engagement", "opens", FLOOR, 3));
    }

    @Test
    void anUnknownConditionEarnsNothing() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension(
                        "fit",
                        d -> d.rule("abroad", not(field(StandardFields.COUNTRY).is("DE")), 5))
                .build();
        assertThat(ScoringEngine.of(model).total(Leads.blank().history(), Leads.NOW))
                .isEqualTo(Points.ZERO);
    }

    @Test
    void aLeadWithoutHistoryIsScoredByItsFields() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension(
                        "fit", d -> d.rule("de", field(StandardFields.COUNTRY).is("DE"), 5))
                .build();
        Facts facts = Facts.of(Lead.builder(new LeadId("L-1")).overlay(GERMAN).build(), Leads.NOW);
        assertThat(ScoringEngine.of(model).total(facts)).isEqualTo(Points.of(5));
        assertThat(ScoringEngine.of(model).score(facts).total()).isEqualTo(Points.of(5));
    }

    @Test
    void anExpressionPastItsLimitIsNamedWithItsRuleUnlessTheRestDecides() {
        Condition slow = field(StandardFields.COMPANY).matches(ConditionArbitraries.ENDLESS);
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension(
                        "fit",
                        d -> d.rule("slow", slow, 5)
                                .rule("never", all(slow, interaction("visit").atLeast(1)), 7)
                                .rule("named", field(StandardFields.COMPANY).isPresent(), 1))
                .build();
        FieldValues values = FieldValues.builder()
                .set(StandardFields.COMPANY, "a".repeat(5_000))
                .build();
        LeadHistory lead = Leads.with(values).history();
        ScoringEngine engine = ScoringEngine.of(model);
        Score score = engine.score(lead, Leads.NOW);
        assertThat(score.total()).isEqualTo(Points.of(1));
        assertThat(score.faults()).extracting(Fault::path).containsExactly("fit.slow.company");
        assertThat(engine.explain(lead, Leads.NOW).score()).isEqualTo(score);
        Facts facts = Facts.of(lead, Leads.NOW);
        Tally ofRecord = engine.scorer().score(engine.record().read(lead), Leads.NOW);
        assertThat(engine.score(ofRecord, facts)).isEqualTo(score);
        Tally ofEncoded = engine.scorer().score(engine.encode(lead), Leads.NOW);
        assertThat(engine.score(ofEncoded, facts)).isEqualTo(score);
    }

    @Test
    void anExpressionPastItsLimitOnAnInteractionIsNamedOnceWithItsRule() {
        InteractionFilter slow = interaction("visit")
                .where(field(PAGE).matches(ConditionArbitraries.ENDLESS))
                .filter();
        ScoringEngine engine = ScoringEngine.of(ScoringModel.builder("m", "1")
                .dimension(
                        "engagement",
                        d -> d.each("slow", slow, Worth.points(5))
                                .each("all", interaction().filter(), Worth.points(1)))
                .build());
        Leads lead = Leads.blank();
        for (int length = 1_001; length <= 1_003; length++) {
            lead.did(visit("a".repeat(length)), Duration.ofHours(length));
        }
        Score score = engine.score(lead.history(), Leads.NOW);
        assertThat(score.total()).isEqualTo(Points.of(3));
        assertThat(score.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.path()).isEqualTo("engagement.slow.page");
            assertThat(fault.value()).as("that of the newest").contains("1001");
        });
        Explanation explanation = engine.explain(lead.history(), Leads.NOW);
        assertThat(explanation.score()).isEqualTo(score);
        assertThat(explanation.reasons().get(0).finding().truth()).isEqualTo(Truth.UNKNOWN);
        lead.did(visit("a!"), Duration.ofDays(100));
        assertThat(engine.score(lead.history(), Leads.NOW).total()).isEqualTo(Points.of(9));
        assertThat(engine.explain(lead.history(), Leads.NOW)
                        .reasons()
                        .get(0)
                        .finding()
                        .truth())
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void manyTextsTogetherHaveALimitToo() {
        ScoringEngine engine = ScoringEngine.of(ScoringModel.builder("m", "1")
                .dimension(
                        "engagement",
                        d -> d.each(
                                "slow",
                                interaction("visit")
                                        .where(field(PAGE).matches(ConditionArbitraries.ENDLESS))
                                        .filter(),
                                Worth.points(5)))
                .build());
        int bearable = BoundedPattern.MOST_STEPS_OF_COUNT / BoundedPattern.MOST_STEPS - 1;
        Leads lead = Leads.blank().did(visit("a!"), Duration.ofDays(300));
        for (int i = 1; i <= bearable; i++) {
            lead.did(visit(ConditionArbitraries.TOO_LONG_A_TASK), Duration.ofDays(i));
        }
        assertThat(engine.total(lead.history(), Leads.NOW)).isEqualTo(Points.of(5));
        lead.did(visit(ConditionArbitraries.TOO_LONG_A_TASK), Duration.ofDays(bearable + 1));
        assertThat(engine.total(lead.history(), Leads.NOW)).isEqualTo(Points.ZERO);
        assertThat(engine.score(lead.history(), Leads.NOW).faults()).hasSize(1);
    }

    private static Interaction visit(String page) {
        return new Interaction("visit", Direction.INBOUND, Actor.AUTOMATED, Map.of("page", page));
    }

    @Test
    void manyThreadsGetTheSameScores() throws InterruptedException, ExecutionException {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension(
                        "engagement",
                        d -> d.each(
                                "opens",
                                interaction("open").filter(),
                                Worth.points(3).halfLife(Duration.ofHours(7))))
                .build();
        ScoringEngine engine = ScoringEngine.of(model);
        Leads lead = Leads.blank();
        for (int i = 0; i < 100; i++) {
            lead.did("open", Duration.ofMinutes(i * 13L));
        }
        Score alone = engine.score(lead.history(), Leads.NOW);
        assertThat(alone.total()).isGreaterThan(Points.of(new BigDecimal("100")));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Score>> scores = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                scores.add(threads.submit(() -> engine.score(lead.history(), Leads.NOW)));
            }
            for (Future<Score> score : scores) {
                assertThat(score.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
