package dev.leadkit.condition.index;

/** Who asks for an interaction. Immutable. */
final class Wanted {

    static final Wanted BY_NOBODY = new Wanted(Cell.NONE, Cell.NONE);

    private final int[] counts;
    private final int[] others;

    /** The counts of the index that it belongs to, and the filters beside them that it passes, by their numbers. */
    Wanted(int[] counts, int[] others) {
        this.counts = counts;
        this.others = others;
    }

    int[] counts() {
        return counts;
    }

    int[] others() {
        return others;
    }
}
