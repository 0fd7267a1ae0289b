package dev.leadkit.condition.index;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What a conjunction asks of one slot: a code of a set, some patterns, and none of some others. Immutable. */
final class Part {

    private final int slot;
    private final CodeSet codes;
    private final int[] with;
    private final int[] without;

    /** The patterns are in ascending order. */
    Part(int slot, CodeSet codes, int[] with, int[] without) {
        this.slot = slot;
        this.codes = codes;
        this.with = with;
        this.without = without;
    }

    int slot() {
        return slot;
    }

    CodeSet codes() {
        return codes;
    }

    /** The wanted patterns, ascending; not to be written to. */
    int[] with() {
        return with;
    }

    /** The unwanted patterns, ascending; not to be written to. */
    int[] without() {
        return without;
    }

    static Part of(int slot, CodeSet codes) {
        return new Part(slot, codes, Cell.NONE, Cell.NONE);
    }

    boolean isPlain() {
        return with.length == 0 && without.length == 0;
    }

    /** Whether nothing can be as asked. */
    boolean isEmpty() {
        return codes.isEmpty() || Arrays.stream(with).anyMatch(pattern -> Arrays.binarySearch(without, pattern) >= 0);
    }

    Part and(Part other) {
        return new Part(slot, codes.and(other.codes), joined(with, other.with), joined(without, other.without));
    }

    private static int[] joined(int[] some, int[] others) {
        return IntStream.concat(Arrays.stream(some), Arrays.stream(others))
                .sorted()
                .distinct()
                .toArray();
    }

    boolean holds(Cell cell) {
        return holds(cell.code, cell.matched);
    }

    boolean holds(int code, int[] matched) {
        if (!codes.has(code)) {
            return false;
        }
        for (int pattern : with) {
            if (Arrays.binarySearch(matched, pattern) < 0) {
                return false;
            }
        }
        for (int pattern : without) {
            if (Arrays.binarySearch(matched, pattern) >= 0) {
                return false;
            }
        }
        return true;
    }
}
