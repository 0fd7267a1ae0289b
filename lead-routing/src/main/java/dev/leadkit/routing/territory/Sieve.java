package dev.leadkit.routing.territory;

import java.util.Arrays;

/**
 * Tells most numbers that were never put in from those that were, by a look at far less memory than the numbers take: a bit for each,
 * of which at most one in {@value #SPARE} is set. Written while a plan is expanded, only read afterwards.
 */
final class Sieve {

    private static final int SPARE = 16;
    private static final int PRIME = 0x01000193;
    private static final int MIX = 0x85EBCA6B;

    private int[] all = new int[16];
    private int size;
    private long[] bits = new long[SPARE];

    /** What is put in for a text with one more letter. */
    static int next(int hash, char letter) {
        return (hash ^ letter) * PRIME + 1;
    }

    void add(int hash) {
        if (size == all.length) {
            all = Arrays.copyOf(all, 2 * size);
        }
        all[size++] = hash;
        set(hash);
        if (SPARE * size > bits.length * Long.SIZE) {
            bits = new long[2 * bits.length];
            for (int i = 0; i < size; i++) {
                set(all[i]);
            }
        }
    }

    private void set(int hash) {
        int bit = bit(hash);
        bits[bit / Long.SIZE] |= 1L << bit;
    }

    /** Never false of what was put in. */
    boolean mayHave(int hash) {
        int bit = bit(hash);
        return (bits[bit / Long.SIZE] >>> bit & 1) != 0;
    }

    private int bit(int hash) {
        return (hash * MIX) >>> Integer.numberOfLeadingZeros(bits.length * Long.SIZE - 1);
    }
}
