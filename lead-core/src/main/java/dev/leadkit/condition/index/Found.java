package dev.leadkit.condition.index;

/** The entries whose condition was true of a lead: a few references, written out when they are asked for. Immutable. */
public final class Found {

    private final CompiledIndex index;
    private final Cell[] cells;
    private final int[] fired;

    /** The arrays are its own. */
    Found(CompiledIndex index, Cell[] cells, int... fired) {
        this.index = index;
        this.cells = cells;
        this.fired = fired;
    }

    /**
     * How many there are.
     *
     * @return the number of entries
     */
    public int size() {
        int count = index.always.length + fired.length;
        for (Cell cell : cells) {
            count += cell.entries.total();
        }
        return count;
    }

    /**
     * The entries' numbers, each once, in no particular order.
     *
     * @param into where they are written; with room for {@link #size()}
     */
    public void copy(int[] into) {
        System.arraycopy(index.always, 0, into, 0, index.always.length);
        System.arraycopy(fired, 0, into, index.always.length, fired.length);
        int end = index.always.length + fired.length;
        for (Cell cell : cells) {
            end = cell.entries.copy(into, end);
        }
    }
}
