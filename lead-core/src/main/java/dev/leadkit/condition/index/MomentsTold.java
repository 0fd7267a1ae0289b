package dev.leadkit.condition.index;

import java.util.Arrays;

/**
 * The moments of one lead after the other, told oldest first. An interaction is written down once for every filter that it passes: asking is then a
 * loop over the few moments of a filter, which ends at its window. For one thread.
 */
final class MomentsTold implements Moments {

    private static final int FIRST_ROOM = 8;

    /** Room for more moments of one filter than these is not kept for the next lead. */
    private static final int MOST_ROOM = 1_024;

    /** A word has two to the power of this many bits. */
    private static final int WORD = 6;

    private final long[][] micros;
    private final short[][] nanos;
    private final int[] ends;

    /** A bit for each filter that some passed: setting one costs no branch. */
    private final long[] touched;

    /** The same by their numbers, once they are asked for. */
    private final int[] listed;

    private int listedEnd;
    private boolean isListed;

    /** Whether nanoseconds beyond microseconds were ever told, so that all are kept. */
    private boolean isFine;

    MomentsTold(int filters) {
        this.micros = new long[filters][];
        this.nanos = new short[filters][];
        this.ends = new int[filters];
        Arrays.fill(micros, Cell.NO_WORDS);
        Arrays.fill(nanos, WHOLE);
        this.touched = new long[(filters + Long.SIZE - 1) / Long.SIZE];
        this.listed = new int[filters];
    }

    /** Adds an interaction that passes some filters. */
    void add(int[] filters, long micro, short nano) {
        if (nano != 0 && !isFine) {
            isFine = true;
            Arrays.setAll(nanos, filter -> new short[micros[filter].length]);
        }
        isListed = false;
        for (int filter : filters) {
            int end = ends[filter];
            touched[filter >> WORD] |= 1L << filter;
            if (end == micros[filter].length) {
                grow(filter);
            }
            micros[filter][end] = micro;
            if (isFine) {
                nanos[filter][end] = nano;
            }
            ends[filter] = end + 1;
        }
    }

    private void grow(int filter) {
        int room = Math.max(FIRST_ROOM, 2 * ends[filter]);
        micros[filter] = Arrays.copyOf(micros[filter], room);
        if (isFine) {
            nanos[filter] = Arrays.copyOf(nanos[filter], room);
        }
    }

    void clear() {
        for (int i = 0; i < size(); i++) {
            int filter = listed[i];
            ends[filter] = 0;
            if (micros[filter].length > MOST_ROOM) {
                micros[filter] = Cell.NO_WORDS;
                nanos[filter] = WHOLE;
            }
        }
        Arrays.fill(touched, 0);
        isListed = false;
        listedEnd = 0;
    }

    private void list() {
        listedEnd = 0;
        for (int word = 0; word < touched.length; word++) {
            for (long left = touched[word]; left != 0; left &= left - 1) {
                listed[listedEnd++] = word * Long.SIZE + Long.numberOfTrailingZeros(left);
            }
        }
        isListed = true;
    }

    @Override
    public int size() {
        if (!isListed) {
            list();
        }
        return listedEnd;
    }

    @Override
    public int filter(int place) {
        return listed[place];
    }

    @Override
    public void show(int place, Ages ages) {
        int filter = listed[place];
        ages.of(micros[filter], nanos[filter], 0, ends[filter]);
    }

    /** A copy that stays as it is, behind so many words that the caller fills. */
    MomentsKept kept(int before) {
        int size = size();
        int all = before + size;
        for (int i = 0; i < size; i++) {
            all += ends[listed[i]];
        }
        long[] words = new long[all];
        short[] beyond = isFine ? new short[all] : WHOLE;
        int end = before + size;
        for (int i = 0; i < size; i++) {
            int filter = listed[i];
            System.arraycopy(micros[filter], 0, words, end, ends[filter]);
            if (isFine) {
                System.arraycopy(nanos[filter], 0, beyond, end, ends[filter]);
            }
            end += ends[filter];
            words[before + i] = MomentsKept.word(filter, end);
        }
        return new MomentsKept(before, size, words, beyond);
    }
}
