package dev.leadkit.scoring.review;

import dev.leadkit.condition.logic.Logic;
import dev.leadkit.lead.Grade;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.GradeMatrix;
import dev.leadkit.scoring.model.Grading;
import java.util.List;
import java.util.Map;

/** Looks for grades that no lead, or every lead, has. */
final class GradeLint {

    private final Grading grading;
    private final Reach total;
    private final Map<String, Reach> dimensions;
    private final List<Disqualifier> disqualifiers;

    GradeLint(Grading grading, Reach total, Map<String, Reach> dimensions) {
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
        Reach points = dimensions.getOrDefault(axis.dimension(), Reach.NOTHING);
        check(path + ".grades", axis.bands(), points, remarks);
        boolean reached = axis.bands().isEmpty()
                || axis.bands().get(axis.bands().size() - 1).atLeast().units() > points.least();
        if (!reached) {
            remarks.add(unreachable(path + ".otherwise", axis.otherwise(), points));
        }
    }

    private void check(String path, List<Band> bands, Reach points, List<Remark> remarks) {
        long below = Long.MAX_VALUE;
        for (int i = 0; i < bands.size(); i++) {
            Grade grade = bands.get(i).grade();
            Reach earns = new Reach(bands.get(i).atLeast().units(), below - 1);
            if (earns.least() > points.most() || earns.most() < points.least()) {
                if (disqualifiers.stream().noneMatch(each -> gives(each, grade, earns))) {
                    remarks.add(unreachable(path + "[" + i + "]", grade, points));
                }
            } else if (earns.least() <= points.least() && earns.most() >= points.most() && disqualifiers.isEmpty()) {
                remarks.add(new Remark(
                        path + "[" + i + "]",
                        Remark.Kind.GRADE_CERTAIN,
                        "every lead has the grade " + grade + ": points go " + points + "."));
            }
            below = earns.least();
        }
    }

    /** Whether a disqualifier may lead to a grade, by its name or by a total that it forces. */
    private static boolean gives(Disqualifier disqualifier, Grade grade, Reach earns) {
        return disqualifier.verdict().grade().filter(grade::equals).isPresent()
                || disqualifier.verdict().total().filter(earns::has).isPresent();
    }

    private static Remark unreachable(String path, Grade grade, Reach points) {
        return new Remark(
                path,
                Remark.Kind.GRADE_UNREACHABLE,
                "no lead can have the grade " + grade + ": points go " + points + ".");
    }
}
