package dev.leadkit.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.LeadZone;
import dev.leadkit.condition.index.LeadRecord;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.kit.ScoringModelArbitraries;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Grading;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.NumberRule;
import dev.leadkit.scoring.model.RuleGroup;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Whole models of a handful to ten thousand rules in many groups, against the rules read one by one. */
final class LargeModelsProperties {

    private static final double LEAST = 6;
    private static final double MOST = 2_000;

    @Provide
    Arbitrary<List<ScoringRule>> pools() {
        return ScoringModelArbitraries.rules().list().ofMinSize(4).ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<LeadHistory>> leads() {
        return LeadArbitraries.histories().list().ofSize(4);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return LeadArbitraries.instants();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void anyNumberOfRulesGivesTheTotalOfReadingThem(
            @ForAll("pools") List<ScoringRule> pool,
            @ForAll("leads") List<LeadHistory> leads,
            @ForAll("moments") Instant asOf,
            @ForAll @DoubleRange(min = 0, max = 1) double size,
            @ForAll @IntRange(min = 1, max = 14) int dimensions,
            @ForAll Random random) {
        int rules = (int) Math.round(LEAST * Math.pow(MOST / LEAST, size));
        check(model(pool, rules, dimensions, random), leads, asOf);
    }

    @Property(tries = 3, edgeCases = EdgeCasesMode.NONE)
    void tenThousandRulesDoToo(
            @ForAll("pools") List<ScoringRule> pool,
            @ForAll("leads") List<LeadHistory> leads,
            @ForAll("moments") Instant asOf,
            @ForAll Random random) {
        check(model(pool, 10_000, 20, random), leads, asOf);
    }

    private static void check(ScoringModel model, List<LeadHistory> leads, Instant asOf) {
        ScoringEngine engine = ScoringEngine.of(model, ScoringModelArbitraries.registry());
        Scorer scorer = engine.scorer();
        for (LeadHistory lead : leads) {
            Facts facts = Facts.of(lead, asOf);
            long total = new NaiveScorer(model, ScoringModelArbitraries.registry(), facts).total();
            LeadRecord record = engine.record().read(lead.until(asOf));
            assertThat(List.of(
                            scorer.total(facts),
                            scorer.total(engine.encode(lead.until(asOf)), asOf),
                            scorer.total(record, asOf),
                            engine.score(facts).total().units()))
                    .containsOnly(total);
        }
    }

    /** Rules of the pool and, once it is used up, conjunctions of its conditions and its other rules again, in as many dimensions and twice as many groups. */
    private static ScoringModel model(List<ScoringRule> pool, int count, int dimensions, Random random) {
        List<ConditionRule> conditions = pool.stream()
                .filter(ConditionRule.class::isInstance)
                .map(ConditionRule.class::cast)
                .toList();
        List<Dimension> all = new ArrayList<>();
        for (int d = 0; d < dimensions; d++) {
            List<ScoringRule> rules = new ArrayList<>();
            for (int i = d; i < Math.max(count, dimensions); i += dimensions) {
                rules.add(rule("r" + i, pool.get(i % pool.size()), i < pool.size() ? List.of() : conditions, random));
            }
            all.add(new Dimension("d" + d, rules, groups(d, rules), limits(random, rules.size())));
        }
        return new ScoringModel(new ModelRef("large", "1"), all, limits(random, count), Grading.NONE, LeadZone.UTC);
    }

    private static List<RuleGroup> groups(int dimension, List<ScoringRule> rules) {
        return IntStream.range(0, 2)
                .mapToObj(half -> new RuleGroup(
                        "g" + dimension + "." + half,
                        IntStream.range(0, Math.min(rules.size(), 100))
                                .filter(i -> i % 3 == half)
                                .mapToObj(i -> rules.get(i).id())
                                .toList(),
                        new Limits(Optional.of(Points.of(-30)), Optional.of(Points.of(30 + half))),
                        ""))
                .filter(group -> !group.rules().isEmpty())
                .toList();
    }

    private static Limits limits(Random random, int rules) {
        return random.nextBoolean()
                ? Limits.NONE
                : new Limits(Optional.of(Points.of(-2L * rules)), Optional.of(Points.of(2L * rules)));
    }

    private static ScoringRule rule(String id, ScoringRule like, List<ConditionRule> others, Random random) {
        if (like instanceof ConditionRule one) {
            Points points = others.isEmpty() ? one.points() : new Points(random.nextInt(40_000) - 20_000L);
            return new ConditionRule(
                    id,
                    "",
                    others.isEmpty()
                            ? one.when()
                            : one.when()
                                    .and(others.get(random.nextInt(others.size()))
                                            .when()),
                    points);
        }
        if (like instanceof NumberRule number) {
            return new NumberRule(id, "", number.field(), number.bands(), "");
        }
        return like instanceof InteractionRule each
                ? new InteractionRule(id, "", each.each(), each.worth())
                : new CustomRule(id, "", ((CustomRule) like).custom(), ((CustomRule) like).with());
    }
}
