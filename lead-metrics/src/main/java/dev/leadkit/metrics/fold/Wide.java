package dev.leadkit.metrics.fold;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.function.LongPredicate;

/**
 * Sums that a long cannot hold, in signed counts: each term is cut into pieces of 32 bits, and the pieces of one weight are added up
 * under its number, from 0 for the lowest. So a sum of small terms has one count, and two billion terms of any size are added up
 * exactly: amounts of money, seconds, squares. Stateless and thread-safe.
 */
public final class Wide {

    private static final int BITS = 32;
    private static final long PIECE = 0xFFFF_FFFFL;

    private Wide() {}

    /**
     * Adds a term.
     *
     * @param counts changed in place
     * @param part which part of them holds the sum, and nothing else
     * @param term what is added
     * @param times how often; below 0 takes back
     */
    public static void add(Counts counts, int part, long term, long times) {
        if (Math.abs(term) >>> BITS == 0) {
            counts.add(part, 0, Math.multiplyExact(term, times));
        } else {
            add(counts, part, BigInteger.valueOf(term), times);
        }
    }

    /**
     * Adds a term.
     *
     * @param counts changed in place
     * @param part which part of them holds the sum, and nothing else
     * @param term what is added
     * @param times how often; below 0 takes back
     */
    public static void add(Counts counts, int part, BigInteger term, long times) {
        BigInteger rest = term.abs();
        for (long piece = 0; rest.signum() != 0; piece++) {
            long low = rest.longValue() & PIECE;
            counts.add(part, piece, Math.multiplyExact(term.signum() * low, times));
            rest = rest.shiftRight(BITS);
        }
    }

    /**
     * The sum.
     *
     * @param counts left as they are
     * @param part which part of them holds the sum
     * @return the sum of all terms, 0 if there are none
     */
    public static BigInteger total(Counts counts, int part) {
        BigInteger sum = BigInteger.ZERO;
        for (long piece : counts.keys(part)) {
            sum = sum.add(BigInteger.valueOf(counts.count(part, piece)).shiftLeft(Math.toIntExact(BITS * piece)));
        }
        return sum;
    }

    /**
     * A sum of minor units as an amount of money.
     *
     * @param counts left as they are
     * @param part which part of them holds the sum
     * @param currency the currency
     * @return the amount in the currency's main unit, with its decimals
     */
    public static BigDecimal amount(Counts counts, int part, Currency currency) {
        return new BigDecimal(total(counts, part), Math.max(0, currency.getDefaultFractionDigits()));
    }

    /**
     * The sum of plain counts that may leave the range of long together.
     *
     * @param counts left as they are
     * @param part which part of them
     * @param wanted which of its keys
     * @return the sum, 0 if there are none
     */
    public static BigInteger sum(Counts counts, int part, LongPredicate wanted) {
        BigInteger sum = BigInteger.ZERO;
        for (long key : counts.keys(part)) {
            sum = wanted.test(key) ? sum.add(BigInteger.valueOf(counts.count(part, key))) : sum;
        }
        return sum;
    }
}
