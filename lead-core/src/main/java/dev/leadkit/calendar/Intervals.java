package dev.leadkit.calendar;

import java.util.Arrays;
import java.util.List;

/** Half-open intervals of seconds, ascending, none touching the next. Immutable. */
final class Intervals {

    static final Intervals NONE = new Intervals(new long[0], new long[0]);

    private final long[] from;
    private final long[] until;

    private Intervals(long[] from, long[] until) {
        this.from = from;
        this.until = until;
    }

    static Intervals of(long from, long until) {
        return from < until ? new Intervals(new long[] {from}, new long[] {until}) : NONE;
    }

    int size() {
        return from.length;
    }

    long from(int i) {
        return from[i];
    }

    long until(int i) {
        return until[i];
    }

    /** The last one that starts at the second or before it; -1 if none does. */
    int last(long second) {
        int found = Arrays.binarySearch(from, second);
        return found >= 0 ? found : -found - 2;
    }

    /** What of them lies within the bounds. */
    Intervals within(long least, long end) {
        Collector within = new Collector();
        for (int i = Math.max(0, last(least)); i < from.length && from[i] < end; i++) {
            within.add(Math.max(from[i], least), Math.min(until[i], end));
        }
        return within.intervals();
    }

    Intervals shifted(long by) {
        return new Intervals(
                Arrays.stream(from).map(each -> each + by).toArray(),
                Arrays.stream(until).map(each -> each + by).toArray());
    }

    Intervals and(Intervals other) {
        Collector both = new Collector();
        int i = 0;
        int j = 0;
        while (i < from.length && j < other.from.length) {
            both.add(Math.max(from[i], other.from[j]), Math.min(until[i], other.until[j]));
            if (until[i] < other.until[j]) {
                i++;
            } else {
                j++;
            }
        }
        return both.intervals();
    }

    Intervals minus(Intervals other) {
        Collector left = new Collector();
        int j = 0;
        for (int i = 0; i < from.length; i++) {
            long at = from[i];
            while (j < other.from.length && other.from[j] < until[i]) {
                left.add(at, other.from[j]);
                at = Math.max(at, other.until[j]);
                if (other.until[j] > until[i]) {
                    break;
                }
                j++;
            }
            left.add(at, until[i]);
        }
        return left.intervals();
    }

    static Intervals union(List<Intervals> parts) {
        int size = parts.stream().mapToInt(Intervals::size).sum();
        long[][] all = new long[size][];
        int count = 0;
        for (Intervals part : parts) {
            for (int i = 0; i < part.from.length; i++) {
                all[count++] = new long[] {part.from[i], part.until[i]};
            }
        }
        Arrays.sort(all, (a, b) -> Long.compare(a[0], b[0]));
        Collector union = new Collector();
        for (long[] each : all) {
            union.add(each[0], each[1]);
        }
        return union.intervals();
    }

    /** Takes intervals in the order of their starts and joins those that touch or overlap; empty ones do not count. */
    static final class Collector {

        private static final int FIRST_SIZE = 16;

        private long[] from = new long[FIRST_SIZE];
        private long[] until = new long[FIRST_SIZE];
        private int size;

        void add(long start, long end) {
            if (start >= end) {
                return;
            }
            if (size > 0 && start <= until[size - 1]) {
                until[size - 1] = Math.max(until[size - 1], end);
                return;
            }
            if (size == from.length) {
                from = Arrays.copyOf(from, 2 * size);
                until = Arrays.copyOf(until, 2 * size);
            }
            from[size] = start;
            until[size++] = end;
        }

        void addAll(Intervals more) {
            for (int i = 0; i < more.from.length; i++) {
                add(more.from[i], more.until[i]);
            }
        }

        Intervals intervals() {
            return size == 0 ? NONE : new Intervals(Arrays.copyOf(from, size), Arrays.copyOf(until, size));
        }
    }
}
