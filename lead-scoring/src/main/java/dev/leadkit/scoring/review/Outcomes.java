package dev.leadkit.scoring.review;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Conditions;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.condition.logic.Logic;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How rules can turn out. */
final class Outcomes {

    private static final long MOST = Points.of(ScoringModel.MOST_POINTS).units();

    private Outcomes() {}

    /** These points where this condition is true. */
    record Outcome(Condition when, long units) {}

    /** The outcomes of a rule that is made of conditions, of which at most one is true; none of another rule. */
    static List<Outcome> of(ScoringRule rule) {
        return rule instanceof ConditionRule condition
                ? List.of(new Outcome(condition.when(), condition.points().units()))
                : List.of();
    }

    /** What a rule can give, by itself. */
    static Reach reach(ScoringRule rule) {
        if (rule instanceof InteractionRule each) {
            return reach(each);
        }
        List<Outcome> outcomes = of(rule);
        return outcomes.isEmpty() ? new Reach(-MOST, MOST) : together(outcomes);
    }

    /** What conditions can give of which at most one is true. */
    static Reach together(List<Outcome> outcomes) {
        List<Outcome> possible =
                outcomes.stream().filter(each -> !Logic.isNever(each.when())).toList();
        Condition any =
                Conditions.any(possible.stream().map(Outcome::when).toArray(Condition[]::new));
        return possible.stream()
                .map(each -> Reach.of(each.units()))
                .reduce(Reach::or)
                .map(reach -> Logic.isAlways(any) ? reach : reach.or(Reach.NOTHING))
                .orElse(Reach.NOTHING);
    }

    private static Reach reach(InteractionRule rule) {
        if (isNever(rule)) {
            return Reach.NOTHING;
        }
        long all = rule.worth().points().units() * rule.worth().most().orElse(LeadHistory.MOST_EVENTS);
        return Reach.of(all).or(Reach.NOTHING).within(rule.worth().limits());
    }

    /** Whether no interaction is of the kind. */
    static boolean isNever(InteractionRule rule) {
        return Logic.isNever(new InteractionCondition(
                rule.each(), Optional.empty(), 1, OptionalInt.empty()));
    }
}
