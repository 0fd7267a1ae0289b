package dev.leadkit.metrics.fold;

import java.util.Arrays;

/**
 * Signed counts by number, without an object a count: open addressing in one array of key and count by turns. A key of count 0 is the
 * same as one never seen.
 */
final class LongTally {

    private static final int SMALLEST = 4;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] cells = new long[2 * SMALLEST];
    private boolean[] used = new boolean[SMALLEST];
    private int size;

    void add(long key, long times) {
        int slot = slot(key);
        if (used[slot]) {
            cells[2 * slot + 1] = Math.addExact(cells[2 * slot + 1], times);
        } else if (times != 0) {
            used[slot] = true;
            cells[2 * slot] = key;
            cells[2 * slot + 1] = times;
            size++;
            if (4 * size > 3 * used.length) {
                rebuild();
            }
        }
    }

    long count(long key) {
        int slot = slot(key);
        return used[slot] ? cells[2 * slot + 1] : 0;
    }

    private int slot(long key) {
        int mask = used.length - 1;
        int slot = (int) ((key * SPREAD) >>> Integer.SIZE) & mask;
        while (used[slot] && cells[2 * slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Drops keys of count 0 and makes room. */
    private void rebuild() {
        long[] old = cells;
        boolean[] filled = used;
        int live = 0;
        for (int i = 0; i < filled.length; i++) {
            live += filled[i] && old[2 * i + 1] != 0 ? 1 : 0;
        }
        int capacity = Math.max(SMALLEST, Integer.highestOneBit(2 * live) * 2);
        cells = new long[2 * capacity];
        used = new boolean[capacity];
        size = 0;
        for (int i = 0; i < filled.length; i++) {
            if (filled[i] && old[2 * i + 1] != 0) {
                add(old[2 * i], old[2 * i + 1]);
            }
        }
    }

    /** All keys whose count is not 0, ascending. */
    long[] keys() {
        long[] keys = new long[used.length];
        int found = 0;
        for (int i = 0; i < used.length; i++) {
            if (used[i] && cells[2 * i + 1] != 0) {
                keys[found++] = cells[2 * i];
            }
        }
        long[] sorted = Arrays.copyOf(keys, found);
        Arrays.sort(sorted);
        return sorted;
    }

    boolean isEmpty() {
        for (int i = 0; i < used.length; i++) {
            if (used[i] && cells[2 * i + 1] != 0) {
                return false;
            }
        }
        return true;
    }

    void merge(LongTally from, int sign) {
        for (int i = 0; i < from.used.length; i++) {
            if (from.used[i]) {
                long times = from.cells[2 * i + 1];
                add(from.cells[2 * i], sign < 0 ? Math.negateExact(times) : times);
            }
        }
    }
}
