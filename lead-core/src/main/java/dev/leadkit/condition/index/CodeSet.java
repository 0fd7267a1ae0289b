package dev.leadkit.condition.index;

import java.util.Arrays;

/** A set of codes, kept as ascending spans that do not touch. Immutable. */
final class CodeSet {

    static final CodeSet NONE = new CodeSet();

    /** Where spans begin and, each behind its beginning, where they end. */
    private final int[] edges;

    private CodeSet(int... edges) {
        this.edges = edges;
    }

    static CodeSet span(int from, int end) {
        return from < end ? new CodeSet(from, end) : NONE;
    }

    static CodeSet one(int code) {
        return new CodeSet(code, code + 1);
    }

    /** The set of some codes in ascending order. */
    static CodeSet of(int... ascending) {
        int[] edges = new int[2 * ascending.length];
        int end = 0;
        for (int code : ascending) {
            if (end > 0 && edges[end - 1] >= code) {
                edges[end - 1] = code + 1;
            } else {
                edges[end++] = code;
                edges[end++] = code + 1;
            }
        }
        return new CodeSet(Arrays.copyOf(edges, end));
    }

    boolean has(int code) {
        return (edgesUpTo(code) & 1) == 1;
    }

    private int edgesUpTo(int code) {
        int at = Arrays.binarySearch(edges, code);
        return at < 0 ? -1 - at : at + 1;
    }

    boolean isEmpty() {
        return edges.length == 0;
    }

    int size() {
        int size = 0;
        for (int i = 0; i < edges.length; i += 2) {
            size += edges[i + 1] - edges[i];
        }
        return size;
    }

    /** Beginnings and ends of the spans, in turn; not to be written to. */
    int[] edges() {
        return edges;
    }

    CodeSet and(CodeSet other) {
        return combined(other, 2);
    }

    CodeSet or(CodeSet other) {
        return combined(other, 1);
    }

    /** All codes below an end that are not in this set. */
    CodeSet not(int end) {
        int[] turned = new int[edges.length + 2];
        System.arraycopy(edges, 0, turned, 1, edges.length);
        turned[turned.length - 1] = end;
        int from = turned[0] == turned[1] ? 2 : 0;
        int to = turned[turned.length - 2] == end ? turned.length - 2 : turned.length;
        return from < to ? new CodeSet(Arrays.copyOfRange(turned, from, to)) : NONE;
    }

    /** The codes that are in so many of the two sets. */
    private CodeSet combined(CodeSet other, int needed) {
        int[] result = new int[edges.length + other.edges.length];
        int end = 0;
        int i = 0;
        int j = 0;
        while (i < edges.length || j < other.edges.length) {
            int at = Math.min(edge(edges, i), edge(other.edges, j));
            i += edge(edges, i) == at ? 1 : 0;
            j += edge(other.edges, j) == at ? 1 : 0;
            boolean inside = (i & 1) + (j & 1) >= needed;
            if (inside != ((end & 1) == 1)) {
                result[end++] = at;
            }
        }
        return end == 0 ? NONE : new CodeSet(Arrays.copyOf(result, end));
    }

    private static int edge(int[] edges, int at) {
        return at < edges.length ? edges[at] : Integer.MAX_VALUE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodeSet that && Arrays.equals(edges, that.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return Arrays.toString(edges);
    }
}
