package dev.leadkit.scoring.review;

import dev.leadkit.condition.logic.Logic;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.Grading;
import java.util.List;
import java.util.Map;

/** Looks for grades that no lead, or every lead, has. */
final class GradeLint {

    private final Grading grading;
    private final ValueSet total;
    private final Map<String, ValueSet> dimensions;
    private final List<Disqualifier> disqualifiers;

    GradeLint(Grading grading, ValueSet total, Map<String, ValueSet> dimensions) {
        this.grading = grading;
        this.total = total;
        this.dimensions = dimensions;
        this.disqualifiers = grading.disqualifiers().stream()
                .filter(each -> !Logic.isNever(each.when()))
                .toList();
    }

    void check(List<Remark> remarks) {
        check("grades", grading.bands(), total, remarks);
        grading.matrix().ifPresent(matrix -> {
            check("matrix.rows", matrix.rows(), remarks);
            check("matrix.columns", matrix.columns(), remarks);
        });
    }

    /** A disqualifier may force a whole grade, but no part of one. */
    private void check(String path, GradeMatrix.Axis axis, List<Remark> remarks) {
        ValueSet points = dimensions.getOrDefault(axis.dimension(), ValueSet.ZERO);
        check(path + ".grades", axis.bands(), points, remarks);
        boolean reached = axis.bands().isEmpty()
                || axis.bands().get(axis.bands().size() - 1).atLeast().units()
                        > points.reach().least();
        if (!reached) {
            remarks.add(unreachable(path + ".otherwise", axis.otherwise(), points.reach()));
        }
    }

    private void check(String path, List<Band> bands, ValueSet points, List<Remark> remarks) {
        long below = Long.MAX_VALUE;
        for (int i = 0; i < bands.size(); i++) {
            Grade grade = bands.get(i).grade();
            Reach earns = new Reach(bands.get(i).atLeast().units(), below - 1);
            if (!points.meets(earns)) {
                if (disqualifiers.stream().noneMatch(each -> gives(each, grade, earns))) {
                    remarks.add(unreachable(path + "[" + i + "]", grade, earns, points));
                }
            } else if (earns.has(points.reach()) && disqualifiers.isEmpty()) {
                remarks.add(new Remark(
                        path + "[" + i + "]",
                        Remark.Kind.GRADE_CERTAIN,
                        "every lead has the grade " + grade + ": points go " + points.reach() + "."));
            }
            below = earns.least();
        }
    }

    /** Whether a disqualifier may lead to a grade, by its name or by a total that it forces. */
    private static boolean gives(Disqualifier disqualifier, Grade grade, Reach earns) {
        return disqualifier.verdict().grade().filter(grade::equals).isPresent()
                || disqualifier.verdict().total().filter(earns::has).isPresent();
    }

    /** Beyond all points or between them: then it also says how wide the gap is that the grade lies in. */
    private static Remark unreachable(String path, Grade grade, Reach earns, ValueSet points) {
        if (!points.reach().has(earns)) {
            return unreachable(path, grade, points.reach());
        }
        Reach gap = points.gap(earns.least());
        return new Remark(
                path,
                Remark.Kind.GRADE_UNREACHABLE,
                "no lead can have the grade " + grade + ", from " + new Points(earns.least()) + " to below "
                        + new Points(earns.most() + 1) + ": no sum of points lies between " + new Points(gap.least())
                        + " and " + new Points(gap.most()) + ".");
    }

    private static Remark unreachable(String path, Grade grade, Reach points) {
        return new Remark(
                path,
                Remark.Kind.GRADE_UNREACHABLE,
                "no lead can have the grade " + grade + ": points go " + points + ".");
    }
}
