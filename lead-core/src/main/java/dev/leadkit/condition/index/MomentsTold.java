package dev.leadkit.condition.index;

import java.util.Arrays;

/**
 * The moments of one lead after the other, told oldest first. An interaction is written down once for every filter that it passes: asking is then a
 * loop over the few moments of a filter, which ends at its window. For one thread.
 */
final class MomentsTold implements Moments {

    private static final int FIRST_ROOM = 8;

    private final long[][] micros;
    private final short[][] nanos;
    private final int[] ends;
    private int[] touched = Cell.NONE;
    private int touchedEnd;

    /** Whether nanoseconds beyond microseconds were ever told, so that all are kept. */
    private boolean isFine;

    MomentsTold(int filters) {
        this.micros = new long[filters][];
        this.nanos = new short[filters][];
        this.ends = new int[filters];
        Arrays.fill(micros, Cell.NO_WORDS);
        Arrays.fill(nanos, WHOLE);
    }

    /** Adds an interaction that passes some filters. */
    void add(int[] filters, long micro, short nano) {
        if (nano != 0 && !isFine) {
            isFine = true;
            Arrays.setAll(nanos, filter -> new short[micros[filter].length]);
        }
        for (int filter : filters) {
            int end = ends[filter];
            if (end == 0) {
                touch(filter);
            }
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

    private void touch(int filter) {
        if (touchedEnd == touched.length) {
            touched = Arrays.copyOf(touched, Math.max(FIRST_ROOM, 2 * touchedEnd));
        }
        touched[touchedEnd++] = filter;
    }

    private void grow(int filter) {
        int room = Math.max(FIRST_ROOM, 2 * ends[filter]);
        micros[filter] = Arrays.copyOf(micros[filter], room);
        if (isFine) {
            nanos[filter] = Arrays.copyOf(nanos[filter], room);
        }
    }

    void clear() {
        for (int i = 0; i < touchedEnd; i++) {
            ends[touched[i]] = 0;
        }
        touchedEnd = 0;
    }

    @Override
    public int size() {
        return touchedEnd;
    }

    @Override
    public int filter(int place) {
        return touched[place];
    }

    @Override
    public void show(int place, Ages ages) {
        int filter = touched[place];
        ages.of(micros[filter], nanos[filter], 0, ends[filter]);
    }

    /** A copy that stays as it is. */
    MomentsKept kept() {
        int all = touchedEnd;
        for (int i = 0; i < touchedEnd; i++) {
            all += ends[touched[i]];
        }
        long[] words = new long[all];
        short[] beyond = isFine ? new short[all] : WHOLE;
        int end = touchedEnd;
        for (int i = 0; i < touchedEnd; i++) {
            int filter = touched[i];
            System.arraycopy(micros[filter], 0, words, end, ends[filter]);
            if (isFine) {
                System.arraycopy(nanos[filter], 0, beyond, end, ends[filter]);
            }
            end += ends[filter];
            words[i] = MomentsKept.word(filter, end);
        }
        return new MomentsKept(touchedEnd, words, beyond);
    }
}
