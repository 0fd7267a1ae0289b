package dev.leadkit.condition;

import static java.util.Comparator.comparingInt;

import dev.leadkit.condition.FieldTest.Bound;
import dev.leadkit.condition.FieldTest.Range;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which ranges contain a value, in a time that grows with their number and the logarithm of all. The bounds cut the line
 * into numbered places, odd ones for the bounds themselves and even ones for what lies between; a range is a pair of
 * places. The ranges stand in the order of their beginnings and are read as a balanced tree, whose root is the middle one;
 * each knows the greatest end below it, so that trees which end too early are left out. Memory is linear, one-sided ranges
 * included.
 */
final class RangeTree {

    private final Object[] cuts;
    private final int[] from;
    private final int[] to;
    private final int[] latestEnd;
    private final int[] entries;

    private RangeTree(Object[] cuts, int size) {
        this.cuts = cuts;
        this.from = new int[size];
        this.to = new int[size];
        this.latestEnd = new int[size];
        this.entries = new int[size];
    }

    /** A range and the entry of the index that it leads to. */
    record Entry(Range range, int number) {}

    private record Placed(int from, int to, int number) {}

    static RangeTree of(List<Entry> ranges) {
        NavigableSet<Object> bounds = new TreeSet<>(Bound::compare);
        ranges.forEach(entry -> Stream.of(entry.range().low(), entry.range().high())
                .flatMap(Optional::stream)
                .forEach(bound -> bounds.add(bound.key())));
        RangeTree tree = new RangeTree(bounds.toArray(), ranges.size());
        tree.fill(ranges.stream()
                .map(tree::placed)
                .sorted(comparingInt(Placed::from))
                .toList());
        tree.latestEnd(0, ranges.size());
        return tree;
    }

    private void fill(List<Placed> sorted) {
        for (int i = 0; i < entries.length; i++) {
            from[i] = sorted.get(i).from();
            to[i] = sorted.get(i).to();
            entries[i] = sorted.get(i).number();
        }
    }

    private Placed placed(Entry entry) {
        Optional<Bound> low = entry.range().low();
        Optional<Bound> high = entry.range().high();
        return new Placed(
                low.map(bound -> place(bound.key()) + (bound.inclusive() ? 0 : 1))
                        .orElse(0),
                high.map(bound -> place(bound.key()) - (bound.inclusive() ? 0 : 1))
                        .orElse(2 * cuts.length),
                entry.number());
    }

    private int latestEnd(int begin, int end) {
        if (begin >= end) {
            return -1;
        }
        int middle = (begin + end) >>> 1;
        int below = Math.max(latestEnd(begin, middle), latestEnd(middle + 1, end));
        latestEnd[middle] = Math.max(to[middle], below);
        return latestEnd[middle];
    }

    private int place(Object key) {
        int low = 0;
        int high = cuts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = Bound.compare(cuts[middle], key);
            if (order == 0) {
                return 2 * middle + 1;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle;
        }
        return 2 * low;
    }

    /** Marks the entries whose range contains the key. */
    void mark(Object key, BitSet candidates) {
        if (entries.length > 0) {
            mark(0, entries.length, place(key), candidates);
        }
    }

    private void mark(int begin, int end, int place, BitSet candidates) {
        if (begin >= end) {
            return;
        }
        int middle = (begin + end) >>> 1;
        if (latestEnd[middle] < place) {
            return;
        }
        mark(begin, middle, place, candidates);
        if (from[middle] <= place) {
            if (to[middle] >= place) {
                candidates.set(entries[middle]);
            }
            mark(middle + 1, end, place, candidates);
        }
    }
}
