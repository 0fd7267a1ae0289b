package dev.leadkit.accuracy;

/** The chi-square distribution, by {@link StrictMath}: the same bits everywhere. */
final class ChiSquare {

    private static final double ALMOST_ALL = 0.95;
    private static final int HALVINGS = 200;

    private ChiSquare() {}

    /** What is exceeded in 5 of 100 cases with so many degrees of freedom, at least 1. */
    static double point95(int degrees) {
        double low = 0;
        double high = degrees + 10 * StrictMath.sqrt(2.0 * degrees) + 10;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            boolean below = share(degrees, middle) < ALMOST_ALL;
            low = below ? middle : low;
            high = below ? high : middle;
        }
        return high;
    }

    /** The share below a value above 0: the lower incomplete gamma function, by its series, whose terms are all positive. */
    private static double share(int degrees, double value) {
        double shape = degrees / 2.0;
        double half = value / 2;
        double term = 1 / shape;
        double sum = term;
        for (int n = 1; term > sum * 1e-17; n++) {
            term *= half / (shape + n);
            sum += term;
        }
        return sum * StrictMath.exp(shape * StrictMath.log(half) - half - logGamma(degrees));
    }

    /** The logarithm of gamma at half of a whole number. */
    private static double logGamma(int twice) {
        double sum = twice % 2 == 0 ? 0 : StrictMath.log(StrictMath.PI) / 2;
        for (int k = twice - 2; k > 0; k -= 2) {
            sum += StrictMath.log(k / 2.0);
        }
        return sum;
    }
}
