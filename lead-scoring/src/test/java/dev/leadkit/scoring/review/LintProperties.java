package dev.leadkit.scoring.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.core.kit.ConditionArbitraries;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.engine.Finding;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.kit.ScoringModelArbitraries;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.Grading;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever is remarked of a model is true of every lead. */
final class LintProperties {

    private static final Pattern OTHER = Pattern.compile("\\(((?:dimensions\\[\\d+]\\.rules|disqualify)\\[\\d+])\\)");

    private static final Pattern GROUP = Pattern.compile("groups\\[(\\d+)]");

    @Provide
    Arbitrary<ScoringModel> models() {
        return ScoringModelArbitraries.models();
    }

    @Provide
    Arbitrary<List<Facts>> leads() {
        return ConditionArbitraries.facts().list().ofSize(8);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsRemarkedIsTrueOfEveryLead(@ForAll("models") ScoringModel model, @ForAll("leads") List<Facts> leads) {
        ScoringEngine engine = ScoringEngine.of(model, ScoringModelArbitraries.registry());
        List<Remark> remarks = Lint.check(model);
        remarks.stream().filter(Reduced::isMeant).forEach(remark -> {
            ScoringEngine reduced = ScoringEngine.of(Reduced.by(remark, model), ScoringModelArbitraries.registry());
            Reduced.assertSame(remark, leads, engine, reduced);
        });
        for (Facts lead : leads) {
            Explanation explanation = engine.explain(lead);
            Map<String, Finding> findings = findings(model, explanation);
            remarks.forEach(remark -> assertThat(isTrue(remark, model, findings, explanation.score()))
                    .as("%s", remark)
                    .isTrue());
        }
    }

    private static Map<String, Finding> findings(ScoringModel model, Explanation explanation) {
        Map<String, Finding> findings = new HashMap<>();
        List<Placed> rules = Placed.all(model);
        for (int i = 0; i < rules.size(); i++) {
            findings.put(rules.get(i).path(), explanation.reasons().get(i).finding());
        }
        for (int i = 0; i < explanation.rulings().size(); i++) {
            findings.put("disqualify[" + i + "]", explanation.rulings().get(i).finding());
        }
        return findings;
    }

    private static boolean isTrue(Remark remark, ScoringModel model, Map<String, Finding> findings, Score score) {
        return switch (remark.kind()) {
            case NEVER -> findings.get(remark.path()).truth() != Truth.TRUE;
            case ALWAYS -> findings.get(remark.path()).truth() == Truth.TRUE;
            case WORTHLESS -> findings.get(remark.path()).counted().equals(Points.ZERO);
            case DUPLICATE -> holds(findings, remark.path()) == holds(findings, other(remark));
            case IMPLIED, OVERRULED -> !holds(findings, remark.path()) || holds(findings, other(remark));
            case CAP_IDLE -> adjusted(score, Contribution.Kind.CAP, remark, model) == 0;
            case FLOOR_IDLE -> adjusted(score, Contribution.Kind.FLOOR, remark, model) == 0;
            case RULES_IDLE -> remark.sentence().contains(" leave " + sum(remark, model, score) + " points ");
            case GRADE_UNREACHABLE -> !hasGrade(remark, model, score);
            case GRADE_CERTAIN -> hasGrade(remark, model, score);
            case RULE_IDLE, POINTS_CUT -> true;
            default -> false;
        };
    }

    private static boolean holds(Map<String, Finding> findings, String path) {
        return findings.get(path).truth() == Truth.TRUE;
    }

    private static String other(Remark remark) {
        Matcher matcher = OTHER.matcher(remark.sentence());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String dimension(Remark remark, ScoringModel model) {
        return remark.path().startsWith("dimensions")
                ? model.dimensions().get(number(remark)).name()
                : "";
    }

    private static int number(Remark remark) {
        return Integer.parseInt(remark.path().replaceAll("\\].*", "").replaceAll(".*\\[", ""));
    }

    private static boolean hasGrade(Remark remark, ScoringModel model, Score score) {
        if (remark.path().startsWith("grades")) {
            return score.grade()
                    .equals(Optional.of(model.bands().get(number(remark)).grade()));
        }
        GradeMatrix matrix = model.grading().matrix().orElseThrow();
        GradeMatrix.Axis axis = remark.path().startsWith("matrix.rows") ? matrix.rows() : matrix.columns();
        int place = remark.path().endsWith("otherwise") ? axis.bands().size() : number(remark);
        return axis.rank(score.dimensions().get(axis.dimension())) == place;
    }

    private static long adjusted(Score score, Contribution.Kind kind, Remark remark, ScoringModel model) {
        return score.contributions().stream()
                .filter(part -> part.kind() == kind
                        && part.dimension().equals(dimension(remark, model))
                        && part.rule().equals(group(remark, model)))
                .count();
    }

    private static String group(Remark remark, ScoringModel model) {
        Matcher group = GROUP.matcher(remark.path());
        return group.find()
                ? model.dimensions()
                        .get(number(remark))
                        .groups()
                        .get(Integer.parseInt(group.group(1)))
                        .id()
                : "";
    }

    /** What the limits left, in the dimension, its group, or the whole before anything disqualified. */
    private static Points sum(Remark remark, ScoringModel model, Score score) {
        if (remark.path().contains("groups")) {
            Set<String> members = new HashSet<>(List.of(group(remark, model)));
            model.dimensions().get(number(remark)).groups().stream()
                    .filter(group -> members.contains(group.id()))
                    .toList()
                    .forEach(group -> members.addAll(group.rules()));
            return sum(
                    score, part -> part.dimension().equals(dimension(remark, model)) && members.contains(part.rule()));
        }
        return remark.path().isEmpty()
                ? sum(score, part -> part.kind() != Contribution.Kind.DISQUALIFIED)
                : score.dimensions().get(dimension(remark, model));
    }

    private static Points sum(Score score, Predicate<Contribution> which) {
        return score.contributions().stream()
                .filter(which)
                .map(Contribution::points)
                .reduce(Points.ZERO, Points::plus);
    }

    /** Each lead has a grade of its own, of one unit; the grades between those are what no other lead may have, either. */
    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void noLeadHasAGradeThatIsCalledUnreachable(
            @ForAll("models") ScoringModel model, @ForAll("leads") List<Facts> leads) {
        ScoringEngine engine = ScoringEngine.of(
                graded(model, IntStream.rangeClosed(-40, 40).mapToObj(Points::of)), ScoringModelArbitraries.registry());
        Stream<Points> totals = leads.stream().map(engine::score).map(Score::total);
        ScoringModel narrow = graded(model, totals.flatMap(total -> Stream.of(total, total.plus(new Points(1)))));
        for (ScoringModel each : List.of(engine.model(), narrow)) {
            Set<Grade> unreachable = unreachable(each);
            ScoringEngine graded = ScoringEngine.of(each, ScoringModelArbitraries.registry());
            assertThat(leads)
                    .allSatisfy(lead -> assertThat(unreachable)
                            .doesNotContainAnyElementsOf(
                                    graded.score(lead).grade().stream().toList()));
        }
        Statistics.collect(Lint.check(engine.model()).stream()
                .anyMatch(remark -> remark.sentence().contains("lies between")));
        Statistics.coverage(found -> found.check(true).percentage(percent -> percent > 2));
    }

    private static ScoringModel graded(ScoringModel model, Stream<Points> thresholds) {
        List<Band> bands = new ArrayList<>();
        thresholds
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(least -> bands.add(new Band(new Grade("G" + bands.size()), least)));
        Grading grading = new Grading(bands, Optional.empty(), List.of());
        return new ScoringModel(model.ref(), model.dimensions(), model.limits(), grading, model.zone());
    }

    private static Set<Grade> unreachable(ScoringModel model) {
        return Lint.check(model).stream()
                .filter(remark -> remark.kind() == Remark.Kind.GRADE_UNREACHABLE)
                .map(remark -> model.bands().get(number(remark)).grade())
                .collect(Collectors.toSet());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everyTotalIsAmongTheValues(@ForAll("models") ScoringModel model, @ForAll("leads") List<Facts> leads) {
        ScoringEngine engine = ScoringEngine.of(model, ScoringModelArbitraries.registry());
        Proofs proofs = new Proofs(Lint.MOST_PAIRS);
        Map<String, ValueSet> dimensions = new HashMap<>();
        model.dimensions()
                .forEach(each ->
                        dimensions.put(each.name(), Reaches.of(each, proofs).values()));
        ValueSet totals = dimensions.values().stream()
                .reduce(ValueSet.ZERO, ValueSet::plus)
                .within(model.limits());
        for (Facts lead : leads) {
            Score score = engine.score(lead);
            Points total = sum(score, part -> part.kind() != Contribution.Kind.DISQUALIFIED);
            assertThat(totals.meets(Reach.of(total.units()))).as("%s", total).isTrue();
            assertThat(dimensions)
                    .allSatisfy((name, values) -> assertThat(values.meets(
                                    Reach.of(score.dimensions().get(name).units())))
                            .isTrue());
        }
    }
}
