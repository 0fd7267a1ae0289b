package dev.leadkit.condition.index;

/** Who asks for an interaction. Immutable. */
final class Wanted {

    static final int NO_NUMBER = -1;
    static final Wanted BY_NOBODY = new Wanted(0, Cell.NONE, Cell.NONE);

    /** Its place among those of its index, which records keep instead of it; none for one that is not kept. */
    final int number;

    private final int[] counts;
    private final int[] others;

    /** The counts of the index that it belongs to, and the filters beside them that it passes, by their numbers. */
    Wanted(int number, int[] counts, int[] others) {
        this.number = number;
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
