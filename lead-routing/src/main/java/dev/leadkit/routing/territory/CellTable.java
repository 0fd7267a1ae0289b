package dev.leadkit.routing.territory;

import java.util.Arrays;

/** Numbers combinations of values from 0, in the order in which they come. */
final class CellTable {

    static final int NONE = -1;

    private static final int SPARE = 7;

    private final int width;
    private int[] keys;
    private int[] slots = new int[64];
    private int size;

    CellTable(int width) {
        this.width = width;
        this.keys = new int[16 * width];
    }

    int size() {
        return size;
    }

    /** The number of a combination, a new one if it is new. */
    int add(int[] key) {
        int known = find(key);
        if (known != NONE) {
            return known;
        }
        if (2 * size >= slots.length) {
            grow();
        }
        if (size * width == keys.length) {
            keys = Arrays.copyOf(keys, 2 * keys.length);
        }
        System.arraycopy(key, 0, keys, size * width, width);
        slots[free(hash(key, 0, width))] = size + 1;
        return size++;
    }

    int find(int[] key) {
        int slot = hash(key, 0, width) & (slots.length - 1);
        while (slots[slot] != 0) {
            int cell = slots[slot] - 1;
            if (isSame(key, cell * width)) {
                return cell;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return NONE;
    }

    private void grow() {
        slots = new int[4 * slots.length];
        for (int cell = 0; cell < size; cell++) {
            slots[free(hash(keys, cell * width, width))] = cell + 1;
        }
    }

    private int free(int hash) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isSame(int[] key, int from) {
        for (int i = 0; i < width; i++) {
            if (keys[from + i] != key[i]) {
                return false;
            }
        }
        return true;
    }

    /** Copies the key of a cell. */
    void copy(int cell, int[] into) {
        System.arraycopy(keys, cell * width, into, 0, width);
    }

    static int hash(int[] key, int from, int width) {
        int hash = 0;
        for (int i = 0; i < width; i++) {
            hash = (hash ^ key[from + i]) * 0x9E3779B1;
            hash ^= hash >>> 15;
        }
        return (hash * 0x85EBCA6B) >>> SPARE;
    }
}
