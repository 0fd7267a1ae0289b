package dev.leadkit.metrics.attribution;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Shares a whole number in proportion to weights so that the parts add up to it exactly: each has its share rounded towards 0, and what
 * is left goes, one each, to those with the largest remainders, of equal ones to the earlier.
 *
 * <p>Source: the method of Hamilton, as seats are shared among parties.
 */
final class LargestRemainder {

    private LargestRemainder() {}

    static long[] split(long whole, long[] weights) {
        return Arrays.stream(split(BigInteger.valueOf(whole), weights))
                .mapToLong(BigInteger::longValueExact)
                .toArray();
    }

    static BigInteger[] split(BigInteger whole, long[] weights) {
        BigInteger all = BigInteger.ZERO;
        for (long weight : weights) {
            all = all.add(BigInteger.valueOf(weight));
        }
        BigInteger size = whole.abs();
        BigInteger[] parts = new BigInteger[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        BigInteger left = size;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] share = size.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(all);
            parts[i] = whole.signum() < 0 ? share[0].negate() : share[0];
            remainders[i] = share[1];
            left = left.subtract(share[0]);
        }
        for (int i : largest(remainders, left.intValueExact())) {
            parts[i] = parts[i].add(BigInteger.valueOf(whole.signum()));
        }
        return parts;
    }

    private static int[] largest(BigInteger[] remainders, int wanted) {
        Integer[] order = new Integer[remainders.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, two) -> remainders[two].compareTo(remainders[one]));
        return Arrays.stream(order).mapToInt(i -> i).limit(wanted).toArray();
    }
}
