package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the points of a lead mean: its grade by thresholds of the total or by a matrix of two dimensions, and what disqualifies
 * it. Immutable.
 *
 * @param bands the grades by the total, best first, each with a lower threshold than the one before; may be empty
 * @param matrix the grades by two dimensions, in place of bands; or empty
 * @param disqualifiers what settles a lead's fate whatever its points; may be empty
 */
public record Grading(List<Band> bands, Optional<GradeMatrix> matrix, List<Disqualifier> disqualifiers) {

    /** No grades, and nothing disqualifies. */
    public static final Grading NONE = new Grading(List.of(), Optional.empty(), List.of());

    /**
     * Makes a grading; the model that it becomes part of checks it.
     *
     * @param bands the grades by the total, best first
     * @param matrix the grades by two dimensions, or empty
     * @param disqualifiers what disqualifies
     */
    public Grading {
        bands = List.copyOf(bands);
        requireNonNull(matrix, "matrix");
        disqualifiers = List.copyOf(disqualifiers);
    }

    /**
     * The grade that points earn, whatever disqualifies.
     *
     * @param dimensions the points of each dimension
     * @param total the total
     * @return the cell of the matrix, or the best band whose threshold the total reaches; empty if there is none
     */
    public Optional<Grade> grade(Map<String, Points> dimensions, Points total) {
        return matrix.map(both -> both.grade(dimensions)).or(() -> grade(total));
    }

    Optional<Grade> grade(Points total) {
        return bands.stream()
                .filter(band -> total.compareTo(band.atLeast()) >= 0)
                .map(Band::grade)
                .findFirst();
    }

    /**
     * How good a grade is among the bands.
     *
     * @param grade the grade, or empty for none
     * @return 0 for the best band, one more for each worse one; the number of bands for every other grade and for none
     */
    public int rank(Optional<Grade> grade) {
        int rank = 0;
        while (rank < bands.size() && !Optional.of(bands.get(rank).grade()).equals(grade)) {
            rank++;
        }
        return rank;
    }

    /**
     * What several verdicts say together: the least total, and the worst grade (a grade that no band has is the worst; of
     * those, the last by name).
     *
     * @param held the disqualifiers that hold
     * @return the verdict; empty parts where none of them says anything
     */
    public Verdict verdict(List<Disqualifier> held) {
        Comparator<Grade> worst = Comparator.<Grade>comparingInt(grade -> rank(Optional.of(grade)))
                .thenComparing(Grade::name);
        return new Verdict(
                held.stream().flatMap(each -> each.verdict().total().stream()).min(Comparator.naturalOrder()),
                held.stream().flatMap(each -> each.verdict().grade().stream()).max(worst));
    }
}
