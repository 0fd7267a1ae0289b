package dev.leadkit.metrics.forecast;

import dev.leadkit.metrics.fold.Counts;
import java.math.BigInteger;

/**
 * Sums that a long cannot hold, in signed counts: each term is cut into pieces of 32 bits, and the pieces of one weight are added up
 * under its number. Holds 2 billion terms of any size.
 */
final class Wide {

    private static final int BITS = 32;
    private static final long PIECE = 0xFFFF_FFFFL;

    private Wide() {}

    static void add(Counts counts, int part, BigInteger term, long times) {
        BigInteger rest = term.abs();
        for (long piece = 0; rest.signum() != 0; piece++) {
            long low = rest.longValue() & PIECE;
            counts.add(part, piece, Math.multiplyExact(term.signum() * low, times));
            rest = rest.shiftRight(BITS);
        }
    }

    static BigInteger total(Counts counts, int part) {
        BigInteger sum = BigInteger.ZERO;
        for (long piece : counts.keys(part)) {
            sum = sum.add(BigInteger.valueOf(counts.count(part, piece)).shiftLeft(Math.toIntExact(BITS * piece)));
        }
        return sum;
    }
}
