package dev.leadkit.condition.index;

/**
 * Who asks for an interaction.
 *
 * @param counts the counts of the index that it belongs to, by their numbers
 * @param others the filters beside them that it passes, by their numbers
 */
record Wanted(int[] counts, int[] others) {

    static final Wanted BY_NOBODY = new Wanted(Cell.NONE, Cell.NONE);
}
