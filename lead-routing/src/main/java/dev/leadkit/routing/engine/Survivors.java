package dev.leadkit.routing.engine;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/**
 * Who is left of a plan's reps while stages narrow them down: bits of all as long as they are many, a list in order as soon as
 * a stage lets few pass. Used again for lead after lead.
 */
final class Survivors {

    private final long[] words;
    private final int[] list;
    private boolean listed;
    private int size;

    Survivors(int reps) {
        words = new long[RepSet.words(reps)];
        list = new int[reps];
    }

    void start(RepSet all) {
        if (all.few == null) {
            System.arraycopy(all.words, 0, words, 0, words.length);
        } else {
            System.arraycopy(all.few, 0, list, 0, all.size);
        }
        listed = all.few != null;
        size = all.size;
    }

    int size() {
        return size;
    }

    void and(RepSet set) {
        if (listed) {
            keepOf(set);
        } else if (set.few != null) {
            takeFrom(set.few);
        } else if (set.words != null) {
            and(set.words);
        }
    }

    /** Narrows to the bits. */
    void and(long[] bits) {
        if (listed) {
            int end = 0;
            for (int i = 0; i < size; i++) {
                list[end] = list[i];
                end += RepSet.has(bits, list[i]) ? 1 : 0;
            }
            size = end;
            return;
        }
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            long left = words[i] & bits[i];
            words[i] = left;
            count += Long.bitCount(left);
        }
        size = count;
    }

    /** Narrows to the bits that somebody keeps elsewhere. */
    void and(IntToLongFunction bits) {
        if (listed) {
            keepIf(rep -> (bits.applyAsLong(rep >> 6) >>> rep & 1) != 0);
            return;
        }
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            words[i] &= bits.applyAsLong(i);
            count += Long.bitCount(words[i]);
        }
        size = count;
    }

    private void takeFrom(int[] few) {
        int end = 0;
        for (int rep : few) {
            list[end] = rep;
            end += RepSet.has(words, rep) ? 1 : 0;
        }
        listed = true;
        size = end;
    }

    private void keepOf(RepSet set) {
        if (set.words != null) {
            and(set.words);
            return;
        }
        int[] few = requireNonNull(set.few, "few");
        int end = 0;
        int at = 0;
        for (int i = 0; i < size; i++) {
            int rep = list[i];
            while (at < few.length && few[at] < rep) {
                at++;
            }
            if (at < few.length && few[at] == rep) {
                list[end++] = rep;
            }
        }
        size = end;
    }

    void clear() {
        listed = true;
        size = 0;
    }

    boolean has(int rep) {
        return Arrays.binarySearch(list(), 0, size, rep) >= 0;
    }

    void only(int rep) {
        list[0] = rep;
        listed = true;
        size = 1;
    }

    void keepIf(IntPredicate passes) {
        list();
        int end = 0;
        for (int i = 0; i < size; i++) {
            int rep = list[i];
            if (passes.test(rep)) {
                list[end++] = rep;
            }
        }
        size = end;
    }

    /** The reps in order, as many as the size says; to be read only. */
    int[] list() {
        if (!listed) {
            int end = 0;
            for (int i = 0; i < words.length; i++) {
                for (long left = words[i]; left != 0; left &= left - 1) {
                    list[end++] = i * Long.SIZE + Long.numberOfTrailingZeros(left);
                }
            }
            listed = true;
        }
        return list;
    }
}
