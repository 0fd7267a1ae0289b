package dev.leadkit.scoring.review;

import dev.leadkit.condition.Condition;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Case;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * That a condition is true of a lead, and what the rule gives that it belongs to: what follows for other rules. Not
 * thread-safe.
 */
final class Supposed {

    private final Proofs proofs;
    private final Condition when;
    private final String rule;
    private final Reach gives;
    private final Map<Term, Reach> others;

    /**
     * Supposes something.
     *
     * @param proofs what proves what follows
     * @param when what is true
     * @param rule the rule that gives something then
     * @param gives what it gives
     */
    Supposed(Proofs proofs, Condition when, String rule, Reach gives) {
        this(proofs, when, rule, gives, new HashMap<>());
    }

    private Supposed(Proofs proofs, Condition when, String rule, Reach gives, Map<Term, Reach> others) {
        this.proofs = proofs;
        this.when = when;
        this.rule = rule;
        this.gives = gives;
        this.others = others;
    }

    /** The same, but that the rule gives something else; what is proved of other rules is shared, for proofs are dear. */
    Supposed giving(Reach other) {
        return new Supposed(proofs, when, rule, other, others);
    }

    String rule() {
        return rule;
    }

    Set<String> subjects() {
        return proofs.subjects(when);
    }

    /** What a term can give. Rules that share a term with the supposed one exclude it, and give nothing. */
    Reach of(Term term) {
        return term.rules().contains(rule) ? gives : others.computeIfAbsent(term, this::given);
    }

    private Reach given(Term term) {
        List<Case> left = term.cases().stream()
                .filter(each -> !proofs.excludes(when, each.when()))
                .toList();
        return left.stream()
                .filter(each -> proofs.implies(when, each.when()))
                .findFirst()
                .map(each -> Reach.of(each.points().units()))
                .orElseGet(
                        () -> isSure(left) ? either(left) : RuleReach.of(left).reach());
    }

    /** Whether one of several cases is true, though it is not known which. */
    private boolean isSure(List<Case> left) {
        List<Condition> any = left.stream().map(Case::when).toList();
        return left.size() > 1 && proofs.implies(when, new Condition.Any(any));
    }

    private static Reach either(List<Case> cases) {
        return cases.stream()
                .map(Case::points)
                .map(Points::units)
                .map(Reach::of)
                .reduce(Reach::or)
                .orElse(Reach.NOTHING);
    }
}
