package dev.leadkit.scoring.review;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Grading;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.NumberRule;
import dev.leadkit.scoring.model.RuleGroup;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What is said to make no difference makes none when it is taken away, for every lead of a small world. */
final class LintIdleProperties {

    private static final List<Facts> LEADS = SmallWorld.leads();

    @Provide
    Arbitrary<ScoringModel> models() {
        return dimensions()
                .list()
                .ofSize(2)
                .flatMap(dimensions -> Combinators.combine(SmallWorld.limits(), SmallWorld.gradings())
                        .as((limits, grading) -> model(dimensions, limits, grading)));
    }

    private static ScoringModel model(List<Dimension> dimensions, Limits limits, Grading grading) {
        List<Dimension> named = new ArrayList<>();
        for (Dimension each : dimensions) {
            String prefix = "d" + named.size();
            List<ScoringRule> rules = new ArrayList<>();
            each.rules().forEach(rule -> rules.add(renamed(rule, prefix + "r" + rules.size())));
            List<RuleGroup> groups = each.groups().stream()
                    .map(group ->
                            new RuleGroup(prefix + "g", List.of(prefix + "r0", prefix + "r1"), group.limits(), ""))
                    .toList();
            named.add(new Dimension(prefix, rules, groups, each.limits()));
        }
        return new ScoringModel(new ModelRef("m", "1"), named, limits, grading);
    }

    private static ScoringRule renamed(ScoringRule rule, String id) {
        if (rule instanceof ConditionRule condition) {
            return new ConditionRule(id, "", condition.when(), condition.points());
        }
        return rule instanceof NumberRule number
                ? new NumberRule(id, "", number.field(), number.bands(), "")
                : new InteractionRule(id, "", ((InteractionRule) rule).each(), ((InteractionRule) rule).worth());
    }

    private static Arbitrary<Dimension> dimensions() {
        return Combinators.combine(
                        SmallWorld.rules().list().ofMinSize(2).ofMaxSize(4),
                        SmallWorld.limits(),
                        SmallWorld.limits(),
                        Arbitraries.of(true, false))
                .as((rules, own, ofGroup, grouped) -> new Dimension(
                        "d", rules, grouped ? List.of(new RuleGroup("g", List.of("r"), ofGroup, "")) : List.of(), own));
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void whatMakesNoDifferenceCanBeTakenAway(@ForAll("models") ScoringModel model) {
        ScoringEngine engine = ScoringEngine.of(model);
        for (Remark remark : Lint.check(model)) {
            if (Reduced.isMeant(remark)) {
                Reduced.assertSame(remark, LEADS, engine, ScoringEngine.of(Reduced.by(remark, model)));
                Statistics.collect(remark.kind());
            }
        }
        Statistics.coverage(found -> {
            found.check(Remark.Kind.RULE_IDLE).count(count -> count > 50);
            found.check(Remark.Kind.POINTS_CUT).count(count -> count > 50);
            found.check(Remark.Kind.OVERRULED).count(count -> count > 50);
        });
    }
}
