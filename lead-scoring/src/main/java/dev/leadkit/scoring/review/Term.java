package dev.leadkit.scoring.review;

import dev.leadkit.scoring.model.Case;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of a sum that depends on no other: one rule, or several that exclude each other, for of ten rules about ten countries
 * one counts. Immutable.
 */
final class Term {

    private final Set<String> rules;
    private final List<Case> cases;
    private final ValueSet values;

    /** Of one rule, or of several with one case each, of which at most one is true. */
    Term(List<ScoringRule> rules) {
        this.rules = rules.stream().map(ScoringRule::id).collect(Collectors.toUnmodifiableSet());
        this.cases = rules.stream().flatMap(rule -> rule.cases().stream()).toList();
        this.values = rules.size() == 1 ? RuleReach.of(rules.get(0)) : RuleReach.of(cases);
    }

    Set<String> rules() {
        return rules;
    }

    /** What can happen, of which at most one does; empty for what is no matter of conditions. */
    List<Case> cases() {
        return cases;
    }

    /** What the rules give, whatever the lead. */
    ValueSet values() {
        return values;
    }

    /** How low and how high that is. */
    Reach reach() {
        return values.reach();
    }
}
