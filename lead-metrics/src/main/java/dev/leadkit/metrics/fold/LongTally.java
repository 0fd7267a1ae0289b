package dev.leadkit.metrics.fold;

import java.util.Arrays;

/**
 * Signed counts by number, without an object a count: open addressing in one array of key and count by turns, so that both are in one
 * line of the cache. The key 0 has a field of its own, and in the array means a free place. A key of count 0 is the same as one never
 * seen.
 */
final class LongTally {

    private static final int SMALLEST = 4;
    private static final int SMALLEST_SHIFT = 62;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long zero;
    private long[] cells = new long[2 * SMALLEST];
    private int shift = SMALLEST_SHIFT;
    private int size;

    void add(long key, long times) {
        if (key == 0) {
            zero = Math.addExact(zero, times);
            return;
        }
        int slot = slot(key);
        if (cells[slot] == key) {
            cells[slot + 1] = Math.addExact(cells[slot + 1], times);
        } else if (times != 0) {
            cells[slot] = key;
            cells[slot + 1] = times;
            size++;
            if (8 * size > 3 * cells.length) {
                rebuild();
            }
        }
    }

    long count(long key) {
        if (key == 0) {
            return zero;
        }
        int slot = slot(key);
        return cells[slot] == key ? cells[slot + 1] : 0;
    }

    /** Where the key is, or would be. The upper bits of the product are the best spread ones. */
    private int slot(long key) {
        int slot = (int) ((key * SPREAD) >>> shift) * 2;
        while (cells[slot] != 0 && cells[slot] != key) {
            slot = (slot + 2) & (cells.length - 1);
        }
        return slot;
    }

    /** Drops keys of count 0 and makes room. */
    private void rebuild() {
        long[] old = cells;
        int live = 0;
        for (int i = 1; i < old.length; i += 2) {
            live += old[i] == 0 ? 0 : 1;
        }
        int capacity = Math.max(SMALLEST, Integer.highestOneBit(2 * live) * 2);
        cells = new long[2 * capacity];
        shift = Long.numberOfLeadingZeros(capacity) + 1;
        size = 0;
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                add(old[i], old[i + 1]);
            }
        }
    }

    /** All keys whose count is not 0, ascending. */
    long[] keys() {
        long[] keys = new long[size + 1];
        int found = 0;
        for (int i = 0; i < cells.length; i += 2) {
            if (cells[i + 1] != 0) {
                keys[found++] = cells[i];
            }
        }
        if (zero != 0) {
            keys[found++] = 0;
        }
        long[] sorted = Arrays.copyOf(keys, found);
        Arrays.sort(sorted);
        return sorted;
    }

    boolean isEmpty() {
        for (int i = 1; i < cells.length; i += 2) {
            if (cells[i] != 0) {
                return false;
            }
        }
        return zero == 0;
    }

    void merge(LongTally from, int sign) {
        for (int i = 0; i < from.cells.length; i += 2) {
            if (from.cells[i + 1] != 0) {
                add(from.cells[i], signed(from.cells[i + 1], sign));
            }
        }
        add(0, signed(from.zero, sign));
    }

    private static long signed(long times, int sign) {
        return sign < 0 ? Math.negateExact(times) : times;
    }
}
