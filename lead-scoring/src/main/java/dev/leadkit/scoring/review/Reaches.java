package dev.leadkit.scoring.review;

import dev.leadkit.scoring.model.Case;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.RuleGroup;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How low and how high the sums of rules can be, by the arithmetic of intervals. Rules that exclude each other are one term:
 * of ten rules about ten countries, one counts.
 */
final class Reaches {

    private final Proofs proofs;

    Reaches(Proofs proofs) {
        this.proofs = proofs;
    }

    /** The sum of a dimension's rules, before the dimension's own limits. */
    Reach sum(Dimension dimension) {
        Set<String> grouped = new HashSet<>();
        Reach sum = Reach.NOTHING;
        for (RuleGroup group : dimension.groups()) {
            grouped.addAll(group.rules());
            sum = sum.plus(sum(dimension, group).within(group.limits()));
        }
        return sum.plus(sum(dimension, rule -> !grouped.contains(rule.id())));
    }

    /** The sum of a group's rules, before the group's own limits. */
    Reach sum(Dimension dimension, RuleGroup group) {
        Set<String> members = new HashSet<>(group.rules());
        return sum(dimension, rule -> members.contains(rule.id()));
    }

    private Reach sum(Dimension dimension, Predicate<ScoringRule> which) {
        Reach sum = Reach.NOTHING;
        List<List<Case>> exclusive = new ArrayList<>();
        for (ScoringRule rule : dimension.rules()) {
            if (which.test(rule) && rule.cases().size() == 1) {
                join(rule.cases().get(0), exclusive);
            } else if (which.test(rule)) {
                sum = sum.plus(RuleReach.of(rule));
            }
        }
        return exclusive.stream().map(RuleReach::of).reduce(sum, Reach::plus);
    }

    private void join(Case one, List<List<Case>> exclusive) {
        for (List<Case> group : exclusive) {
            if (!proofs.isExhausted()
                    && group.stream().allMatch(member -> proofs.excludes(member.when(), one.when()))) {
                group.add(one);
                return;
            }
        }
        exclusive.add(new ArrayList<>(List.of(one)));
    }
}
