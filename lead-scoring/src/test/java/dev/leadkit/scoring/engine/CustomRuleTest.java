package dev.leadkit.scoring.engine;

import static dev.leadkit.condition.Conditions.always;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Confidence;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.model.Rule;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CustomRuleTest {

    private static final String SECRET = "Nightingale";
    private static final ScoringModel MODEL = ScoringModel.builder("m", "1")
            .dimension("fit", d -> d.rule("always", always(), 5).custom("own", "mine", Map.of("factor", 3)))
            .build();

    private static ScoringEngine engine(Rule rule) {
        return ScoringEngine.of(MODEL, RuleRegistry.EMPTY.with("mine", with -> rule));
    }

    private static Leads lead() {
        return Leads.with(
                FieldValues.builder().set(StandardFields.LAST_NAME, SECRET).build());
    }

    static Stream<Arguments> failing() {
        Rule bad = facts -> {
            throw new IllegalStateException("no luck with " + facts.lead().get(StandardFields.LAST_NAME));
        };
        return Stream.of(
                Arguments.of("java.lang.IllegalStateException", bad),
                Arguments.of("java.lang.StackOverflowError", (Rule) CustomRuleTest::endless),
                Arguments.of("java.io.IOException", (Rule) facts -> thrown(new IOException(SECRET))),
                Arguments.of("java.lang.AssertionError", (Rule) facts -> thrown(new AssertionError(SECRET))),
                Arguments.of("java.lang.NoClassDefFoundError", (Rule) facts -> thrown(new NoClassDefFoundError())),
                Arguments.of("null", (Rule) facts -> null),
                Arguments.of("1000000.001 points", (Rule) facts -> RuleResult.of(new Points(1_000_000_001))),
                Arguments.of(
                        "-9223372036854775.808 points", (Rule) facts -> RuleResult.of(new Points(Long.MIN_VALUE))));
    }

    /** Throws what it does not declare, as code in Kotlin does. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuleResult thrown(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static RuleResult endless(Facts facts) {
        return RuleResult.of(deeper(facts).points().plus(Points.of(1)));
    }

    private static RuleResult deeper(Facts facts) {
        return endless(facts);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failing")
    void aFailureCountsNothingAndIsNamedWithoutPersonalData(String was, Rule rule) {
        ScoringEngine engine = engine(rule);
        Score score = engine.score(lead().history(), Leads.NOW);
        assertThat(score.total()).isEqualTo(Points.of(5));
        assertThat(score.faults())
                .containsExactly(
                        new Fault("fit.own", "code that gives an acceptable result", was, "It counts nothing."));
        assertThat(engine.total(lead().history(), Leads.NOW)).isEqualTo(Points.of(5));
        assertThat(engine.explain(lead().history(), Leads.NOW)
                        .reasons()
                        .get(1)
                        .finding()
                        .truth())
                .isEqualTo(Truth.UNKNOWN);
        assertThat(score.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000, -1_000_000})
    void aMillionPointsEitherWayMayBeGiven(long points) {
        Score score = engine(facts -> RuleResult.of(Points.of(points))).score(lead().history(), Leads.NOW);
        assertThat(score.faults()).isEmpty();
        assertThat(score.contributions())
                .contains(new Contribution("fit", "own", Contribution.Kind.RULE, Points.of(points)));
    }

    @Test
    void aRuleThatGivesNothingDoesNotHold() {
        ScoringEngine engine = engine(facts -> RuleResult.NOTHING);
        assertThat(engine.score(lead().history(), Leads.NOW).faults()).isEmpty();
        assertThat(engine.explain(lead().history(), Leads.NOW).reasons().get(1).finding())
                .isEqualTo(new Finding(Truth.FALSE, Points.ZERO, Points.ZERO, List.of()));
    }

    @Test
    void aRuleThatLacksDataLowersTheConfidenceByItsReach() {
        ScoringEngine engine = engine(Rule.upTo(3, facts -> RuleResult.unknown(StandardFields.COMPANY)));
        Score score = engine.score(lead().history(), Leads.NOW);
        assertThat(score.total()).isEqualTo(Points.of(5));
        assertThat(score.faults()).isEmpty();
        assertThat(score.confidence()).isEqualTo(new Confidence(Points.of(5), Points.of(8)));
        List<Reason> unjudged = engine.explain(lead().history(), Leads.NOW).unjudged();
        assertThat(unjudged)
                .containsExactly(new Reason(
                        "fit",
                        MODEL.dimensions().get(0).rules().get(1),
                        new Finding(
                                Truth.UNKNOWN,
                                Points.ZERO,
                                Points.ZERO,
                                List.of(new Evidence.OfField("company", false, Optional.empty()))),
                        Points.of(3)));
    }

    @Test
    void aRuleThatDoesNotApplyOrFailsIsJudgedOrNot() {
        Confidence all = new Confidence(Points.of(8), Points.of(8));
        assertThat(confidence(Rule.upTo(3, facts -> RuleResult.NOTHING))).isEqualTo(all);
        assertThat(confidence(Rule.upTo(3, CustomRuleTest::endless)))
                .isEqualTo(new Confidence(Points.of(5), Points.of(8)));
    }

    @Test
    void aRuleThatDoesNotSayItsReachMakesNoDifferenceToTheConfidence() {
        Rule rule = facts -> RuleResult.unknown(StandardFields.COMPANY, StandardFields.CITY);
        assertThat(confidence(rule)).isEqualTo(new Confidence(Points.of(5), Points.of(5)));
        assertThat(engine(rule).explain(lead().history(), Leads.NOW).toString())
                .contains("?  own: mine with {factor=3}\n      company is missing\n      city is missing");
    }

    private static Confidence confidence(Rule rule) {
        return engine(rule).score(lead().history(), Leads.NOW).confidence();
    }

    @Test
    void aRuleIsAskedOnceForAScoreWithItsConfidence() {
        AtomicInteger asked = new AtomicInteger();
        ScoringEngine engine = engine(facts -> {
            asked.incrementAndGet();
            return RuleResult.unknown(StandardFields.COMPANY);
        });
        engine.score(lead().history(), Leads.NOW);
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1_000_001})
    void aReachOutOfItsBoundsIsRefused(long reach) {
        Rule rule = reaching(List.of(Points.of(reach)));
        assertThatThrownBy(() -> Rule.upTo(reach, rule))
                .hasMessage("reach must be from 0 to 1000000 points, was " + reach);
        assertThatThrownBy(() -> engine(rule))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(
                        "dimensions[0].rules[1].with: must be acceptable to the rule, was [factor]. reach must be from 0 to 1000000 points, was "
                                + reach);
    }

    /** A rule that names one reach after the other. */
    private static Rule reaching(List<Points> reaches) {
        Iterator<Points> next = reaches.iterator();
        return new Rule() {
            @Override
            public RuleResult apply(Facts facts) {
                return RuleResult.NOTHING;
            }

            @Override
            public Points reach() {
                return next.next();
            }
        };
    }

    @Test
    void theReachIsThatOfTheFirstQuestion() {
        assertThat(confidence(reaching(List.of(new Points(2_500), Points.of(-1))))
                        .reachable())
                .isEqualTo(new Points(7_500));
        assertThat(confidence(Rule.upTo(new Points(2_500), facts -> RuleResult.NOTHING))
                        .reachable())
                .isEqualTo(new Points(7_500));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000_000})
    void aReachAtItsBoundsIsCounted(long reach) {
        assertThat(confidence(Rule.upTo(reach, facts -> RuleResult.NOTHING)).reachable())
                .isEqualTo(Points.of(5 + reach));
    }

    @Test
    void whatIsNotKnownGivesNoPointsAndHasAName() {
        assertThatThrownBy(() -> new RuleResult(Points.of(1), List.of(), List.of("company"), Instant.MAX))
                .hasMessage("points must be 0 where something is missing, were 1");
        assertThatThrownBy(() -> new RuleResult(Points.ZERO, List.of(), List.of(" "), Instant.MAX))
                .hasMessage("what is missing must have a name, was blank");
    }

    @Test
    void aScoreByCodeIsDueAtOnce() {
        assertThat(engine(facts -> RuleResult.NOTHING).validUntil(lead().history(), Leads.NOW))
                .contains(Leads.NOW);
    }

    @Test
    void aRuleGetsItsParametersAndGivesItsEvidence() {
        RuleRegistry registry = RuleRegistry.EMPTY.with(
                "mine",
                with -> facts -> RuleResult.of(
                        Points.of((BigDecimal) with.get("factor")).plus(Points.of(4)), "Because of the factor"));
        Explanation explanation = ScoringEngine.of(MODEL, registry).explain(lead().history(), Leads.NOW);
        assertThat(explanation.score().total()).isEqualTo(Points.of(5 + 3 + 4));
        assertThat(explanation.reasons().get(1).finding())
                .isEqualTo(new Finding(
                        Truth.TRUE, Points.of(7), Points.of(7), List.of(new Evidence.Said("Because of the factor"))));
    }

    @Test
    void anUnknownNameIsRefusedWithTheLikelyOne() {
        RuleRegistry registry = RuleRegistry.EMPTY.with("mime", with -> facts -> RuleResult.NOTHING);
        assertThatThrownBy(() -> ScoringEngine.of(MODEL, registry))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("dimensions[0].rules[1].custom: must be a rule of the registry, was \"mine\"")
                .hasMessageContaining("Did you mean \"mime\"?");
    }

    @Test
    void refusedParametersAreToldWithTheirPlace() {
        RuleRegistry picky = RuleRegistry.EMPTY.with("mine", with -> {
            throw new IllegalArgumentException("factor must be even");
        });
        assertThatThrownBy(() -> ScoringEngine.of(MODEL, picky))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("dimensions[0].rules[1].with: must be acceptable to the rule")
                .hasMessageContaining("factor must be even");
    }

    @Test
    void aMakerThatFailsIsRefusedByItsExceptionsName() {
        RuleRegistry broken = RuleRegistry.EMPTY.with("mine", with -> {
            throw new UnsupportedOperationException("later");
        });
        assertThatThrownBy(() -> ScoringEngine.of(MODEL, broken))
                .hasMessageContaining("failed with java.lang.UnsupportedOperationException");
        RuleRegistry missing = RuleRegistry.EMPTY.with("mine", with -> {
            throw new NoClassDefFoundError("com/example/Gone");
        });
        assertThatThrownBy(() -> ScoringEngine.of(MODEL, missing))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("failed with java.lang.NoClassDefFoundError");
        assertThatThrownBy(() -> ScoringEngine.of(MODEL, RuleRegistry.EMPTY.with("mine", with -> null)))
                .hasMessageContaining("must make a rule, made none");
    }

    @Test
    void aNameIsTakenOnce() {
        RuleRegistry one = RuleRegistry.EMPTY.with("mine", with -> facts -> RuleResult.NOTHING);
        assertThatThrownBy(() -> one.with("mine", with -> facts -> RuleResult.NOTHING))
                .hasMessageContaining("must be a new text, was \"mine\"");
    }
}
