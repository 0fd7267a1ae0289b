package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.event.Interacted;
import dev.leadkit.fault.Faults;
import dev.leadkit.lead.Confidence;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.model.Case;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Asks every rule for itself, without index or dictionary, and keeps what it looked at. For one explanation. */
final class Explainer {

    private final CompiledRules rules;
    private final Settlement settlement;
    private final Facts facts;
    private final Faults faults = new Faults();
    private final long[] units;
    private int place;

    /** What hangs on custom rules that could not be judged. */
    private long unjudged;

    Explainer(CompiledRules rules, Settlement settlement, Facts facts) {
        this.rules = rules;
        this.settlement = settlement;
        this.facts = facts;
        this.units = new long[settlement.places()];
    }

    Explanation explain(ScoringModel model, Judgement judgement) {
        List<Reason> reasons = new ArrayList<>();
        for (Dimension dimension : model.dimensions()) {
            for (ScoringRule rule : dimension.rules()) {
                reasons.add(new Reason(dimension.name(), rule, finding(rule), reach(rule)));
                place++;
            }
        }
        List<Ruling> rulings = new ArrayList<>();
        for (Disqualifier disqualifier : model.grading().disqualifiers()) {
            rulings.add(new Ruling(disqualifier, finding(disqualifier)));
            place++;
        }
        Confidence confidence = judgement.confidence(facts, unjudged);
        Score score = settlement.score(units, new Settlement.Doubts(confidence, faults.list()));
        int rank = model.grading().rank(score.grade());
        return new Explanation(
                score,
                facts.asOf(),
                reasons,
                rulings,
                rank == 0 ? Optional.empty() : Optional.of(model.bands().get(rank - 1)));
    }

    private Points reach(ScoringRule rule) {
        return rule instanceof CustomRule ? new Points(rules.custom(place).reach()) : rule.reach();
    }

    private Finding finding(ScoringRule rule) {
        if (rule instanceof InteractionRule) {
            return each();
        }
        return rule instanceof CustomRule ? custom() : cases(rule);
    }

    /** At most one case is true; without one, the rule is in doubt where a case is. */
    private Finding cases(ScoringRule rule) {
        Truth truth = Truth.FALSE;
        long earned = 0;
        for (ConditionEntry entry : rules.conditions(place)) {
            Truth answer = entry.evaluate(facts, faults);
            earned += answer == Truth.TRUE ? entry.units() : 0;
            truth = answer == Truth.TRUE || truth == Truth.FALSE ? answer : truth;
        }
        return finding(
                truth, earned, evidence(rule.cases().stream().map(Case::when).toList()));
    }

    private Finding finding(Disqualifier disqualifier) {
        Truth truth = rules.conditions(place).get(0).evaluate(facts, faults);
        units[place] = truth == Truth.TRUE ? 1 : 0;
        return new Finding(truth, Points.ZERO, Points.ZERO, evidence(List.of(disqualifier.when())));
    }

    private List<Evidence> evidence(List<Condition> conditions) {
        Set<Evidence> found = new LinkedHashSet<>();
        conditions.forEach(condition -> found.addAll(ConditionEvidence.of(condition, facts)));
        return List.copyOf(found);
    }

    private Finding each() {
        EachRule each = rules.each(place);
        EachRule.Count count = each.count(facts, faults);
        long fresh = 0;
        long earned = 0;
        List<Evidence> evidence = new ArrayList<>();
        for (Interacted event : each.counted(facts, count)) {
            Duration age = EachRule.age(facts, event);
            long worth = each.units(age);
            fresh += each.units(Duration.ZERO);
            earned += worth;
            evidence.add(new Evidence.OfInteraction(
                    event.id(), event.interaction().type(), age, Optional.of(new Points(worth))));
        }
        Finding found = finding(count.truth(), earned, evidence);
        return new Finding(found.truth(), new Points(fresh), found.earned(), found.counted(), evidence);
    }

    private Finding custom() {
        GuardedRule rule = rules.custom(place);
        Optional<RuleResult> result = rule.call(facts, faults);
        long earned = result.map(given -> given.points().units()).orElse(0L);
        boolean judged = result.map(RuleResult::isJudged).orElse(false);
        unjudged += judged ? 0 : rule.reach();
        Truth truth = judged ? Truth.of(earned != 0) : Truth.UNKNOWN;
        return finding(truth, earned, result.map(Explainer::said).orElse(List.of()));
    }

    private static List<Evidence> said(RuleResult result) {
        Stream<Evidence> missing =
                result.missing().stream().map(name -> new Evidence.OfField(name, false, Optional.empty()));
        return Stream.concat(missing, result.evidence().stream().map(Evidence.Said::new))
                .toList();
    }

    private Finding finding(Truth truth, long earned, List<Evidence> evidence) {
        units[place] = earned;
        return new Finding(truth, new Points(earned), new Points(settlement.limited(place, earned)), evidence);
    }
}
