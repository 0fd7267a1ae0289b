package dev.leadkit.routing.engine;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Some of a plan's reps, by number: as bits, and if they are few as a sorted list too. Immutable, though it shares its arrays.
 */
final class RepSet {

    /** A list is shorter to go through than the bits of all as long as it has at most one in so many. */
    private static final int FEW = 32;

    final int @Nullable [] few;

    /** Left out if the list is very short against the bits, and somebody said that there are many such sets. */
    final long @Nullable [] words;

    final int size;

    private RepSet(int @Nullable [] few, long @Nullable [] words, int size) {
        this.few = few;
        this.words = words;
        this.size = size;
    }

    static int words(int reps) {
        return (reps + Long.SIZE - 1) / Long.SIZE;
    }

    /** A set that is asked for single reps too. */
    static RepSet of(BitSet bits, int reps) {
        int size = bits.cardinality();
        long[] words = Arrays.copyOf(bits.toLongArray(), words(reps));
        return new RepSet(size <= reps / FEW ? list(bits, size) : null, words, size);
    }

    /** One of very many sets: only a list if that is shorter. */
    static RepSet lean(BitSet bits, int reps) {
        int size = bits.cardinality();
        return size <= reps / FEW ? new RepSet(list(bits, size), null, size) : of(bits, reps);
    }

    private static int[] list(BitSet bits, int size) {
        int[] list = new int[size];
        int rep = -1;
        for (int i = 0; i < size; i++) {
            rep = bits.nextSetBit(rep + 1);
            list[i] = rep;
        }
        return list;
    }

    boolean has(int rep) {
        return words == null ? few != null && Arrays.binarySearch(few, rep) >= 0 : has(words, rep);
    }

    static boolean has(long[] words, int rep) {
        return (words[rep >> 6] >>> rep & 1) != 0;
    }
}
