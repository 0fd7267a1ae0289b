package dev.leadkit.scoring.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Grade;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.Grading;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.RuleGroup;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Of rules that have nothing in common, exactly those grades are called unreachable that no combination of them gives. */
final class GradeGapProperties {

    private static final Limits NONE = Limits.NONE;

    /** What a side of the lead is made of; the first parts share the limits of a group. */
    private record Plan(List<Loose> parts, int grouped, Limits ofGroup, Limits own) {

        Dimension dimension(String name) {
            List<ScoringRule> rules = new ArrayList<>();
            List<String> members = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                List<ScoringRule> next = parts.get(i).rules(name + "." + i);
                rules.addAll(next);
                next.stream().limit(i < grouped ? next.size() : 0).forEach(rule -> members.add(rule.id()));
            }
            List<RuleGroup> groups =
                    members.isEmpty() ? List.of() : List.of(new RuleGroup(name + "g", members, ofGroup, ""));
            return new Dimension(name, rules, groups, own);
        }

        Set<Long> units() {
            Set<Long> inGroup = limited(grouped == 0 ? NONE : ofGroup, sums(parts.subList(0, grouped)));
            return limited(own, cross(inGroup, sums(parts.subList(grouped, parts.size()))));
        }
    }

    private static Set<Long> sums(List<Loose> parts) {
        return parts.stream().map(Loose::units).reduce(Set.of(0L), GradeGapProperties::cross);
    }

    private static Set<Long> cross(Set<Long> some, Set<Long> others) {
        Set<Long> sums = new TreeSet<>();
        some.forEach(one -> others.forEach(other -> sums.add(one + other)));
        return sums;
    }

    private static Set<Long> limited(Limits limits, Set<Long> units) {
        Set<Long> left = new TreeSet<>();
        units.forEach(each -> {
            long capped = Math.min(each, limits.cap().map(Points::units).orElse(Long.MAX_VALUE));
            left.add(Math.max(capped, limits.floor().map(Points::units).orElse(Long.MIN_VALUE)));
        });
        return left;
    }

    private static Arbitrary<Limits> limits() {
        return Combinators.combine(
                        Arbitraries.longs().between(-80, 20).map(Points::new).optional(0.4),
                        Arbitraries.longs().between(20, 140).map(Points::new).optional(0.4))
                .as(Limits::new);
    }

    @Provide
    Arbitrary<List<Plan>> plans() {
        Arbitrary<List<Loose>> parts = Loose.any().list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<Integer> grouped = Arbitraries.integers().between(0, 3);
        return Combinators.combine(parts, grouped, limits(), limits())
                .as((list, first, ofGroup, own) -> new Plan(list, Math.min(first, list.size()), ofGroup, own))
                .list()
                .ofSize(2);
    }

    @Provide
    Arbitrary<Limits> ofTotal() {
        return limits();
    }

    @Provide
    Arbitrary<List<Band>> bands() {
        return Arbitraries.longs().between(-130, 170).set().ofMaxSize(8).map(thresholds -> {
            List<Band> bands = new ArrayList<>();
            new TreeSet<>(thresholds)
                    .descendingSet()
                    .forEach(least -> bands.add(new Band(new Grade("G" + bands.size()), new Points(least))));
            return bands;
        });
    }

    private static ScoringModel model(List<Plan> plans, Limits limits, Grading grading) {
        List<Dimension> dimensions =
                List.of(plans.get(0).dimension("fit"), plans.get(1).dimension("engagement"));
        return new ScoringModel(new ModelRef("m", "1"), dimensions, limits, grading);
    }

    private static List<String> unreachable(ScoringModel model) {
        return Lint.check(model).stream()
                .filter(remark -> remark.kind() == Remark.Kind.GRADE_UNREACHABLE)
                .map(Remark::path)
                .toList();
    }

    /** The paths of the bands that no number is in. */
    private static List<String> missed(String path, List<Band> bands, Set<Long> units) {
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            long least = bands.get(i).atLeast().units();
            long below = i == 0 ? Long.MAX_VALUE : bands.get(i - 1).atLeast().units();
            if (units.stream().noneMatch(each -> each >= least && each < below)) {
                missed.add(path + "[" + i + "]");
            }
        }
        return missed;
    }

    private static List<String> missed(String path, GradeMatrix.Axis axis, Set<Long> units) {
        List<String> missed = new ArrayList<>(missed(path + ".grades", axis.bands(), units));
        List<Band> bands = axis.bands();
        if (!bands.isEmpty()
                && units.stream()
                        .allMatch(each ->
                                each >= bands.get(bands.size() - 1).atLeast().units())) {
            missed.add(path + ".otherwise");
        }
        return missed;
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void exactlyTheGradesThatNoTotalHas(
            @ForAll("plans") List<Plan> plans, @ForAll("ofTotal") Limits limits, @ForAll("bands") List<Band> bands) {
        ScoringModel model = model(plans, limits, new Grading(bands, Optional.empty(), List.of()));
        Set<Long> totals =
                limited(limits, cross(plans.get(0).units(), plans.get(1).units()));
        List<String> missed = missed("grades", bands, totals);
        assertThat(unreachable(model)).isEqualTo(missed);
        Statistics.collect(missed.stream().anyMatch(path -> isBetween(path, bands, totals)));
        Statistics.coverage(found -> found.check(true).percentage(percent -> percent > 5));
    }

    /** Whether a grade lies between points that leads have. */
    private static boolean isBetween(String path, List<Band> bands, Set<Long> units) {
        int place = Integer.parseInt(path.replaceAll("\\D", ""));
        long least = bands.get(place).atLeast().units();
        return units.stream().anyMatch(each -> each < least) && units.stream().anyMatch(each -> each > least);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void exactlyThePartsOfGradesThatNoDimensionHas(
            @ForAll("plans") List<Plan> plans, @ForAll("bands") List<Band> rows, @ForAll("bands") List<Band> columns) {
        GradeMatrix matrix = new GradeMatrix(
                new GradeMatrix.Axis("fit", rows, new Grade("Y")),
                new GradeMatrix.Axis("engagement", columns, new Grade("Z")));
        ScoringModel model = model(plans, NONE, new Grading(List.of(), Optional.of(matrix), List.of()));
        List<String> missed = new ArrayList<>(
                missed("matrix.rows", matrix.rows(), plans.get(0).units()));
        missed.addAll(missed("matrix.columns", matrix.columns(), plans.get(1).units()));
        assertThat(unreachable(model)).isEqualTo(missed);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void exactlyThePointsOfADimension(@ForAll("plans") List<Plan> plans) {
        Set<Long> units = plans.get(0).units();
        ValueSet values = Reaches.of(plans.get(0).dimension("fit"), new Proofs(Lint.MOST_PAIRS))
                .values();
        LongStream.rangeClosed(-400, 600)
                .forEach(each ->
                        assertThat(values.meets(Reach.of(each))).as("%s", each).isEqualTo(units.contains(each)));
    }
}
