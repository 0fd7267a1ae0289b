package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LogisticProperties {

    private static final int COLUMNS = 3;
    private static final int BINS_EACH = 3;
    private static final int BINS = COLUMNS * BINS_EACH;

    @Property(tries = 200)
    void nothingIsBetterNearby(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int rows,
            @ForAll @IntRange(min = 1, max = 40) int tenths) {
        Problem problem = Problem.random(rows, tenths / 10.0, seed);
        double[] slope = problem.slope(problem.learned());
        if (problem.hasBoth()) {
            for (double each : slope) {
                assertThat(each).isCloseTo(0, within(1e-3));
            }
        }
    }

    @Property(tries = 20)
    void plainGradientDescentEndsAtTheSameWeights(@ForAll long seed) {
        Problem problem = Problem.random(80, 1, seed);
        if (problem.hasBoth()) {
            double[] slow = problem.descended(20_000);
            assertThat(problem.learned()).containsExactly(slow, within(1e-4));
        }
    }

    @Property(tries = 50)
    void theSameProblemGivesTheSameBits(@ForAll long seed) {
        assertThat(Problem.random(50, 1, seed).learned())
                .containsExactly(Problem.random(50, 1, seed).learned());
    }

    /** The same regression with a column of zeros and ones for every bin, as a textbook has it. */
    private static final class Problem {

        private final int[] active;
        private final boolean[] won;
        private final double penalty;

        Problem(int[] active, boolean[] won, double penalty) {
            this.active = active;
            this.won = won;
            this.penalty = penalty;
        }

        static Problem random(int rows, double penalty, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] active = new int[rows * COLUMNS];
            Arrays.setAll(active, i -> i % COLUMNS * BINS_EACH + random.nextInt(BINS_EACH));
            boolean[] won = new boolean[rows];
            for (int row = 0; row < rows; row++) {
                won[row] = random.nextInt(3) < 1 + active[row * COLUMNS] % 2;
            }
            return new Problem(active, won, penalty);
        }

        boolean hasBoth() {
            boolean some = false;
            boolean all = true;
            for (boolean each : won) {
                some |= each;
                all &= each;
            }
            return some && !all;
        }

        double[] learned() {
            return new Logistic(BINS, active, won, penalty).weights();
        }

        double[] slope(double[] weights) {
            double[] slope = new double[BINS + 1];
            for (int row = 0; row < won.length; row++) {
                double[] dense = new double[BINS + 1];
                dense[BINS] = 1;
                for (int column = 0; column < COLUMNS; column++) {
                    dense[active[row * COLUMNS + column]] = 1;
                }
                double logOdds = 0;
                for (int i = 0; i <= BINS; i++) {
                    logOdds += dense[i] * weights[i];
                }
                for (int i = 0; i <= BINS; i++) {
                    slope[i] += dense[i] * ((won[row] ? 1 : 0) - 1 / (1 + Math.exp(-logOdds)));
                }
            }
            for (int i = 0; i < BINS; i++) {
                slope[i] -= penalty * weights[i];
            }
            return slope;
        }

        double[] descended(int steps) {
            double[] weights = new double[BINS + 1];
            for (int step = 0; step < steps; step++) {
                double[] slope = slope(weights);
                for (int i = 0; i <= BINS; i++) {
                    weights[i] += 0.01 * slope[i];
                }
            }
            return weights;
        }
    }
}
