package dev.leadkit.store;

/**
 * Which places of a table are taken, and by what hash: what is looked for stands in the first place behind the one that its hash says, or
 * nowhere. The hashes alone are looked at until one is equal; everything else of a table is far away in memory. Not
 * thread-safe.
 */
final class Places {

    private static final int SPREAD = 0x9E3779B9;
    private static final int LEAST = 16;

    /** The hash of what stands in each place; 0 where nothing does. */
    private int[] marks;

    private int taken;

    private Places(int size) {
        this.marks = new int[size];
    }

    static Places none() {
        return new Places(LEAST);
    }

    int size() {
        return marks.length;
    }

    /** A hash as it is kept. */
    static int mark(Object what) {
        int hash = what.hashCode();
        return hash == 0 ? SPREAD : hash;
    }

    /** The first place to look at. */
    int first(int mark) {
        return (mark * SPREAD) >>> (Integer.numberOfLeadingZeros(marks.length) + 1);
    }

    /** The place to look at after another one. */
    int next(int place) {
        return (place + 1) & (marks.length - 1);
    }

    boolean isFree(int place) {
        return marks[place] == 0;
    }

    boolean has(int place, int mark) {
        return marks[place] == mark;
    }

    /** Takes a place; taking it again changes nothing. */
    void take(int place, int mark) {
        taken += marks[place] == 0 ? 1 : 0;
        marks[place] = mark;
    }

    boolean isFull() {
        return 3 * (long) taken > 2 * (long) marks.length;
    }

    /**
     * Has twice as many places afterwards.
     *
     * @param moved told of each place that was taken and of the one it becomes
     */
    void grow(Moved moved) {
        int[] before = marks;
        marks = new int[2 * before.length];
        taken = 0;
        for (int i = 0; i < before.length; i++) {
            if (before[i] != 0) {
                int place = first(before[i]);
                while (!isFree(place)) {
                    place = next(place);
                }
                take(place, before[i]);
                moved.to(i, place);
            }
        }
    }

    /** Is told where things go. */
    @FunctionalInterface
    interface Moved {

        void to(int before, int now);
    }
}
