package dev.leadkit.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Conditions;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.condition.index.EncodedLead;
import dev.leadkit.condition.index.LeadRecord;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Confidence;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.kit.ScoringLaws;
import dev.leadkit.scoring.kit.ScoringModelArbitraries;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.Grading;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

final class ScoringEngineProperties {

    private static final Set<String> SILENT = Set.of("count", "odd");

    @Provide
    Arbitrary<ScoringModel> models() {
        return ScoringModelArbitraries.models();
    }

    @Provide
    Arbitrary<LeadHistory> histories() {
        return LeadArbitraries.histories();
    }

    @Provide
    Arbitrary<Instant> moments() {
        return LeadArbitraries.instants();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void givesWhatTheModelSays(
            @ForAll("models") ScoringModel model,
            @ForAll("histories") LeadHistory lead,
            @ForAll("moments") Instant asOf) {
        NaiveScorer naive = new NaiveScorer(model, ScoringModelArbitraries.registry(), Facts.of(lead, asOf));
        Score score = engine(model).score(lead, asOf);
        assertThat(score.total().units()).isEqualTo(naive.total());
        assertThat(score.dimensions().entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> each.getKey(), each -> each.getValue().units())))
                .isEqualTo(naive.dimensions());
        assertThat(score.grade()).isEqualTo(naive.grade());
        assertThat(score.confidence())
                .isEqualTo(new Confidence(new Points(naive.judged(false)), new Points(naive.judged(true))));
        assertThat(score.model()).isEqualTo(model.ref());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void totalScoreAndExplanationAgree(
            @ForAll("models") ScoringModel model,
            @ForAll("histories") LeadHistory lead,
            @ForAll("moments") Instant asOf) {
        ScoringEngine engine = engine(model);
        Score score = engine.score(lead, asOf);
        assertThat(engine.total(lead, asOf)).isEqualTo(score.total());
        assertThat(engine.explain(lead, asOf).score()).isEqualTo(score);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void theTotalIsTheSameOnEveryWay(
            @ForAll("models") ScoringModel model,
            @ForAll("histories") LeadHistory lead,
            @ForAll("moments") Instant asOf) {
        ScoringEngine engine = engine(model);
        Facts facts = Facts.of(lead, asOf);
        long total = new NaiveScorer(model, ScoringModelArbitraries.registry(), facts).total();
        EncodedLead encoded = engine.encode(lead.until(asOf));
        LeadRecord record = engine.record().read(lead.until(asOf));
        Scorer scorer = engine.scorer();
        assertThat(List.of(
                        scorer.total(lead, asOf),
                        scorer.total(encoded, asOf),
                        scorer.total(facts),
                        scorer.total(record, asOf),
                        scorer.score(encoded, asOf).total().units(),
                        scorer.score(record, asOf).total().units(),
                        scorer.score(facts).total().units(),
                        engine.total(facts).units(),
                        engine.withoutMemo().total(facts).units()))
                .containsOnly(total);
        Score score = engine.score(scorer.score(encoded, asOf), facts);
        assertThat(score).isEqualTo(engine.score(facts));
        assertThat(score).isEqualTo(engine.score(scorer.score(record, asOf), facts));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void theScoreStaysUntilItIsDue(
            @ForAll("models") ScoringModel model,
            @ForAll("histories") LeadHistory history,
            @ForAll("moments") Instant asOf,
            @ForAll @LongRange(min = 0, max = 1_000_000) long share) {
        ScoringModel plain = withoutSilentCode(model);
        LeadHistory lead = history.until(asOf);
        Score now = engine(plain).score(lead, asOf);
        Optional<Instant> until = engine(plain).validUntil(lead, asOf);
        Instant end = until.orElse(asOf.plus(Duration.ofDays(4_000)));
        assertThat(end).isAfter(asOf);
        long nanos = Math.min(
                Duration.between(asOf, end).toNanos() - 1,
                Duration.ofDays(4_000).toNanos());
        Instant within = asOf.plusNanos(BigInteger.valueOf(nanos)
                .multiply(BigInteger.valueOf(share))
                .divide(BigInteger.valueOf(1_000_000))
                .longValueExact());
        assertThat(engine(plain).score(lead, within)).isEqualTo(now);
        assertThat(engine(plain).score(lead, asOf.plusNanos(nanos))).isEqualTo(now);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aTallyTellsWhatGavePointsOrDisqualified(
            @ForAll("models") ScoringModel model,
            @ForAll("histories") LeadHistory lead,
            @ForAll("histories") LeadHistory other,
            @ForAll("moments") Instant asOf) {
        ScoringEngine engine = engine(model);
        Scorer scorer = engine.scorer();
        for (LeadHistory each : List.of(lead, other, lead)) {
            Facts facts = Facts.of(each, asOf);
            Explanation explanation = engine.explain(facts);
            List<Integer> expected = new ArrayList<>();
            for (int place = 0; place < explanation.reasons().size(); place++) {
                Reason reason = explanation.reasons().get(place);
                assertThat(engine.rule(place)).isEqualTo(reason.rule());
                if (reason.finding().earned().units() != 0) {
                    expected.add(place);
                }
            }
            for (int d = 0; d < explanation.rulings().size(); d++) {
                if (explanation.rulings().get(d).finding().truth() == Truth.TRUE) {
                    expected.add(explanation.reasons().size() + d);
                }
            }
            Tally tally = scorer.score(facts);
            assertThat(tally.fired()).containsExactlyInAnyOrder(expected.toArray(Integer[]::new));
            assertThat(tally).hasToString("Tally[" + explanation.score().total() + " points]");
        }
    }

    /** Without the custom rules that do not tell how long their results hold. */
    private static ScoringModel withoutSilentCode(ScoringModel model) {
        List<Dimension> dimensions = new ArrayList<>();
        for (Dimension each : model.dimensions()) {
            List<ScoringRule> rules = new ArrayList<>(each.rules());
            rules.removeIf(rule -> rule instanceof CustomRule custom && SILENT.contains(custom.custom()));
            rules.add(new ConditionRule("always-" + each.name(), "", Conditions.always(), Points.of(1)));
            dimensions.add(new Dimension(each.name(), rules, each.limits()));
        }
        return new ScoringModel(model.ref(), dimensions, model.limits(), model.grading(), model.zone());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void contributionsAddUpAndStayWithinTheLimits(
            @ForAll("models") ScoringModel model,
            @ForAll("histories") LeadHistory lead,
            @ForAll("moments") Instant asOf) {
        Score score = engine(model).score(lead, asOf);
        ScoringLaws.contributionsAddUp(score);
        ScoringLaws.adjustmentsHaveTheirSign(score);
        boolean forced = score.contributions().stream().anyMatch(part -> part.kind() == Contribution.Kind.DISQUALIFIED);
        model.limits()
                .cap()
                .ifPresent(cap ->
                        assertThat(forced || score.total().compareTo(cap) <= 0).isTrue());
        model.limits()
                .floor()
                .ifPresent(floor -> assertThat(forced || score.total().compareTo(floor) >= 0)
                        .isTrue());
        ScoringLaws.theFutureMakesNoDifference(engine(model), lead, asOf);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfRulesAndDimensionsMakesNoDifference(
            @ForAll("models") ScoringModel model,
            @ForAll("histories") LeadHistory lead,
            @ForAll("moments") Instant asOf,
            @ForAll Random random) {
        List<Dimension> shuffled = new ArrayList<>();
        for (Dimension dimension : model.dimensions()) {
            List<ScoringRule> rules = new ArrayList<>(dimension.rules());
            Collections.shuffle(rules, random);
            shuffled.add(new Dimension(dimension.name(), rules, dimension.groups(), dimension.limits()));
        }
        Collections.shuffle(shuffled, random);
        Score one = engine(model).score(lead, asOf);
        List<Disqualifier> out = new ArrayList<>(model.grading().disqualifiers());
        Collections.shuffle(out, random);
        Grading grading = new Grading(model.bands(), model.grading().matrix(), out);
        Score other = engine(new ScoringModel(model.ref(), shuffled, model.limits(), grading, model.zone()))
                .score(lead, asOf);
        assertThat(other.contributions()).containsExactlyInAnyOrderElementsOf(one.contributions());
        assertThat(other.dimensions()).isEqualTo(one.dimensions());
        assertThat(other.grade()).isEqualTo(one.grade());
        assertThat(other.faults()).isEqualTo(one.faults());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aRuleThatIsNeverTrueChangesNothing(
            @ForAll("models") ScoringModel model,
            @ForAll("histories") LeadHistory lead,
            @ForAll("moments") Instant asOf,
            @ForAll @IntRange(max = 2) int where) {
        List<Dimension> dimensions = new ArrayList<>(model.dimensions());
        Dimension old = dimensions.remove(where % dimensions.size());
        List<ScoringRule> rules = new ArrayList<>(old.rules());
        rules.add(0, new ConditionRule("never", "", Conditions.any(), Points.of(1_000)));
        dimensions.add(where % model.dimensions().size(), new Dimension(old.name(), rules, old.groups(), old.limits()));
        ScoringModel larger = new ScoringModel(model.ref(), dimensions, model.limits(), model.grading(), model.zone());
        Score one = engine(model).score(lead, asOf);
        Score other = engine(larger).score(lead, asOf);
        assertThat(other.contributions()).isEqualTo(one.contributions());
        assertThat(other.dimensions()).isEqualTo(one.dimensions());
        assertThat(other.grade()).isEqualTo(one.grade());
        assertThat(other.faults()).isEqualTo(one.faults());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void withNothingNewEveryInteractionRuleFadesToNothing(
            @ForAll("models") ScoringModel model,
            @ForAll("histories") LeadHistory lead,
            @ForAll @IntRange(min = 1, max = 100_000) int hours) {
        Instant end = LeadArbitraries.BEGIN.plus(Duration.ofDays(10));
        List<Reason> before = engine(model).explain(lead, end).reasons();
        List<Reason> after =
                engine(model).explain(lead, end.plus(Duration.ofHours(hours))).reasons();
        List<Reason> last =
                engine(model).explain(lead, end.plus(Duration.ofDays(9_999))).reasons();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).rule() instanceof InteractionRule rule) {
                assertThat(magnitude(after.get(i))).isLessThanOrEqualTo(magnitude(before.get(i)));
                boolean fades = rule.worth().fading().halfLife().isPresent()
                        || rule.worth().fading().within().isPresent()
                        || rule.worth().fading().days().isPresent();
                assertThat(fades ? magnitude(last.get(i)) : 0).isZero();
            }
        }
    }

    private static long magnitude(Reason reason) {
        return Math.abs(reason.finding().counted().units());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void everyReasonIsExplainedAndItsEvidenceAddsUp(
            @ForAll("models") ScoringModel model,
            @ForAll("histories") LeadHistory lead,
            @ForAll("moments") Instant asOf) {
        Explanation explanation = engine(model).explain(lead, asOf);
        assertThat(new HashSet<>(explanation.reasons())).hasSameSizeAs(explanation.reasons());
        assertThat(explanation.reasons().stream().map(Reason::rule).toList())
                .isEqualTo(model.dimensions().stream()
                        .flatMap(dimension -> dimension.rules().stream())
                        .toList());
        for (Reason reason : explanation.reasons()) {
            if (reason.rule() instanceof InteractionRule) {
                assertThat(worths(reason)).isEqualTo(reason.finding().earned().units());
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theEvidenceShowsNoPersonalData(
            @ForAll("models") ScoringModel model,
            @ForAll("histories") LeadHistory lead,
            @ForAll("moments") Instant asOf) {
        String evidence = engine(model).explain(lead, asOf).reasons().stream()
                .flatMap(reason -> reason.finding().evidence().stream())
                .map(Evidence::toString)
                .collect(Collectors.joining("\n"));
        assertThat(evidence.toLowerCase(Locale.ROOT)).doesNotContain("@example", "+49", "+1555");
    }

    private static long worths(Reason reason) {
        return reason.finding().evidence().stream()
                .map(Evidence.OfInteraction.class::cast)
                .mapToLong(event -> event.points().orElseThrow().units())
                .sum();
    }

    private static ScoringEngine engine(ScoringModel model) {
        return ScoringEngine.of(model, ScoringModelArbitraries.registry());
    }
}
