package dev.leadkit.scoring.kit;

import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.core.kit.ConditionArbitraries;
import dev.leadkit.event.Direction;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Fading;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Models for property tests, over the leads of {@code LeadArbitraries}: every kind of rule, tight caps and floors. */
public final class ScoringModelArbitraries {

    private static final List<String> GRADES = List.of("A", "B", "C");

    private ScoringModelArbitraries() {}

    /** The custom rules that the models name: one counts interactions, one fails for leads with an even number of them. */
    public static RuleRegistry registry() {
        return RuleRegistry.EMPTY
                .with("count", with -> {
                    Points each = Points.of(with.get("points") instanceof BigDecimal points ? points : BigDecimal.ONE);
                    return facts ->
                            RuleResult.of(new Points(facts.interactions().size() * each.units()), "counted");
                })
                .with("odd", with -> facts -> {
                    if (facts.interactions().size() % 2 == 0) {
                        throw new IllegalStateException("lead " + facts.lead().values());
                    }
                    return RuleResult.of(Points.of(7));
                });
    }

    /** Models of one to three dimensions with one to five rules each. */
    public static Arbitrary<ScoringModel> models() {
        Arbitrary<List<List<ScoringRule>>> rules =
                rules().list().ofMinSize(1).ofMaxSize(5).list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<List<Limits>> limits = limits().list().ofSize(4);
        return Combinators.combine(rules, limits, bands()).as((dimensions, bounds, bands) -> {
            List<Dimension> named = new ArrayList<>();
            for (int d = 0; d < dimensions.size(); d++) {
                named.add(new Dimension("d" + d, numbered(d, dimensions.get(d)), bounds.get(d)));
            }
            return new ScoringModel(new ModelRef("any", "1"), named, bounds.get(3), bands);
        });
    }

    private static List<ScoringRule> numbered(int dimension, List<ScoringRule> rules) {
        List<ScoringRule> numbered = new ArrayList<>();
        for (ScoringRule rule : rules) {
            numbered.add(renamed(rule, "r" + dimension + "." + numbered.size()));
        }
        return numbered;
    }

    private static ScoringRule renamed(ScoringRule rule, String id) {
        if (rule instanceof ConditionRule condition) {
            return new ConditionRule(id, rule.description(), condition.when(), condition.points());
        }
        return rule instanceof InteractionRule each
                ? new InteractionRule(id, rule.description(), each.each(), each.worth())
                : new CustomRule(id, rule.description(), ((CustomRule) rule).custom(), ((CustomRule) rule).with());
    }

    /** Rules of every kind. */
    public static Arbitrary<ScoringRule> rules() {
        Arbitrary<String> descriptions = Arbitraries.of("", "", "why not");
        return Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Combinators.combine(descriptions, ConditionArbitraries.conditions(), points())
                                .as((text, when, points) -> new ConditionRule("r", text, when, points))),
                Tuple.of(
                        3,
                        Combinators.combine(descriptions, filters(), worths())
                                .as((text, each, worth) -> new InteractionRule("r", text, each, worth))),
                Tuple.of(
                        1,
                        Arbitraries.of("count", "odd")
                                .map(name -> new CustomRule(
                                        "r", "", name, Map.of("points", 2, "list", List.of(true, "x"))))));
    }

    private static Arbitrary<InteractionFilter> filters() {
        return Combinators.combine(
                        Arbitraries.of(Set.<String>of(), Set.of("visit"), Set.of("call", "email.opened")),
                        Arbitraries.of(Direction.class).optional())
                .as((types, way) -> new InteractionFilter(types, way, List.of()));
    }

    private static Arbitrary<Worth> worths() {
        Arbitrary<Optional<Duration>> spans =
                Arbitraries.integers().between(1, 200).map(Duration::ofHours).optional();
        Arbitrary<Limits> limits = Combinators.combine(
                        Arbitraries.longs().between(-9_000, 0).map(Points::new).optional(),
                        Arbitraries.longs().between(0, 9_000).map(Points::new).optional())
                .as(Limits::new);
        Arbitrary<OptionalInt> most = Arbitraries.integers()
                .between(1, 4)
                .optional()
                .map(count -> count.map(OptionalInt::of).orElse(OptionalInt.empty()));
        return Combinators.combine(points(), Combinators.combine(spans, spans).as(Fading::new), most, limits)
                .as(Worth::new);
    }

    private static Arbitrary<Limits> limits() {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(-20_000, 5_000)
                                .map(Points::new)
                                .optional(),
                        Arbitraries.longs()
                                .between(5_000, 20_000)
                                .map(Points::new)
                                .optional())
                .as(Limits::new);
    }

    private static Arbitrary<List<Band>> bands() {
        return Arbitraries.longs()
                .between(-30_000, 30_000)
                .set()
                .ofMaxSize(GRADES.size())
                .map(thresholds -> {
                    List<Long> falling = thresholds.stream()
                            .sorted((a, b) -> Long.compare(b, a))
                            .toList();
                    List<Band> bands = new ArrayList<>();
                    falling.forEach(threshold ->
                            bands.add(new Band(new Grade(GRADES.get(bands.size())), new Points(threshold))));
                    return bands;
                });
    }

    /** Points with decimals, zero and negative ones among them. */
    public static Arbitrary<Points> points() {
        return Arbitraries.longs().between(-20_000, 20_000).map(Points::new);
    }
}
