package dev.leadkit.scoring.review;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Conditions;
import dev.leadkit.condition.logic.Logic;
import dev.leadkit.scoring.model.Case;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.NumberRule;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the ways in which a rule gives something.
 *
 * @param part where it stands within the rule
 * @param when what is true wherever the rule gives something in this way
 * @param gives what it gives
 */
record Way(String part, Condition when, Reach gives) {

    /** The ways in which a rule gives something that is not zero; none for code of the host. */
    static List<Way> of(ScoringRule rule) {
        List<Way> ways = new ArrayList<>();
        if (rule instanceof InteractionRule each) {
            ways.add(new Way("", when(each), RuleReach.of(rule).reach()));
        }
        List<Case> cases = rule.cases();
        for (int i = 0; i < cases.size(); i++) {
            long units = cases.get(i).points().units();
            ways.add(new Way(part(rule, i), cases.get(i).when(), Reach.of(units)));
        }
        ways.removeIf(way -> way.gives().equals(Reach.NOTHING) || Logic.isNever(way.when()));
        return ways;
    }

    private static String part(ScoringRule rule, int place) {
        if (rule instanceof NumberRule number) {
            return place < number.bands().bands().size() ? ".bands[" + place + "]" : ".otherwise";
        }
        return "";
    }

    /** A regular expression may run into its limit in the one place and not in the other. */
    private static Condition when(InteractionRule rule) {
        return rule.each().hasPattern() ? Conditions.always() : Watched.any(rule);
    }
}
