package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import java.util.List;
import java.util.Map;

/**
 * A grade from two dimensions, such as {@code B2}: the letter says how well a lead fits, the number how engaged it is.
 *
 * @param rows the side that gives the first part of the grade
 * @param columns the side that gives the second part; another dimension
 */
public record GradeMatrix(Axis rows, Axis columns) {

    /**
     * Makes a matrix; the model that it becomes part of checks it.
     *
     * @param rows the first part
     * @param columns the second part
     */
    public GradeMatrix {
        requireNonNull(rows, "rows");
        requireNonNull(columns, "columns");
    }

    /**
     * One side of a matrix.
     *
     * @param dimension the dimension whose points count
     * @param bands the parts that points earn, best first, each with a lower threshold than the one before
     * @param otherwise the part for fewer points than the last threshold
     */
    public record Axis(String dimension, List<Band> bands, Grade otherwise) {

        /**
         * Makes a side.
         *
         * @param dimension the dimension whose points count
         * @param bands the parts that points earn, best first
         * @param otherwise the part for fewer points
         */
        public Axis {
            requireNonNull(dimension, "dimension");
            bands = List.copyOf(bands);
            requireNonNull(otherwise, "otherwise");
        }

        /**
         * How good some points are on this side.
         *
         * @param points the dimension's points
         * @return 0 for the best part, one more for each worse one; the number of bands for the last part
         */
        public int rank(Points points) {
            int rank = 0;
            while (rank < bands.size() && points.compareTo(bands.get(rank).atLeast()) < 0) {
                rank++;
            }
            return rank;
        }

        private Grade part(Map<String, Points> dimensions) {
            int rank = rank(dimensions.getOrDefault(dimension, Points.ZERO));
            return rank < bands.size() ? bands.get(rank).grade() : otherwise;
        }
    }

    /**
     * The grade of a lead.
     *
     * @param dimensions the points of each dimension
     * @return both parts, the row's first
     */
    public Grade grade(Map<String, Points> dimensions) {
        return new Grade(rows.part(dimensions).name() + columns.part(dimensions).name());
    }
}
