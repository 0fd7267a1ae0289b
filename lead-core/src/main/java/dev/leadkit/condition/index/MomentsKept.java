package dev.leadkit.condition.index;

/** The moments of one lead, side by side in memory. Immutable. */
final class MomentsKept implements Moments {

    private final int size;

    /** A word for each filter, which has its number and where its moments end; then the moments of them all. */
    private final long[] words;

    private final short[] nanos;

    /** The arrays are its own. */
    MomentsKept(int size, long[] words, short[] nanos) {
        this.size = size;
        this.words = words;
        this.nanos = nanos;
    }

    static long word(int filter, int end) {
        return (long) filter << Integer.SIZE | end;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int filter(int place) {
        return (int) (words[place] >>> Integer.SIZE);
    }

    @Override
    public void show(int place, Ages ages) {
        int from = place == 0 ? size : (int) words[place - 1];
        ages.of(words, nanos, from, (int) words[place]);
    }
}
