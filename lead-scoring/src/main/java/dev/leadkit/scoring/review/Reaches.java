package dev.leadkit.scoring.review;

import dev.leadkit.condition.Condition;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** How low and how high the sums of a dimension's rules can be: of each group, and of the rules outside of groups. */
record Reaches(Dimension dimension, List<Sum> groups, Sum others) {

    static Reaches of(Dimension dimension, Proofs proofs) {
        Set<String> grouped = new HashSet<>();
        List<Sum> groups = new ArrayList<>();
        dimension.groups().forEach(group -> {
            Set<String> members = new HashSet<>(group.rules());
            grouped.addAll(members);
            groups.add(sum(dimension, rule -> members.contains(rule.id()), proofs));
        });
        return new Reaches(dimension, groups, sum(dimension, rule -> !grouped.contains(rule.id()), proofs));
    }

    private static Sum sum(Dimension dimension, Predicate<ScoringRule> which, Proofs proofs) {
        List<List<ScoringRule>> terms = new ArrayList<>();
        List<List<ScoringRule>> exclusive = new ArrayList<>();
        for (ScoringRule rule : dimension.rules()) {
            if (which.test(rule) && !isJoined(rule, exclusive, proofs)) {
                List<ScoringRule> term = new ArrayList<>(List.of(rule));
                terms.add(term);
                if (rule.cases().size() == 1) {
                    exclusive.add(term);
                }
            }
        }
        return new Sum(terms.stream().map(Term::new).toList());
    }

    private static boolean isJoined(ScoringRule rule, List<List<ScoringRule>> exclusive, Proofs proofs) {
        if (rule.cases().size() != 1) {
            return false;
        }
        Condition when = when(rule);
        for (List<ScoringRule> group : exclusive) {
            if (!proofs.isExhausted() && group.stream().allMatch(member -> proofs.excludes(when(member), when))) {
                return group.add(rule);
            }
        }
        return false;
    }

    private static Condition when(ScoringRule rule) {
        return rule.cases().get(0).when();
    }

    /** The sum of the dimension's rules, before the dimension's own limits. */
    Reach whole() {
        return sum(Sum::whole);
    }

    /** The same, and what lies between that no lead has: after the dimension's own limits. */
    ValueSet values() {
        ValueSet sum = others.values();
        for (int g = 0; g < groups.size(); g++) {
            sum = sum.plus(
                    groups.get(g).values().within(dimension.groups().get(g).limits()));
        }
        return sum.within(dimension.limits());
    }

    /** The same of a lead of which something is supposed. */
    Reach given(Supposed supposed) {
        return sum(sum -> sum.given(supposed));
    }

    private Reach sum(Function<Sum, Reach> by) {
        Reach sum = by.apply(others);
        for (int g = 0; g < groups.size(); g++) {
            sum = sum.plus(
                    by.apply(groups.get(g)).within(dimension.groups().get(g).limits()));
        }
        return sum;
    }
}
