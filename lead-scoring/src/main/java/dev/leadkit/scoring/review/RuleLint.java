package dev.leadkit.scoring.review;

import dev.leadkit.condition.logic.Logic;
import dev.leadkit.scoring.model.Case;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.List;

/** Looks at one rule by itself. */
final class RuleLint {

    private RuleLint() {}

    static void check(Placed placed, List<Remark> remarks) {
        ScoringRule rule = placed.rule();
        List<Case> cases = rule.cases();
        if (RuleReach.isNever(rule)) {
            remarks.add(never(placed.path(), rule.words()));
        } else if (RuleReach.of(rule).reach().equals(Reach.NOTHING)) {
            remarks.add(
                    new Remark(placed.path(), Remark.Kind.WORTHLESS, "this rule gives 0 points even where it holds."));
        } else if (cases.size() == 1 && Logic.isAlways(cases.get(0).when())) {
            remarks.add(always(placed.path(), rule.words()));
        }
    }

    static void check(int place, Disqualifier disqualifier, List<Remark> remarks) {
        String path = "disqualify[" + place + "]";
        if (Logic.isNever(disqualifier.when())) {
            remarks.add(never(path, disqualifier.words()));
        } else if (Logic.isAlways(disqualifier.when())) {
            remarks.add(always(path, disqualifier.words()));
        }
    }

    private static Remark never(String path, String words) {
        return new Remark(path, Remark.Kind.NEVER, "no lead can ever make this rule hold: " + words + ".");
    }

    private static Remark always(String path, String words) {
        return new Remark(
                path,
                Remark.Kind.ALWAYS,
                "every lead makes this rule hold, so it tells no two leads apart: " + words + ".");
    }
}
