package dev.leadkit.condition.index;

import java.util.Arrays;

/**
 * What an index makes of a value: all values of a slot that no condition can tell apart share a cell. Immutable.
 *
 * <p>It holds what the value alone decides, added up: the weights of the entries that it makes true (packed, see {@link
 * Lanes}), and the entries' numbers. What needs other slots as well is told by bits, one for each conjunction, which are set
 * unless this value rules the conjunction out; and, for conjunctions beyond the limit of bits, by candidates to be checked.
 */
final class Cell {

    static final int[] NONE = {};
    static final long[] NO_WORDS = {};

    final int code;

    /** Which patterns a text holds, ascending. */
    final int[] matched;

    final long first;
    final long second;
    final long[] more;
    final long bits;
    final long[] moreBits;
    final Ids entries;
    final Ids candidates;

    private Cell(Builder from) {
        this.code = from.code;
        this.matched = from.matched;
        this.first = from.sums.length > 0 ? from.sums[0] : 0;
        this.second = from.sums.length > 1 ? from.sums[1] : 0;
        this.more = from.sums.length > 2 ? Arrays.copyOfRange(from.sums, 2, from.sums.length) : NO_WORDS;
        this.bits = from.bits;
        this.moreBits = from.moreBits;
        this.entries = from.entries;
        this.candidates = from.candidates;
    }

    boolean has(int pattern) {
        return Arrays.binarySearch(matched, pattern) >= 0;
    }

    /** Puts a cell together. */
    static final class Builder {

        int code;
        int[] matched = NONE;
        long[] sums = NO_WORDS;
        long bits = -1;

        /** All words of the bits but the first; none where they are all set. */
        long[] moreBits = NO_WORDS;

        Ids entries = Ids.NONE;
        Ids candidates = Ids.NONE;

        Cell build() {
            return new Cell(this);
        }
    }
}
