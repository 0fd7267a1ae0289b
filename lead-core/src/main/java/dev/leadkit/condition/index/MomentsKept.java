package dev.leadkit.condition.index;

/** The moments of one lead, side by side in memory. Immutable. */
final class MomentsKept implements Moments {

    private final int before;
    private final int size;

    /** Behind what is somebody else's, a word for each filter, which has its number and where its moments end; then the moments of them all. */
    final long[] words;

    private final short[] nanos;

    /** The words are its own from a place on, and nobody changes those before it any more. */
    MomentsKept(int before, int size, long[] words, short[] nanos) {
        this.before = before;
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
        return (int) (words[before + place] >>> Integer.SIZE);
    }

    @Override
    public void show(int place, Ages ages) {
        int from = place == 0 ? before + size : (int) words[before + place - 1];
        ages.of(words, nanos, from, (int) words[before + place]);
    }
}
