package dev.leadkit.scoring.review;

import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import dev.leadkit.scoring.review.Outcomes.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * How low and how high the sums of rules can be, by the arithmetic of intervals. Rules that exclude each other are one term:
 * of ten rules about ten countries, one counts.
 */
final class Reaches {

    private final Proofs proofs;

    Reaches(Proofs proofs) {
        this.proofs = proofs;
    }

    Reach total(ScoringModel model) {
        return model.dimensions().stream()
                .map(dimension -> sum(dimension).within(dimension.limits()))
                .reduce(Reach.NOTHING, Reach::plus);
    }

    /** The sum of a dimension's rules, before the dimension's own limits. */
    Reach sum(Dimension dimension) {
        return sum(dimension.rules());
    }

    private Reach sum(List<ScoringRule> rules) {
        Reach sum = Reach.NOTHING;
        List<List<Outcome>> exclusive = new ArrayList<>();
        for (ScoringRule rule : rules) {
            List<Outcome> outcomes = Outcomes.of(rule);
            if (outcomes.size() == 1) {
                join(outcomes.get(0), exclusive);
            } else {
                sum = sum.plus(Outcomes.reach(rule));
            }
        }
        return exclusive.stream().map(Outcomes::together).reduce(sum, Reach::plus);
    }

    private void join(Outcome outcome, List<List<Outcome>> exclusive) {
        for (List<Outcome> group : exclusive) {
            if (!proofs.isExhausted()
                    && group.stream().allMatch(member -> proofs.excludes(member.when(), outcome.when()))) {
                group.add(outcome);
                return;
            }
        }
        exclusive.add(new ArrayList<>(List.of(outcome)));
    }
}
