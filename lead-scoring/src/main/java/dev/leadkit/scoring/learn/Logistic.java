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
     * Makes a regression.
     *
     * @param bins how many bins there are
     * @param active the bins of each example, one example after the other, each in one of every column, those of earlier columns first
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
        Place place = new Place(new double[bins + 1]);
        for (int i = 0; i < MOST_STEPS; i++) {
            double loss = place.loss;
            Place next = better(place);
            if (next.loss >= loss) {
                return place.weights;
            }
            place = next;
            if (loss - next.loss <= CLOSE * loss) {
                return place.weights;
            }
        }
        return place.weights;
    }

    /** A Newton step from a place, or as much of it as does not lead up. */
    private Place better(Place from) {
        double[] step = Cholesky.solve(from.curve, from.slope);
        Place next = new Place(moved(from.weights, step, 1));
        for (double part = 0.5; next.loss > from.loss && part > CLOSE; part /= 2) {
            next = new Place(moved(from.weights, step, part));
        }
        return next;
    }

    private static double[] moved(double[] from, double[] step, double part) {
        double[] to = from.clone();
        Arrays.setAll(to, i -> from[i] + part * step[i]);
        return to;
    }

    private double logOdds(double[] weights, int row) {
        double sum = weights[bins];
        for (int i = row * wide; i < (row + 1) * wide; i++) {
            sum += weights[active[i]];
        }
        return sum;
    }

    /** Some weights, how much they are wrong there, and which way that gets less. */
    private final class Place {

        private final double[] weights;
        private final double[] slope = new double[bins + 1];
        private final double[][] curve = new double[bins + 1][];
        private double loss;

        Place(double... weights) {
            this.weights = weights;
            for (int i = 0; i <= bins; i++) {
                curve[i] = new double[i + 1];
            }
            for (int row = 0; row < won.length; row++) {
                add(row);
            }
            for (int bin = 0; bin < bins; bin++) {
                loss += penalty / 2 * weights[bin] * weights[bin];
                slope[bin] -= penalty * weights[bin];
                curve[bin][bin] += penalty;
            }
            curve[bins][bins] += CLOSE;
        }

        private void add(int row) {
            double logOdds = logOdds(weights, row);
            double small = StrictMath.exp(-Math.abs(logOdds));
            double chance = (logOdds >= 0 ? 1 : small) / (1 + small);
            loss += Math.max(won[row] ? -logOdds : logOdds, 0) + StrictMath.log1p(small);
            add(row, (won[row] ? 1 : 0) - chance, chance * (1 - chance));
        }

        private void add(int row, double error, double weight) {
            double[] all = curve[bins];
            slope[bins] += error;
            all[bins] += weight;
            int begin = row * wide;
            for (int i = begin; i < begin + wide; i++) {
                int bin = active[i];
                slope[bin] += error;
                all[bin] += weight;
                double[] line = curve[bin];
                for (int j = begin; j <= i; j++) {
                    line[active[j]] += weight;
                }
            }
        }
    }
}
