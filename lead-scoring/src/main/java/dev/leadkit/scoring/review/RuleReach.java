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
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import dev.leadkit.scoring.model.Worth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/** What rules can give. */
final class RuleReach {

    private static final long MOST = Points.of(ScoringModel.MOST_POINTS).units();

    private RuleReach() {}

    /** What a rule can give, by itself. */
    static ValueSet of(ScoringRule rule) {
        if (rule instanceof InteractionRule each) {
            return of(each);
        }
        return rule instanceof CustomRule ? ValueSet.all(new Reach(-MOST, MOST)) : of(rule.cases());
    }

    /** What cases can give of which at most one is true. */
    static ValueSet of(List<Case> exclusive) {
        List<Case> possible =
                exclusive.stream().filter(each -> !Logic.isNever(each.when())).toList();
        Condition any = Conditions.any(possible.stream().map(Case::when).toArray(Condition[]::new));
        LongStream none = Logic.isAlways(any) ? LongStream.empty() : LongStream.of(0);
        LongStream some = possible.stream().mapToLong(each -> each.points().units());
        return ValueSet.of(LongStream.concat(none, some));
    }

    /** With a half-life, an interaction gives any part of its points. */
    private static ValueSet of(InteractionRule rule) {
        if (isNever(rule)) {
            return ValueSet.ZERO;
        }
        Worth worth = rule.worth();
        ValueSet whole = ValueSet.upTo(
                worth.most().orElse(LeadHistory.MOST_EVENTS), worth.points().units());
        boolean fades = worth.fading().halfLife().isPresent();
        return (fades ? ValueSet.all(whole.reach()) : whole).within(worth.limits());
    }

    /** Whether a rule never holds, as far as it is made of conditions. */
    static boolean isNever(ScoringRule rule) {
        if (rule instanceof InteractionRule each) {
            return Logic.isNever(new InteractionCondition(each.each(), Optional.empty(), 1, OptionalInt.empty()));
        }
        return !(rule instanceof CustomRule) && rule.cases().stream().allMatch(each -> Logic.isNever(each.when()));
    }
}
