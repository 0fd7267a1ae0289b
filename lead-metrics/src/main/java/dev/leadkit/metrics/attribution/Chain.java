package dev.leadkit.metrics.attribution;

import dev.leadkit.metrics.fold.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How people went from channel to channel, as counts, and what would be lost without each channel.
 *
 * <p>With {@code n} the visits of each channel on a diagonal, {@code C} the transitions between channels and {@code v} the conversions
 * from each, {@code M = n - C} and the chance to convert from each channel is {@code x = M^-1 v}. Every path that enters a channel
 * leaves it, so the column sums of {@code M} are the starts, and the chance that a path ever comes to channel c is
 * {@code 1 / (paths * (M^-1)cc)}. Those who come to it convert with {@code xc}; without it they do not. So the removal effect is
 * {@code xc / ((M^-1)cc * conversions)}: one inversion for all channels. M is an M-matrix, for which elimination needs no pivoting.
 */
final class Chain {

    static final int BEGAN = 0;
    static final int CONVERTED = 1;
    static final int ENDED = 2;
    static final int WENT_ON = 3;

    /** What a pivot must be, of the channel's visits, to be told from 0. */
    private static final double LEAST_PIVOT = 1e-12;

    private final List<String> channels;
    private final long[] converted;
    private final long[][] transitions;
    private final long[] visits;
    private boolean sound = true;

    Chain(SortedMap<String, Counts> rows) {
        this.channels = new ArrayList<>(rows.keySet());
        int size = channels.size();
        this.converted = new long[size];
        this.visits = new long[size];
        this.transitions = new long[size][size];
        for (int i = 0; i < size; i++) {
            read(i, rows.getOrDefault(channels.get(i), new Counts()));
        }
    }

    private void read(int from, Counts row) {
        converted[from] = row.count(CONVERTED, 0);
        visits[from] = Math.addExact(converted[from], row.count(ENDED, 0));
        sound &= row.count(BEGAN, 0) >= 0 && converted[from] >= 0 && row.count(ENDED, 0) >= 0;
        row.named().forEach((next, step) -> {
            int to = channels.indexOf(next);
            long times = step.count(WENT_ON, 0);
            if (to < 0 || times < 0) {
                sound = false;
            } else {
                transitions[from][to] = times;
                visits[from] = Math.addExact(visits[from], times);
            }
        });
    }

    /** The removal effect of each channel, in their order, by the number of conversions; empty if a part of the counts is missing. */
    Optional<double[]> removal(long conversions) {
        boolean all = Arrays.stream(converted).reduce(0, Math::addExact) == conversions;
        return sound && all && conversions > 0
                ? inverse().map(inverse -> removal(inverse, (double) conversions))
                : Optional.empty();
    }

    private double[] removal(double[][] inverse, double conversions) {
        double[] effects = new double[converted.length];
        for (int i = 0; i < effects.length; i++) {
            double chance = 0;
            for (int j = 0; j < effects.length; j++) {
                chance += inverse[i][j] * converted[j];
            }
            effects[i] = chance / (inverse[i][i] * conversions);
        }
        return effects;
    }

    /** Gauss and Jordan, in place. */
    private Optional<double[][]> inverse() {
        int size = visits.length;
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = (i == j ? visits[i] : 0) - transitions[i][j];
            }
        }
        for (int pivot = 0; pivot < size; pivot++) {
            if (matrix[pivot][pivot] <= LEAST_PIVOT * visits[pivot]) {
                return Optional.empty();
            }
            eliminate(matrix, pivot);
        }
        return Optional.of(matrix);
    }

    private static void eliminate(double[][] matrix, int pivot) {
        double[] row = matrix[pivot];
        double divisor = row[pivot];
        row[pivot] = 1;
        for (int j = 0; j < row.length; j++) {
            row[j] /= divisor;
        }
        for (int i = 0; i < matrix.length; i++) {
            double factor = matrix[i][pivot];
            if (i != pivot && factor != 0) {
                matrix[i][pivot] = 0;
                for (int j = 0; j < row.length; j++) {
                    matrix[i][j] -= factor * row[j];
                }
            }
        }
    }
}
