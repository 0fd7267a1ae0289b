package dev.leadkit.scoring.model;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Collects what is wrong with the grades and the disqualifiers of a model. */
final class GradingCheck {

    private static final int MOST_DISQUALIFIERS = 1_000;
    private static final int MOST_OF_A_SIDE = 100;
    private static final int LONGEST_GRADE = 255;

    private final Faults faults;
    private final ModelCheck model;

    GradingCheck(Faults faults, ModelCheck model) {
        this.faults = faults;
        this.model = model;
    }

    void check(Grading grading, Set<String> dimensions) {
        model.checkBands("grades", grading.bands());
        grading.matrix().ifPresent(matrix -> {
            if (!grading.bands().isEmpty()) {
                faults.add("matrix", "left out where there are \"grades\"", "a matrix");
            }
            checkMatrix(matrix, dimensions);
        });
        checkDisqualifiers(grading.disqualifiers());
    }

    private void checkMatrix(GradeMatrix matrix, Set<String> dimensions) {
        checkAxis("matrix.rows", matrix.rows(), dimensions);
        checkAxis("matrix.columns", matrix.columns(), dimensions);
        if (matrix.rows().dimension().equals(matrix.columns().dimension())) {
            faults.add(
                    "matrix.columns.dimension",
                    "another dimension than the rows'",
                    ModelCheck.quoted(matrix.columns().dimension()));
        }
        checkNames(matrix);
    }

    private void checkAxis(String path, GradeMatrix.Axis axis, Set<String> dimensions) {
        if (!dimensions.contains(axis.dimension())) {
            faults.accept(new Fault(
                    path + ".dimension",
                    "a dimension of the model",
                    ModelCheck.quoted(axis.dimension()),
                    Suggestion.of(axis.dimension(), dimensions)));
        }
        model.checkBands(path + ".grades", axis.bands());
        if (axis.bands().stream().anyMatch(band -> band.grade().equals(axis.otherwise()))) {
            faults.add(
                    path + ".otherwise",
                    "no other grade of this side",
                    ModelCheck.quoted(axis.otherwise().name()));
        }
    }

    /** Two cells of one name, such as 1 and 12 beside 11 and 2, could not be told apart. */
    private void checkNames(GradeMatrix matrix) {
        if (matrix.rows().bands().size() > MOST_OF_A_SIDE
                || matrix.columns().bands().size() > MOST_OF_A_SIDE) {
            faults.add("matrix", "of at most " + MOST_OF_A_SIDE + " grades on a side", "more");
            return;
        }
        Set<String> names = new HashSet<>();
        for (String row : names(matrix.rows())) {
            for (String column : names(matrix.columns())) {
                String name = row + column;
                if (!names.add(name) || name.length() > LONGEST_GRADE) {
                    faults.add(
                            "matrix",
                            "of cells with names of their own, of at most " + LONGEST_GRADE + " characters",
                            name.length() > LONGEST_GRADE ? name.length() + " characters" : ModelCheck.quoted(name));
                    return;
                }
            }
        }
    }

    private static List<String> names(GradeMatrix.Axis axis) {
        return Stream.concat(
                        axis.bands().stream().map(band -> band.grade().name()),
                        Stream.of(axis.otherwise().name()))
                .toList();
    }

    private void checkDisqualifiers(List<Disqualifier> disqualifiers) {
        if (disqualifiers.size() > MOST_DISQUALIFIERS) {
            faults.add("disqualify", "at most " + MOST_DISQUALIFIERS + " of them", disqualifiers.size() + "");
            return;
        }
        RuleCheck rules = new RuleCheck(faults, model);
        for (int i = 0; i < disqualifiers.size(); i++) {
            Disqualifier each = disqualifiers.get(i);
            String path = "disqualify[" + i + "]";
            model.checkId(path, each.id());
            model.checkTexts(path, each.description(), each.note());
            rules.checkAsksNoScore(path + ".when", each.when());
            each.verdict().total().ifPresent(total -> model.checkPoints(path + ".total", total));
            if (each.verdict().total().isEmpty() && each.verdict().grade().isEmpty()) {
                faults.add(path, "a disqualifier with \"total\" or \"grade\" or both", "one without");
            }
        }
    }
}
