package dev.leadkit.scoring.review;

import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.List;

/** Looks for caps, floors and grades that the rules cannot reach. */
final class LimitLint {

    private final ScoringModel model;
    private final Reaches reaches;

    LimitLint(ScoringModel model, Reaches reaches) {
        this.model = model;
        this.reaches = reaches;
    }

    void check(List<Remark> remarks) {
        Reach total = Reach.NOTHING;
        for (int d = 0; d < model.dimensions().size(); d++) {
            Dimension dimension = model.dimensions().get(d);
            Reach sum = reaches.sum(dimension);
            check("dimensions[" + d + "]", dimension.limits(), sum, remarks);
            total = total.plus(sum.within(dimension.limits()));
        }
        check("", model.limits(), total, remarks);
        checkGrades(total.within(model.limits()), remarks);
    }

    private static void check(String path, Limits limits, Reach sum, List<Remark> remarks) {
        String before = path.isEmpty() ? "" : path + ".";
        if (!sum.isOne() && sum.within(limits).isOne()) {
            remarks.add(new Remark(
                    path,
                    Remark.Kind.RULES_IDLE,
                    "the limits leave " + sum.within(limits) + " points of a sum " + sum
                            + ", so that no rule makes a difference."));
            return;
        }
        limits.cap()
                .filter(cap -> cap.units() >= sum.most())
                .ifPresent(cap -> remarks.add(new Remark(
                        before + "cap",
                        Remark.Kind.CAP_IDLE,
                        "the cap of " + cap + " takes nothing away: the sum is at most " + points(sum.most()) + ".")));
        limits.floor()
                .filter(floor -> floor.units() <= sum.least())
                .ifPresent(floor -> remarks.add(new Remark(
                        before + "floor",
                        Remark.Kind.FLOOR_IDLE,
                        "the floor of " + floor + " gives nothing back: the sum is at least " + points(sum.least())
                                + ".")));
    }

    private void checkGrades(Reach total, List<Remark> remarks) {
        long below = Long.MAX_VALUE;
        for (int i = 0; i < model.bands().size(); i++) {
            Band band = model.bands().get(i);
            String path = "grades[" + i + "]";
            long from = band.atLeast().units();
            if (from > total.most() || below <= total.least()) {
                remarks.add(new Remark(
                        path,
                        Remark.Kind.GRADE_UNREACHABLE,
                        "no lead can have the grade " + band.grade() + ": totals go " + total + "."));
            } else if (from <= total.least() && below > total.most()) {
                remarks.add(new Remark(
                        path,
                        Remark.Kind.GRADE_CERTAIN,
                        "every lead has the grade " + band.grade() + ": totals go " + total + "."));
            }
            below = from;
        }
    }

    private static Points points(long units) {
        return new Points(units);
    }
}
