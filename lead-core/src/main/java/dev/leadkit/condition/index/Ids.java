package dev.leadkit.condition.index;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, some of them shared with other lists: a list's own ones and those of the list behind it. Immutable.
 */
final class Ids {

    static final Ids NONE = new Ids(null, 0);

    /** How many numbers the lists of one slot may hold together before they share. */
    private static final int MOST_UNSHARED = 1 << 16;

    private final int[] own;
    private final @Nullable Ids rest;
    private final int total;

    private Ids(@Nullable Ids rest, int begin, int... own) {
        this.own = own;
        this.rest = rest;
        this.total = begin + own.length;
    }

    Ids with(int... more) {
        return more.length == 0 ? this : new Ids(total == 0 ? null : this, total, more);
    }

    int total() {
        return total;
    }

    int[] own() {
        return own;
    }

    @Nullable Ids rest() {
        return rest;
    }

    /** Writes the numbers behind what is there already; tells the new end. */
    int copy(int[] into, int end) {
        int at = end;
        for (Ids list = this; list != null; list = list.rest) {
            int[] some = list.own;
            for (int number : some) {
                into[at++] = number;
            }
        }
        return at;
    }

    /** A number and the codes that it belongs to. */
    record Span(CodeSet codes, int number) {}

    /** For each of so many codes the numbers that belong to it. */
    static Ids[] of(int codes, List<Span> spans) {
        long unshared = spans.stream().mapToLong(span -> span.codes().size()).sum();
        Tree tree = new Tree(codes, unshared > MOST_UNSHARED);
        spans.forEach(tree::add);
        return tree.lists();
    }

    /**
     * A balanced tree over the codes: a number stands at the few nodes that cover its spans, so that memory grows with the
     * logarithm of the codes; or, where that is little anyway, at each leaf.
     */
    private static final class Tree {

        private final int codes;
        private final int leaves;
        private final boolean shared;
        private final List<List<Integer>> nodes = new ArrayList<>();

        Tree(int codes, boolean shared) {
            this.codes = codes;
            this.leaves = Integer.highestOneBit(Math.max(1, codes - 1)) << (codes > 1 ? 1 : 0);
            this.shared = shared;
            for (int i = 0; i < 2 * leaves; i++) {
                nodes.add(List.of());
            }
        }

        void add(Span span) {
            int[] edges = span.codes().edges();
            for (int i = 0; i < edges.length; i += 2) {
                add(edges[i], edges[i + 1], span.number());
            }
        }

        private void add(int from, int end, int number) {
            if (!shared) {
                for (int code = from; code < end; code++) {
                    put(leaves + code, number);
                }
                return;
            }
            int low = leaves + from;
            int high = leaves + end;
            while (low < high) {
                if ((low & 1) == 1) {
                    put(low++, number);
                }
                if ((high & 1) == 1) {
                    put(--high, number);
                }
                low >>= 1;
                high >>= 1;
            }
        }

        private void put(int node, int number) {
            if (nodes.get(node).isEmpty()) {
                nodes.set(node, new ArrayList<>(2));
            }
            nodes.get(node).add(number);
        }

        Ids[] lists() {
            Ids[] lists = new Ids[2 * leaves];
            lists[0] = NONE;
            for (int node = 1; node < lists.length; node++) {
                lists[node] = lists[node / 2].with(
                        nodes.get(node).stream().mapToInt(Integer::intValue).toArray());
            }
            Ids[] ofCodes = new Ids[codes];
            System.arraycopy(lists, leaves, ofCodes, 0, codes);
            return ofCodes;
        }
    }
}
