package dev.leadkit.condition.index;

/** What some cells say together: their sums, and the bits that all of them leave. For one thread. */
final class CellSums {

    private static final int FIXED = 3;

    private final CompiledIndex index;
    long first;
    long second;
    final long[] more;
    long bits;
    final long[] moreBits;

    CellSums(CompiledIndex index) {
        this.index = index;
        this.more = room(index.base.length - 2);
        this.moreBits = room(index.validBits.length - 1);
        clear();
    }

    private static long[] room(int words) {
        return words > 0 ? new long[words] : Cell.NO_WORDS;
    }

    /** Begins with what is true of every lead. */
    void clear() {
        long[] base = index.base;
        long[] valid = index.validBits;
        first = base.length > 0 ? base[0] : 0;
        second = base.length > 1 ? base[1] : 0;
        bits = valid.length > 0 ? valid[0] : 0;
        if (more.length > 0) {
            System.arraycopy(base, 2, more, 0, more.length);
        }
        if (moreBits.length > 0) {
            System.arraycopy(valid, 1, moreBits, 0, moreBits.length);
        }
    }

    /** How many words {@link #write} writes. */
    int words() {
        return FIXED + more.length + moreBits.length;
    }

    /** Writes what was said to the beginning of some words. */
    void write(long[] words) {
        words[0] = first;
        words[1] = second;
        words[2] = bits;
        System.arraycopy(more, 0, words, FIXED, more.length);
        System.arraycopy(moreBits, 0, words, FIXED + more.length, moreBits.length);
    }

    /** Begins with what was written. */
    void read(long[] words) {
        first = words[0];
        second = words[1];
        bits = words[2];
        if (more.length > 0) {
            System.arraycopy(words, FIXED, more, 0, more.length);
        }
        if (moreBits.length > 0) {
            System.arraycopy(words, FIXED + more.length, moreBits, 0, moreBits.length);
        }
    }

    /** Adds the cells from one on. */
    void add(Cell[] cells, int from) {
        long one = first;
        long two = second;
        long left = bits;
        for (int i = from; i < cells.length; i++) {
            Cell cell = cells[i];
            one += cell.first;
            two += cell.second;
            left &= cell.bits;
        }
        first = one;
        second = two;
        bits = left;
        if (more.length > 0) {
            addMore(cells, from);
        }
        if (moreBits.length > 0) {
            andMore(cells, from);
        }
    }

    private void addMore(Cell[] cells, int from) {
        for (int i = from; i < cells.length; i++) {
            long[] some = cells[i].more;
            for (int word = 0; word < some.length; word++) {
                more[word] += some[word];
            }
        }
    }

    private void andMore(Cell[] cells, int from) {
        long[] left = moreBits;
        for (int i = from; i < cells.length; i++) {
            long[] some = cells[i].moreBits;
            for (int word = 0; word < some.length; word++) {
                left[word] &= some[word];
            }
        }
    }

    /** Adds an entry of its own. */
    void add(int entry) {
        int word = index.lanes.wordOf(index.lanes.group(entry));
        long packed = index.lanes.packed(entry);
        if (word == 0) {
            first += packed;
        } else if (word == 1) {
            second += packed;
        } else {
            more[word - 2] += packed;
        }
    }

    long sum(int group) {
        int word = index.lanes.wordOf(group);
        if (word == 0) {
            return index.lanes.unpacked(group, first);
        }
        return index.lanes.unpacked(group, word == 1 ? second : more[word - 2]);
    }
}
