package dev.leadkit.scoring.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.LeadZone;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.explain.SmallestChange.Status;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.Grading;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.NumberBands;
import dev.leadkit.scoring.model.NumberRule;
import dev.leadkit.scoring.model.RuleGroup;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import dev.leadkit.scoring.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** The search against every lead of a small world: what is found is one of them, and none is nearer. */
final class SmallestChangeOfFieldsProperties {

    private static final List<LeadHistory> LEADS = SmallFields.leads();

    @Provide
    Arbitrary<ScoringModel> totals() {
        return Combinators.combine(rules(), limits(), disqualifiers(), bands())
                .as((rules, limits, out, bands) -> model(rules, limits, new Grading(bands, Optional.empty(), out)));
    }

    @Provide
    Arbitrary<ScoringModel> matrices() {
        Arbitrary<GradeMatrix> matrices = Combinators.combine(bands(), bands())
                .as((rows, columns) -> new GradeMatrix(
                        new GradeMatrix.Axis("fit", rows, new Grade("Z")),
                        new GradeMatrix.Axis("web", columns, new Grade("z"))));
        return Combinators.combine(rules(), limits(), disqualifiers(), matrices)
                .as((rules, limits, out, matrix) ->
                        model(rules, limits, new Grading(List.of(), Optional.of(matrix), out)));
    }

    private static Arbitrary<List<ScoringRule>> rules() {
        Arbitrary<ScoringRule> conditions = Combinators.combine(conditions(), points())
                .as((when, points) -> new ConditionRule("r", "", when, points));
        Arbitrary<ScoringRule> numbers = Arbitraries.integers()
                .between(-9, 9)
                .list()
                .ofSize(2)
                .map(worth -> new NumberRule(
                        "n",
                        "",
                        SmallFields.SIZE,
                        NumberBands.NONE.below(5, worth.get(0)).atLeast(8, worth.get(1)),
                        ""));
        return Combinators.combine(conditions.list().ofMinSize(2).ofMaxSize(5), numbers.optional(0.3))
                .as((many, one) -> {
                    List<ScoringRule> all = new ArrayList<>(many.subList(0, one.isPresent() ? 2 : many.size()));
                    one.ifPresent(all::add);
                    return all;
                });
    }

    private static Arbitrary<Condition> conditions() {
        Arbitrary<Condition> leaves = Arbitraries.of(SmallFields.questions());
        Arbitrary<List<Condition>> parts = leaves.list().ofMinSize(2).ofMaxSize(2);
        return Arbitraries.frequencyOf(
                Tuple.of(6, leaves),
                Tuple.of(1, parts.map(Condition.All::new)),
                Tuple.of(1, parts.map(Condition.Any::new)),
                Tuple.of(1, leaves.map(Condition.Not::new)));
    }

    private static Arbitrary<Points> points() {
        return Arbitraries.integers().between(-20, 20).map(Points::of);
    }

    private static Arbitrary<List<Limits>> limits() {
        return Combinators.combine(
                        Arbitraries.integers().between(-15, 0).map(Points::of).optional(),
                        Arbitraries.integers().between(1, 25).map(Points::of).optional())
                .as(Limits::new)
                .list()
                .ofSize(4);
    }

    private static Arbitrary<List<Disqualifier>> disqualifiers() {
        Arbitrary<Verdict> verdicts = Arbitraries.of(
                Verdict.total(-30),
                Verdict.total(3),
                Verdict.grade("X"),
                Verdict.total(0).andGrade("B"));
        Arbitrary<List<Disqualifier>> some = Combinators.combine(conditions(), verdicts)
                .as((when, verdict) -> new Disqualifier("x", "", when, verdict, ""))
                .list()
                .ofMaxSize(2);
        return some.map(list -> IntStream.range(0, list.size())
                .mapToObj(i -> new Disqualifier(
                        "x" + i, "", list.get(i).when(), list.get(i).verdict(), ""))
                .toList());
    }

    private static Arbitrary<List<Band>> bands() {
        return Arbitraries.integers()
                .between(-15, 25)
                .set()
                .ofSize(2)
                .map(set -> List.of(
                        new Band(new Grade("A"), Points.of(Math.max(first(set), last(set)))),
                        new Band(new Grade("B"), Points.of(Math.min(first(set), last(set))))));
    }

    private static int first(Set<Integer> set) {
        return set.iterator().next();
    }

    private static int last(Set<Integer> set) {
        return set.stream().skip(1).findFirst().orElseThrow();
    }

    /** The first rules of the one dimension are a group; every third one is of the other. */
    private static ScoringModel model(List<ScoringRule> rules, List<Limits> limits, Grading grading) {
        List<ScoringRule> fit = new ArrayList<>();
        List<ScoringRule> web = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            ScoringRule rule = rules.get(i);
            ScoringRule named =
                    rule instanceof ConditionRule one ? new ConditionRule("r" + i, "", one.when(), one.points()) : rule;
            (i % 3 == 1 ? web : fit).add(named);
        }
        RuleGroup group = new RuleGroup("g", List.of("r0"), limits.get(0), "");
        List<RuleGroup> groups = limits.get(0).equals(Limits.NONE) ? List.of() : List.of(group);
        return new ScoringModel(
                new ModelRef("small", "1"),
                List.of(
                        new Dimension("fit", fit, groups, limits.get(1)),
                        new Dimension("web", web, List.of(), limits.get(2))),
                limits.get(3),
                grading,
                LeadZone.UTC);
    }

    @Provide
    Arbitrary<Integer> leads() {
        return Arbitraries.integers().between(0, LEADS.size() - 1);
    }

    @Provide
    Arbitrary<Set<String>> fixed() {
        return Arbitraries.of("r0", "r1", "r2", "r3", "n", "x0").set().ofMaxSize(2);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void noLeadIsNearer(@ForAll("totals") ScoringModel model, @ForAll("leads") int lead) {
        SmallestChange found = checked(model, lead, Set.of());
        Statistics.label("status").collect(found.status()).coverage(seen -> {
            seen.check(Status.FOUND).percentage(part -> part > 15);
            seen.check(Status.NONE).percentage(part -> part > 15);
            seen.check(Status.UNFINISHED).count(times -> times == 0);
        });
        Statistics.label("rules follow")
                .collect(found.flips().size() > found.changes())
                .coverage(seen -> seen.check(true).percentage(part -> part > 3));
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void noLeadIsNearerInWhichTheRestStays(
            @ForAll("totals") ScoringModel model, @ForAll("leads") int lead, @ForAll("fixed") Set<String> fixed) {
        SmallestChange found = checked(model, lead, fixed);
        Statistics.label("status").collect(found.status()).coverage(seen -> {
            seen.check(Status.FOUND).percentage(part -> part > 10);
            seen.check(Status.UNFINISHED).count(times -> times == 0);
        });
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void noLeadIsNearerToABetterCell(@ForAll("matrices") ScoringModel model, @ForAll("leads") int lead) {
        SmallestChange found = checked(model, lead, Set.of());
        Statistics.label("status").collect(found.status()).coverage(seen -> {
            seen.check(Status.FOUND).percentage(part -> part > 20);
            seen.check(Status.UNFINISHED).percentage(part -> part < 15);
        });
    }

    private static SmallestChange checked(ScoringModel model, int lead, Set<String> fixed) {
        AllLeads all = new AllLeads(model, LEADS, lead, id -> !fixed.contains(id));
        all.search();
        SmallestChange found = SmallestChange.of(model, all.before(), id -> !fixed.contains(id));
        if (found.status() == Status.NONE) {
            assertThat(all.changes).isEqualTo(Integer.MAX_VALUE);
        } else if (!found.flips().isEmpty()) {
            assertThat(all.after(found.flips()))
                    .hasValueSatisfying(after -> assertThat(all.isBetter(after)).isTrue());
            assertThat(found.changes()).isEqualTo(all.changes);
        }
        if (found.status() == Status.FOUND) {
            assertThat(all.movedBy(found.flips())).isEqualTo(all.cost);
        }
        return found;
    }
}
