package dev.leadkit.condition.index;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that may ask for an interaction, by numbers: a record that is filled again and again keeps numbers, since a reference
 * costs the garbage collector a look at each. Thread-safe.
 */
final class Askers {

    /** How many have a number. */
    private static final int MOST = 1 << 16;

    private final int counts;
    private @Nullable Wanted[] known = {Wanted.BY_NOBODY, null};
    private int end = 1;

    /** For an index with so many counts of its own, whose filters come first. */
    Askers(int counts) {
        this.counts = counts;
    }

    /** Gives those filters a number, unless there are too many. */
    synchronized Wanted add(List<Integer> filters) {
        if (filters.isEmpty()) {
            return Wanted.BY_NOBODY;
        }
        if (end == MOST) {
            return unnumbered(filters);
        }
        if (end == known.length) {
            known = Arrays.copyOf(known, 2 * end);
        }
        Wanted made = wanted(end, filters);
        known[end++] = made;
        return made;
    }

    Wanted unnumbered(List<Integer> filters) {
        return wanted(Wanted.NO_NUMBER, filters);
    }

    private Wanted wanted(int number, List<Integer> filters) {
        int[] own = filters.stream()
                .mapToInt(Integer::intValue)
                .filter(filter -> filter < counts)
                .toArray();
        int[] others = filters.stream()
                .mapToInt(Integer::intValue)
                .filter(filter -> filter >= counts)
                .map(filter -> filter - counts)
                .toArray();
        return new Wanted(number, own, others);
    }

    /** The one with a number. A thread that does not see it yet waits for the lock. */
    Wanted get(int number) {
        @Nullable Wanted[] all = known;
        Wanted found = number < all.length ? all[number] : null;
        return found == null ? seen(number) : found;
    }

    private synchronized Wanted seen(int number) {
        Wanted found = known[number];
        if (found == null) {
            throw new IllegalStateException("number must be a given one, was " + number);
        }
        return found;
    }
}
