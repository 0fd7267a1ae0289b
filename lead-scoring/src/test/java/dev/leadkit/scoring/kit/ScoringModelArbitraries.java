package dev.leadkit.scoring.kit;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.condition.LeadZone;
import dev.leadkit.core.kit.ConditionArbitraries;
import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interacted;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.Fading;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.Grading;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.NumberBands;
import dev.leadkit.scoring.model.NumberRule;
import dev.leadkit.scoring.model.Rule;
import dev.leadkit.scoring.model.RuleGroup;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import dev.leadkit.scoring.model.Verdict;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Models for property tests, over the leads of {@code LeadArbitraries}: every kind of rule, tight caps and floors. */
public final class ScoringModelArbitraries {

    private static final List<String> GRADES = List.of("A", "B", "C");

    private ScoringModelArbitraries() {}

    /**
     * The custom rules that the models name: one counts interactions, one fails for leads with an even number of them; one asks
     * for a field, one for what was done of late, and both tell how long that holds.
     */
    public static RuleRegistry registry() {
        return RuleRegistry.EMPTY
                .with("count", with -> {
                    Points each = Points.of(with.get("points") instanceof BigDecimal points ? points : BigDecimal.ONE);
                    return facts ->
                            RuleResult.of(new Points(facts.interactions().size() * each.units()), "counted");
                })
                .with("known", with -> Rule.upTo(9, ScoringModelArbitraries::known))
                .with("lately", with -> Rule.upTo(4, ScoringModelArbitraries::lately))
                .with(
                        "odd",
                        with -> Rule.upTo(7, facts -> {
                            if (facts.interactions().size() % 2 == 0) {
                                throw new IllegalStateException(
                                        "lead " + facts.lead().values());
                            }
                            return RuleResult.of(Points.of(7));
                        }));
    }

    private static RuleResult known(Facts facts) {
        return facts.lead()
                .get(LeadArbitraries.EMPLOYEES)
                .map(employees -> RuleResult.of(Points.of(9L * employees.signum())))
                .orElse(RuleResult.unknown(LeadArbitraries.EMPLOYEES))
                .forever();
    }

    private static RuleResult lately(Facts facts) {
        List<Interacted> done = facts.interactions();
        if (done.isEmpty()) {
            return RuleResult.unknown(LeadArbitraries.SEEN).forever();
        }
        Instant end = done.get(done.size() - 1).occurredAt().plus(Duration.ofDays(2));
        return facts.asOf().isBefore(end) ? RuleResult.of(Points.of(4)).until(end) : RuleResult.NOTHING.forever();
    }

    /** Models of one to three dimensions with one to five rules each, with and without groups, grades and disqualifiers. */
    public static Arbitrary<ScoringModel> models() {
        Arbitrary<List<Dimension>> dimensions =
                dimensions().list().ofMinSize(1).ofMaxSize(3).map(ScoringModelArbitraries::named);
        Arbitrary<LeadZone> zones = Arbitraries.of(
                LeadZone.UTC,
                new LeadZone(Optional.empty(), ZoneId.of("America/New_York")),
                new LeadZone(Optional.of(LeadArbitraries.INDUSTRY), ZoneId.of("Asia/Kolkata")));
        Arbitrary<ModelRef> refs = Arbitraries.of(
                new ModelRef("any", "1"), new ModelRef("any", "2", "Grace", "After the spring sale", ""));
        return dimensions.flatMap(parts -> Combinators.combine(refs, limits(), gradings(parts.size()), zones)
                .as((ref, limits, grading, zone) -> new ScoringModel(ref, parts, limits, grading, zone)));
    }

    private static Arbitrary<Dimension> dimensions() {
        Arbitrary<List<ScoringRule>> rules = rules().list().ofMinSize(1).ofMaxSize(5);
        return Combinators.combine(
                        rules, limits(), limits(), Arbitraries.integers().between(0, 4))
                .as((list, ofGroup, own, grouped) -> new Dimension(
                        "d",
                        list,
                        grouped == 0 ? List.of() : List.of(new RuleGroup("g", places(list, grouped), ofGroup, "")),
                        own));
    }

    /** The places of some rules of a list, as if they were their names. */
    private static List<String> places(List<ScoringRule> rules, int every) {
        return IntStream.range(0, rules.size())
                .filter(i -> i % every == 0)
                .mapToObj(String::valueOf)
                .toList();
    }

    private static List<Dimension> named(List<Dimension> dimensions) {
        List<Dimension> named = new ArrayList<>();
        for (Dimension each : dimensions) {
            int d = named.size();
            List<RuleGroup> groups = each.groups().stream()
                    .map(group -> new RuleGroup(
                            "g" + d,
                            group.rules().stream()
                                    .map(place -> "r" + d + "." + place)
                                    .toList(),
                            group.limits(),
                            group.note()))
                    .toList();
            named.add(new Dimension("d" + d, numbered(d, each.rules()), groups, each.limits()));
        }
        return named;
    }

    private static Arbitrary<Grading> gradings(int dimensions) {
        Arbitrary<List<Disqualifier>> disqualifiers = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(List.of())),
                Tuple.of(1, disqualifier("x").map(List::of)),
                Tuple.of(
                        1,
                        Combinators.combine(disqualifier("y"), disqualifier("x"))
                                .as(List::of)));
        Arbitrary<Grading> byTotal = Combinators.combine(bands(), disqualifiers)
                .as((bands, out) -> new Grading(bands, Optional.empty(), out));
        Arbitrary<GradeMatrix> matrices = Combinators.combine(bands(), bands())
                .as((rows, columns) -> new GradeMatrix(
                        new GradeMatrix.Axis("d0", rows, new Grade("Z")),
                        new GradeMatrix.Axis("d1", columns, new Grade("z"))));
        Arbitrary<Grading> byMatrix = Combinators.combine(matrices, disqualifiers)
                .as((matrix, out) -> new Grading(List.of(), Optional.of(matrix), out));
        return dimensions < 2 ? byTotal : Arbitraries.frequencyOf(Tuple.of(3, byTotal), Tuple.of(1, byMatrix));
    }

    private static Arbitrary<Disqualifier> disqualifier(String id) {
        Arbitrary<Verdict> verdicts = Arbitraries.of(
                Verdict.total(-30),
                Verdict.total(2),
                Verdict.grade("C"),
                Verdict.grade("X"),
                Verdict.total(0).andGrade("Y"));
        return Combinators.combine(ConditionArbitraries.conditions(), verdicts)
                .as((when, verdict) -> new Disqualifier(id, "", when, verdict, ""));
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
            return new ConditionRule(id, rule.description(), condition.when(), condition.points(), rule.note());
        }
        if (rule instanceof NumberRule number) {
            return new NumberRule(id, rule.description(), number.field(), number.bands(), rule.note());
        }
        return rule instanceof InteractionRule each
                ? new InteractionRule(id, rule.description(), each.each(), each.worth(), rule.note())
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
                        2,
                        Combinators.combine(descriptions, numberBands())
                                .as((text, bands) ->
                                        new NumberRule("r", text, LeadArbitraries.EMPLOYEES, bands, "learned"))),
                Tuple.of(
                        2,
                        Arbitraries.of("count", "odd", "known", "lately")
                                .map(name -> new CustomRule(
                                        "r", "", name, Map.of("points", 2, "list", List.of(true, "x"))))));
    }

    /** Bands that touch, leave gaps, include and exclude their ends. */
    private static Arbitrary<NumberBands> numberBands() {
        Arbitrary<List<Integer>> ends = Arbitraries.integers()
                .between(-1, 60)
                .set()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(set -> set.stream().sorted().toList());
        return Combinators.combine(ends, points().list().ofSize(5), Arbitraries.of(0L, 3L), Arbitraries.of(true, false))
                .as((sorted, worth, otherwise, inclusive) ->
                        bands(sorted, worth, inclusive).otherwise(otherwise));
    }

    private static NumberBands bands(List<Integer> ends, List<Points> worth, boolean inclusive) {
        NumberBands bands = NumberBands.NONE.with(
                Optional.empty(),
                Optional.of(NumberBands.bound(BigDecimal.valueOf(ends.get(0)), inclusive)),
                worth.get(0));
        for (int i = 2; i < ends.size(); i += 2) {
            bands = bands.with(
                    Optional.of(NumberBands.bound(BigDecimal.valueOf(ends.get(i - 1)), !inclusive)),
                    Optional.of(NumberBands.bound(BigDecimal.valueOf(ends.get(i)), inclusive)),
                    worth.get(i));
        }
        return bands;
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
        return Combinators.combine(points(), fadings(spans), most, limits).as(Worth::new);
    }

    private static Arbitrary<Fading> fadings(Arbitrary<Optional<Duration>> spans) {
        Arbitrary<Fading> calendar = Combinators.combine(Arbitraries.integers().between(1, 5), spans)
                .as((days, halfLife) -> new Fading(Optional.empty(), halfLife, OptionalInt.of(days)));
        return Arbitraries.frequencyOf(
                Tuple.of(3, Combinators.combine(spans, spans).as(Fading::new)), Tuple.of(1, calendar));
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
