package dev.leadkit.scoring.review;

import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.RuleGroup;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for caps and floors that the rules cannot reach. */
final class LimitLint {

    private final ScoringModel model;
    private final List<Reaches> dimensions;

    LimitLint(ScoringModel model, List<Reaches> dimensions) {
        this.model = model;
        this.dimensions = dimensions;
    }

    void check(List<Remark> remarks) {
        ValueSet total = ValueSet.ZERO;
        Map<String, ValueSet> ofDimensions = new HashMap<>();
        for (int d = 0; d < dimensions.size(); d++) {
            Reaches each = dimensions.get(d);
            String path = "dimensions[" + d + "]";
            for (int g = 0; g < each.groups().size(); g++) {
                RuleGroup group = each.dimension().groups().get(g);
                check(
                        path + ".groups[" + g + "]",
                        group.limits(),
                        each.groups().get(g).whole(),
                        remarks);
            }
            check(path, each.dimension().limits(), each.whole(), remarks);
            ValueSet values = each.values();
            ofDimensions.put(each.dimension().name(), values);
            total = total.plus(values);
        }
        check("", model.limits(), total.reach(), remarks);
        new GradeLint(model.grading(), total.within(model.limits()), ofDimensions).check(remarks);
    }

    private static void check(String path, Limits limits, Reach sum, List<Remark> remarks) {
        if (!sum.isOne() && sum.within(limits).isOne()) {
            remarks.add(new Remark(
                    path,
                    Remark.Kind.RULES_IDLE,
                    "the limits leave " + sum.within(limits) + " points of a sum " + sum
                            + ", so that no rule makes a difference."));
            return;
        }
        String before = path.isEmpty() ? "" : path + ".";
        limits.cap()
                .filter(cap -> cap.units() >= sum.most())
                .ifPresent(cap -> remarks.add(new Remark(
                        before + "cap",
                        Remark.Kind.CAP_IDLE,
                        "the cap of " + cap + " takes nothing away: the sum is at most " + new Points(sum.most())
                                + ".")));
        limits.floor()
                .filter(floor -> floor.units() <= sum.least())
                .ifPresent(floor -> remarks.add(new Remark(
                        before + "floor",
                        Remark.Kind.FLOOR_IDLE,
                        "the floor of " + floor + " gives nothing back: the sum is at least " + new Points(sum.least())
                                + ".")));
    }
}
