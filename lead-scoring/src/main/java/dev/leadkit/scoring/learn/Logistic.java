package dev.leadkit.scoring.learn;

import java.util.Arrays;

/**
 * Logistic regression on bins by Newton's method: each example is in at most one bin of each column, so that a step touches
 * only the bins that it is in. The weights of bins are drawn to 0 by half of the penalty times their square (Hoerl and
 * Kennard 1970; for logistic regression le Cessie and van Houwelingen 1992), which keeps a bin of few leads close to the
 * average; the weight of all leads together is free. The same bits on every machine: plain arithmetic and StrictMath, in
 * the order of the examples.
 */
final class Logistic {

    private static final int MOST_STEPS = 100;
    private static final double CLOSE = 1e-10;

    private final int bins;
    private final int wide;
    private final int[] active;
    private final boolean[] won;
    private final double penalty;

    /**
     * @param bins how many bins there are
     * @param active the bins of each example, one example after the other, each as many; -1 for none
     * @param won each example's outcome
     * @param penalty how strongly weights are drawn to 0
     */
    Logistic(int bins, int[] active, boolean[] won, double penalty) {
        this.bins = bins;
        this.active = active;
        this.won = won;
        this.wide = active.length / won.length;
        this.penalty = penalty;
    }

    /** The weight of each bin, and behind them the weight of all leads together. */
    double[] weights() {
        double[] weights = new double[bins + 1];
        double loss = loss(weights);
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] step = step(weights);
            double[] next = moved(weights, step, 1);
            double nextLoss = loss(next);
            for (double part = 0.5; nextLoss > loss && part > CLOSE; part /= 2) {
                next = moved(weights, step, part);
                nextLoss = loss(next);
            }
            if (nextLoss > loss) {
                return weights;
            }
            boolean done = loss - nextLoss <= CLOSE * loss;
            weights = next;
            loss = nextLoss;
            if (done) {
                return weights;
            }
        }
        return weights;
    }

    private static double[] moved(double[] from, double[] step, double part) {
        double[] to = from.clone();
        Arrays.setAll(to, i -> from[i] + part * step[i]);
        return to;
    }

    private double logOdds(double[] weights, int row) {
        double sum = weights[bins];
        for (int i = row * wide; i < (row + 1) * wide; i++) {
            sum += active[i] < 0 ? 0 : weights[active[i]];
        }
        return sum;
    }

    private double loss(double[] weights) {
        double loss = 0;
        for (int row = 0; row < won.length; row++) {
            double logOdds = logOdds(weights, row);
            double wrong = won[row] ? -logOdds : logOdds;
            loss += Math.max(wrong, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(wrong)));
        }
        for (int bin = 0; bin < bins; bin++) {
            loss += penalty / 2 * weights[bin] * weights[bin];
        }
        return loss;
    }

    /** Newton's step: the curvature solved for the slope. */
    private double[] step(double[] weights) {
        double[] slope = new double[bins + 1];
        double[][] curve = new double[bins + 1][];
        for (int i = 0; i <= bins; i++) {
            curve[i] = new double[i + 1];
        }
        for (int row = 0; row < won.length; row++) {
            double chance = 1 / (1 + StrictMath.exp(-logOdds(weights, row)));
            add(row, (won[row] ? 1 : 0) - chance, chance * (1 - chance), slope, curve);
        }
        for (int bin = 0; bin < bins; bin++) {
            slope[bin] -= penalty * weights[bin];
            curve[bin][bin] += penalty;
        }
        curve[bins][bins] += CLOSE;
        return Cholesky.solve(curve, slope);
    }

    private void add(int row, double error, double weight, double[] slope, double[][] curve) {
        double[] all = curve[bins];
        slope[bins] += error;
        all[bins] += weight;
        for (int i = row * wide; i < (row + 1) * wide; i++) {
            int bin = active[i];
            if (bin < 0) {
                continue;
            }
            slope[bin] += error;
            all[bin] += weight;
            double[] line = curve[bin];
            for (int j = row * wide; j <= i; j++) {
                if (active[j] >= 0) {
                    line[active[j]] += weight;
                }
            }
        }
    }
}
