package dev.leadkit.scoring.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How low and how high a sum of rules can be before any limits, by the arithmetic of intervals. Immutable once made. */
final class Sum {

    private final List<Term> terms;
    private final Reach whole;
    private final Map<String, Term> byRule = new HashMap<>();
    private final Map<String, List<Term>> bySubject = new HashMap<>();

    Sum(List<Term> terms) {
        this.terms = List.copyOf(terms);
        this.whole = terms.stream().map(Term::reach).reduce(Reach.NOTHING, Reach::plus);
        for (Term term : terms) {
            term.rules().forEach(rule -> byRule.put(rule, term));
            Set<String> subjects = new HashSet<>();
            term.cases().forEach(each -> subjects.addAll(Asked.by(each.when()).subjects()));
            subjects.forEach(subject -> bySubject
                    .computeIfAbsent(subject, none -> new ArrayList<>())
                    .add(term));
        }
    }

    List<Term> terms() {
        return terms;
    }

    /** The sum of any lead. */
    Reach whole() {
        return whole;
    }

    /** The same, and what lies between that no lead has. */
    ValueSet values() {
        return terms.stream().map(Term::values).reduce(ValueSet.ZERO, ValueSet::plus);
    }

    /** The sum of a lead of which something is supposed: only terms that it can concern are looked at. */
    Reach given(Supposed supposed) {
        Set<Term> concerned = new HashSet<>();
        supposed.subjects().forEach(subject -> concerned.addAll(bySubject.getOrDefault(subject, List.of())));
        Term own = byRule.get(supposed.rule());
        if (own != null) {
            concerned.add(own);
        }
        Reach sum = whole;
        for (Term term : concerned) {
            sum = sum.minus(term.reach()).plus(supposed.of(term));
        }
        return sum;
    }
}
