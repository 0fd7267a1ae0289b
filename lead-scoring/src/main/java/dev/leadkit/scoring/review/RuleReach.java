package dev.leadkit.scoring.review;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Conditions;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.condition.logic.Logic;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Case;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What rules can give. */
final class RuleReach {

    private static final long MOST = Points.of(ScoringModel.MOST_POINTS).units();

    private RuleReach() {}

    /** What a rule can give, by itself. */
    static Reach of(ScoringRule rule) {
        if (rule instanceof InteractionRule each) {
            return of(each);
        }
        return rule instanceof CustomRule ? new Reach(-MOST, MOST) : of(rule.cases());
    }

    /** What cases can give of which at most one is true. */
    static Reach of(List<Case> exclusive) {
        List<Case> possible =
                exclusive.stream().filter(each -> !Logic.isNever(each.when())).toList();
        Condition any = Conditions.any(possible.stream().map(Case::when).toArray(Condition[]::new));
        return possible.stream()
                .map(each -> Reach.of(each.points().units()))
                .reduce(Reach::or)
                .map(reach -> Logic.isAlways(any) ? reach : reach.or(Reach.NOTHING))
                .orElse(Reach.NOTHING)
                .within(Limits.NONE);
    }

    private static Reach of(InteractionRule rule) {
        if (isNever(rule)) {
            return Reach.NOTHING;
        }
        long all = rule.worth().points().units() * rule.worth().most().orElse(LeadHistory.MOST_EVENTS);
        return Reach.of(all).or(Reach.NOTHING).within(rule.worth().limits());
    }

    /** Whether a rule never holds, as far as it is made of conditions. */
    static boolean isNever(ScoringRule rule) {
        if (rule instanceof InteractionRule each) {
            return Logic.isNever(new InteractionCondition(each.each(), Optional.empty(), 1, OptionalInt.empty()));
        }
        return !(rule instanceof CustomRule) && rule.cases().stream().allMatch(each -> Logic.isNever(each.when()));
    }
}
