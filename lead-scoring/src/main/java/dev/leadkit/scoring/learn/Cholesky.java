package dev.leadkit.scoring.learn;

/** Solves symmetric positive definite systems by Cholesky's decomposition. */
final class Cholesky {

    private Cholesky() {}

    /**
     * Solves a system.
     *
     * @param lower the lower half of the matrix, line by line; overwritten
     * @param right the right side; overwritten by the solution
     * @return the solution
     */
    static double[] solve(double[][] lower, double[] right) {
        decompose(lower);
        for (int i = 0; i < right.length; i++) {
            right[i] = (right[i] - dot(lower[i], right, i)) / lower[i][i];
        }
        for (int i = right.length - 1; i >= 0; i--) {
            right[i] /= lower[i][i];
            for (int j = 0; j < i; j++) {
                right[j] -= lower[i][j] * right[i];
            }
        }
        return right;
    }

    private static void decompose(double[][] lower) {
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j < i; j++) {
                lower[i][j] = (lower[i][j] - dot(lower[i], lower[j], j)) / lower[j][j];
            }
            lower[i][i] = Math.sqrt(lower[i][i] - dot(lower[i], lower[i], i));
        }
    }

    private static double dot(double[] one, double[] other, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
