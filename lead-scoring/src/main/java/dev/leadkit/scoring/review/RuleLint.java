package dev.leadkit.scoring.review;

import dev.leadkit.condition.logic.Logic;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.ScoringRule;
import dev.leadkit.scoring.review.Outcomes.Outcome;
import java.util.List;

/** Looks at one rule by itself. */
final class RuleLint {

    private RuleLint() {}

    static void check(Placed placed, List<Remark> remarks) {
        ScoringRule rule = placed.rule();
        List<Outcome> outcomes = Outcomes.of(rule);
        boolean never = rule instanceof InteractionRule each
                ? Outcomes.isNever(each)
                : !outcomes.isEmpty() && outcomes.stream().allMatch(each -> Logic.isNever(each.when()));
        if (never) {
            remarks.add(new Remark(
                    placed.path(), Remark.Kind.NEVER, "no lead can ever make this rule hold: " + rule.words() + "."));
        } else if (Outcomes.reach(rule).equals(Reach.NOTHING)) {
            remarks.add(new Remark(
                    placed.path(), Remark.Kind.WORTHLESS, "this rule gives 0 points even where it holds."));
        } else if (outcomes.size() == 1 && Logic.isAlways(outcomes.get(0).when())) {
            remarks.add(new Remark(
                    placed.path(),
                    Remark.Kind.ALWAYS,
                    "every lead makes this rule hold, so it tells no two leads apart: " + rule.words() + "."));
        }
    }
}
