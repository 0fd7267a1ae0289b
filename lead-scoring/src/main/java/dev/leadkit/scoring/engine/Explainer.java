package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.event.Interacted;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks every rule for itself, without index or dictionary, and keeps what it looked at. For one explanation. */
final class Explainer {

    private final CompiledRules rules;
    private final Settlement settlement;
    private final Facts facts;
    private final Faults faults = new Faults();
    private final long[] units;
    private final List<Reason> reasons = new ArrayList<>();

    Explainer(CompiledRules rules, Settlement settlement, Facts facts) {
        this.rules = rules;
        this.settlement = settlement;
        this.facts = facts;
        this.units = new long[settlement.rules()];
    }

    Explanation explain(ScoringModel model) {
        for (Dimension dimension : model.dimensions()) {
            for (ScoringRule rule : dimension.rules()) {
                reasons.add(new Reason(dimension.name(), rule, finding(reasons.size(), rule)));
            }
        }
        Score score = settlement.score(units, faults.list());
        return new Explanation(score, facts.asOf(), reasons, model.next(score.total()));
    }

    private Finding finding(int rule, ScoringRule asked) {
        if (asked instanceof ConditionRule condition) {
            Truth truth = rules.condition(rule).evaluate(facts, faults);
            long earned = truth == Truth.TRUE ? condition.points().units() : 0;
            return finding(rule, truth, earned, ConditionEvidence.of(condition.when(), facts));
        }
        return asked instanceof CustomRule ? custom(rule) : each(rule);
    }

    private Finding each(int rule) {
        EachRule each = rules.each(rule);
        EachRule.Count count = each.count(faults);
        long earned = 0;
        List<Evidence> evidence = new ArrayList<>();
        for (Interacted event : each.counted(facts, count)) {
            Duration age = EachRule.age(facts, event);
            long worth = each.units(age);
            earned += worth;
            evidence.add(new Evidence.OfInteraction(
                    event.id(), event.interaction().type(), age, Optional.of(new Points(worth))));
        }
        return finding(rule, count.truth(), earned, evidence);
    }

    private Finding custom(int rule) {
        Optional<RuleResult> result = rules.custom(rule).call(facts, faults);
        long earned = result.map(given -> given.points().units()).orElse(0L);
        List<Evidence> evidence = result.map(RuleResult::evidence).orElse(List.of()).stream()
                .<Evidence>map(Evidence.Said::new)
                .toList();
        Truth truth = result.isEmpty() ? Truth.UNKNOWN : Truth.of(earned != 0);
        return finding(rule, truth, earned, evidence);
    }

    private Finding finding(int rule, Truth truth, long earned, List<Evidence> evidence) {
        units[rule] = earned;
        return new Finding(truth, new Points(earned), new Points(settlement.limited(rule, earned)), evidence);
    }
}
