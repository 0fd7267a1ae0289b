package dev.leadkit.calendar;

/**
 * The open intervals of a stretch of time, with the open seconds before each, so that every question is one search.
 * Immutable.
 */
final class Table {

    private final long since;
    private final long until;
    private final Intervals open;

    /** The open seconds before each interval, and at the end those of all. */
    private final long[] before;

    Table(long since, long until, Intervals open) {
        this.since = since;
        this.until = until;
        this.open = open;
        this.before = new long[open.size() + 1];
        for (int i = 0; i < open.size(); i++) {
            before[i + 1] = before[i] + open.until(i) - open.from(i);
        }
    }

    long since() {
        return since;
    }

    long until() {
        return until;
    }

    /** What is computed before and after this one, joined with it. */
    Table between(Intervals earlier, long from, Intervals later, long end) {
        Intervals.Collector all = new Intervals.Collector();
        all.addAll(earlier);
        all.addAll(open);
        all.addAll(later);
        return new Table(from, end, all.intervals());
    }

    boolean isOpen(long second) {
        int i = open.last(second);
        return i >= 0 && second < open.until(i);
    }

    /** The open seconds from the start of the table to this second. */
    long openBefore(long second) {
        int i = open.last(second);
        return i < 0 ? 0 : before[i] + Math.min(second, open.until(i)) - open.from(i);
    }

    long openInAll() {
        return before[open.size()];
    }

    /** The first second before which there are so many open ones, of which there are at least one and at most all. */
    long after(long openSeconds) {
        int low = 0;
        int high = open.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before[middle + 1] >= openSeconds) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return open.from(low) + openSeconds - before[low];
    }

    /** The first second after this one at which it opens or closes; the table's end if there is none in it. */
    long edgeAfter(long second) {
        int i = open.last(second);
        if (i >= 0 && second < open.until(i)) {
            return open.until(i);
        }
        return i + 1 < open.size() ? open.from(i + 1) : until;
    }
}
