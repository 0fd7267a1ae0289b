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
import dev.leadkit.scoring.model.ScoringModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is remarked of a model is true of every lead. */
final class LintProperties {

    private static final Pattern OTHER = Pattern.compile("\\((dimensions\\[\\d+]\\.rules\\[\\d+])\\)");

    @Provide
    Arbitrary<ScoringModel> models() {
        return ScoringModelArbitraries.models();
    }

    @Provide
    Arbitrary<List<Facts>> leads() {
        return ConditionArbitraries.facts().list().ofSize(8);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void whatIsRemarkedIsTrueOfEveryLead(
            @ForAll("models") ScoringModel model, @ForAll("leads") List<Facts> leads) {
        ScoringEngine engine = ScoringEngine.of(model, ScoringModelArbitraries.registry());
        List<Remark> remarks = Lint.check(model);
        for (Facts lead : leads) {
            Explanation explanation = engine.explain(lead);
            Map<String, Finding> findings = findings(model, explanation);
            remarks.forEach(remark ->
                    assertThat(isTrue(remark, model, findings, explanation.score())).as("%s", remark).isTrue());
        }
    }

    private static Map<String, Finding> findings(ScoringModel model, Explanation explanation) {
        Map<String, Finding> findings = new HashMap<>();
        List<Placed> rules = Placed.all(model);
        for (int i = 0; i < rules.size(); i++) {
            findings.put(rules.get(i).path(), explanation.reasons().get(i).finding());
        }
        return findings;
    }

    private static boolean isTrue(Remark remark, ScoringModel model, Map<String, Finding> findings, Score score) {
        return switch (remark.kind()) {
            case NEVER -> findings.get(remark.path()).truth() != Truth.TRUE;
            case ALWAYS -> findings.get(remark.path()).truth() == Truth.TRUE;
            case WORTHLESS -> findings.get(remark.path()).counted().equals(Points.ZERO);
            case DUPLICATE -> holds(findings, remark.path()) == holds(findings, other(remark));
            case IMPLIED -> !holds(findings, remark.path()) || holds(findings, other(remark));
            case CAP_IDLE -> adjusted(score, Contribution.Kind.CAP, dimension(remark, model)) == 0;
            case FLOOR_IDLE -> adjusted(score, Contribution.Kind.FLOOR, dimension(remark, model)) == 0;
            case RULES_IDLE -> remark.sentence().contains(" leave " + sum(remark, model, score) + " points ");
            case GRADE_UNREACHABLE -> !score.grade().equals(grade(remark, model));
            case GRADE_CERTAIN -> score.grade().equals(grade(remark, model));
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

    private static Optional<Grade> grade(Remark remark, ScoringModel model) {
        return Optional.of(model.bands().get(number(remark)).grade());
    }

    private static long adjusted(Score score, Contribution.Kind kind, String dimension) {
        return score.contributions().stream()
                .filter(part -> part.kind() == kind
                        && part.dimension().equals(dimension)
                        && part.rule().isEmpty())
                .count();
    }

    private static Points sum(Remark remark, ScoringModel model, Score score) {
        return remark.path().isEmpty() ? score.total() : score.dimensions().get(dimension(remark, model));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everyTotalLiesWithinTheReach(@ForAll("models") ScoringModel model, @ForAll("leads") List<Facts> leads) {
        ScoringEngine engine = ScoringEngine.of(model, ScoringModelArbitraries.registry());
        Reach reach = new Reaches(new Proofs(Lint.MOST_PAIRS)).total(model).within(model.limits());
        assertThat(leads).allSatisfy(lead -> assertThat(engine.total(lead).units())
                .isBetween(reach.least(), reach.most()));
    }
}
