package dev.leadkit.routing.territory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;

/**
 * The best of all rules at each place of a line that they cover pieces of: disjoint steps, found by binary search in the stretch of the
 * line that the place falls into, or at once if a stretch is one place. There are as many stretches of equal length as steps or up to
 * four times as many.
 */
final class Steps {

    static final long NOBODY = Long.MAX_VALUE;

    private static final Steps EMPTY = new Steps(new long[0], new long[0], true);
    private static final Comparator<Rule> BEST_FIRST = Comparator.comparingLong(rule -> rule.rank);

    private final int size;

    /** Where each step starts, and the rank of its best rule behind that: both are asked for together. */
    private final long[] steps;

    /** For {@link #worst}: the worst of the steps below each inner node of a full binary tree; empty if nobody will ask. */
    private final long[] worst;

    /** By stretch, the last step that begins before it, or the first of all; one stretch more at the end. */
    private final int[] firstStep;

    private final int shift;

    /** The best of each place from the first step to the last one, where every place is a stretch; else empty. */
    private final long[] byPlace;

    private Steps(long[] starts, long[] best, boolean ranges) {
        this.size = starts.length;
        this.steps = new long[2 * size];
        for (int i = 0; i < size; i++) {
            steps[2 * i] = starts[i];
            steps[2 * i + 1] = best[i];
        }
        this.shift = shift(starts);
        this.firstStep = firstSteps(starts, shift);
        this.byPlace = shift == 0 ? byPlace() : new long[0];
        this.worst = ranges ? worstOf(best) : new long[0];
    }

    /** Steps over some rules; with {@code ranges} they can be asked for the worst within a piece. */
    static Steps of(List<Rule> rules, ToLongFunction<Rule> from, ToLongFunction<Rule> to, boolean ranges) {
        if (rules.isEmpty()) {
            return EMPTY;
        }
        List<Rule> byStart =
                rules.stream().sorted(Comparator.comparingLong(from)).toList();
        long[] places = places(rules, from, to);
        long[] best = new long[places.length];
        PriorityQueue<Rule> open = new PriorityQueue<>(BEST_FIRST);
        int next = 0;
        for (int i = 0; i < places.length; i++) {
            while (next < byStart.size() && from.applyAsLong(byStart.get(next)) <= places[i]) {
                open.add(byStart.get(next++));
            }
            while (!open.isEmpty() && to.applyAsLong(open.element()) < places[i]) {
                open.remove();
            }
            best[i] = open.isEmpty() ? NOBODY : open.element().rank;
        }
        return merged(places, best, ranges);
    }

    private static long[] places(List<Rule> rules, ToLongFunction<Rule> from, ToLongFunction<Rule> to) {
        long[] places = new long[2 * rules.size()];
        int end = 0;
        for (Rule rule : rules) {
            places[end++] = from.applyAsLong(rule);
            long last = to.applyAsLong(rule);
            if (last != Long.MAX_VALUE) {
                places[end++] = last + 1;
            }
        }
        return Arrays.stream(places, 0, end).sorted().distinct().toArray();
    }

    private static Steps merged(long[] places, long[] best, boolean ranges) {
        int end = 0;
        for (int i = 0; i < places.length; i++) {
            if (end == 0 || best[end - 1] != best[i]) {
                places[end] = places[i];
                best[end++] = best[i];
            }
        }
        return new Steps(Arrays.copyOf(places, end), Arrays.copyOf(best, end), ranges);
    }

    private static long[] worstOf(long[] best) {
        long[] worst = new long[2 * best.length];
        System.arraycopy(best, 0, worst, best.length, best.length);
        for (int i = best.length - 1; i > 0; i--) {
            worst[i] = Math.max(worst[2 * i], worst[2 * i + 1]);
        }
        return worst;
    }

    /** The number of the step that a place lies in, -1 before the first. */
    private int step(long place) {
        int end = size - 1;
        if (end < 0 || place < start(0)) {
            return -1;
        }
        if (place >= start(end)) {
            return end;
        }
        int stretch = stretch(place, start(0), shift);
        int low = firstStep[stretch];
        int high = firstStep[stretch + 1];
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (start(middle) <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private long start(int step) {
        return steps[2 * step];
    }

    /** The distance may be greater than any long, and is then right as a number without a sign. */
    private static int stretch(long place, long first, int shift) {
        return (int) ((place - first) >>> shift);
    }

    private static int shift(long[] starts) {
        long length = starts.length == 0 ? 0 : starts[starts.length - 1] - starts[0];
        int digits = Long.SIZE - Long.numberOfLeadingZeros(length);
        int wanted = Integer.SIZE - Integer.numberOfLeadingZeros(starts.length) + 1;
        return Math.max(0, digits - wanted);
    }

    private static int[] firstSteps(long[] starts, int shift) {
        if (starts.length == 0) {
            return new int[0];
        }
        int[] first = new int[stretch(starts[starts.length - 1], starts[0], shift) + 2];
        int step = 0;
        for (int stretch = 0; stretch < first.length; stretch++) {
            while (step + 1 < starts.length && stretch(starts[step + 1], starts[0], shift) < stretch) {
                step++;
            }
            first[stretch] = step;
        }
        return first;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private long[] byPlace() {
        long[] best = new long[firstStep.length];
        for (int step = 0; step + 1 < size; step++) {
            Arrays.fill(best, stretch(start(step), start(0), 0), stretch(start(step + 1), start(0), 0), rank(step));
        }
        return best;
    }

    private long rank(int step) {
        return step < 0 ? NOBODY : steps[2 * step + 1];
    }

    /** The rank of the best rule at a place, or {@link #NOBODY}. */
    long best(long place) {
        if (byPlace.length > 0 && place >= start(0) && place < start(size - 1)) {
            return byPlace[stretch(place, start(0), 0)];
        }
        return rank(step(place));
    }

    /** The worst of the best ranks from one place to another, {@link #NOBODY} if somewhere there is none. */
    long worst(long from, long to) {
        int first = step(from);
        if (first < 0) {
            return NOBODY;
        }
        long found = 0;
        int left = first + size;
        int right = step(to) + 1 + size;
        while (left < right) {
            if ((left & 1) == 1) {
                found = Math.max(found, worst[left++]);
            }
            if ((right & 1) == 1) {
                found = Math.max(found, worst[--right]);
            }
            left >>= 1;
            right >>= 1;
        }
        return found;
    }
}
