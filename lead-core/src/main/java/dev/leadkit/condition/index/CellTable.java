package dev.leadkit.condition.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of one slot: one for each code, made beforehand, and those of texts that no condition names, made for the
 * patterns in them. Immutable and thread-safe.
 */
final class CellTable {

    private final Marks entries;
    private final Marks terms;
    private final Marks candidates;
    private final Lanes lanes;
    private final Cell[] cells;

    /** What texts that no condition names have in common. */
    private final Base others;

    private CellTable(Plan plan, Lanes lanes, int bitWords, List<int[]> matched) {
        this.entries = plan.entries;
        this.terms = plan.terms;
        this.candidates = plan.candidates;
        this.lanes = lanes;
        this.cells = new Cell[plan.codes];
        long[][] sums = sums(plan.codes);
        long[][] bits = bits(plan.codes, untouched(bitWords));
        Ids[] entryLists = Ids.of(plan.codes, entries.spans);
        Ids[] candidateLists = Ids.of(plan.codes, candidates.spans);
        Map<Words, long[]> shared = new HashMap<>();
        this.others = new Base(TextDomain.OTHER, sums, bits, entryLists, candidateLists);
        for (int code = 0; code < plan.codes; code++) {
            Base own = new Base(code, sums, bits, entryLists, candidateLists);
            Cell.Builder cell = builder(own, code < matched.size() ? matched.get(code) : Cell.NONE);
            cell.moreBits = shared.computeIfAbsent(new Words(cell.moreBits), Words::words);
            cells[code] = cell.build();
        }
    }

    /** What a code says before patterns are looked at. */
    private static final class Base {

        private final int code;
        private final long[] sums;
        private final long[] bits;
        private final Ids entries;
        private final Ids candidates;

        Base(int code, long[][] sums, long[][] bits, Ids[] entries, Ids[] candidates) {
            this.code = code;
            this.sums = sums[code];
            this.bits = bits[code];
            this.entries = entries[code];
            this.candidates = candidates[code];
        }
    }

    /** Words compared by content. */
    private static final class Words {

        private final long[] words;

        Words(long[] words) {
            this.words = words;
        }

        long[] words() {
            return words;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Words that && Arrays.equals(words, that.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }

    /** What is to be found through one slot. */
    static final class Plan {

        final Marks entries;
        final Marks terms;
        final Marks candidates;
        private final int codes;

        Plan(int codes) {
            this.codes = codes;
            this.entries = new Marks(codes);
            this.terms = new Marks(codes);
            this.candidates = new Marks(codes);
        }

        int codes() {
            return codes;
        }

        /** The table for so many words of bits; with the patterns of each code's text, if there are any. */
        CellTable table(Lanes lanes, int bitWords, List<int[]> matched) {
            return new CellTable(this, lanes, bitWords, matched);
        }
    }

    /** Spans add their weight where they begin and take it away where they end. */
    private long[][] sums(int codes) {
        long[][] changes = new long[codes + 1][lanes.words()];
        for (Ids.Span span : entries.spans) {
            int[] edges = span.codes().edges();
            for (int i = 0; i < edges.length; i++) {
                lanes.add(span.number(), changes[edges[i]], (i & 1) == 0);
            }
        }
        for (int code = 1; code < codes; code++) {
            for (int word = 0; word < lanes.words(); word++) {
                changes[code][word] += changes[code - 1][word];
            }
        }
        return changes;
    }

    private long[] untouched(int bitWords) {
        if (terms.isEmpty()) {
            return Cell.NO_WORDS;
        }
        long[] words = new long[bitWords];
        Arrays.fill(words, -1);
        terms.each(term -> words[term / Long.SIZE] &= ~(1L << term));
        return words;
    }

    private long[][] bits(int codes, long[] untouched) {
        long[][] all = new long[codes][];
        for (int code = 0; code < codes; code++) {
            all[code] = untouched.clone();
        }
        for (Ids.Span span : terms.spans) {
            int[] edges = span.codes().edges();
            for (int i = 0; i < edges.length; i += 2) {
                for (int code = edges[i]; code < edges[i + 1]; code++) {
                    set(all[code], span.number());
                }
            }
        }
        return all;
    }

    private static void set(long[] words, int bit) {
        words[bit / Long.SIZE] |= 1L << bit;
    }

    Cell cell(int code) {
        return cells[code];
    }

    /** The cell of a text that no condition names, by the patterns in it. */
    Cell other(int[] matched) {
        return matched.length == 0
                ? cells[TextDomain.OTHER]
                : builder(others, matched).build();
    }

    private Cell.Builder builder(Base base, int[] matched) {
        int[] more = entries.beyond(base.code, matched);
        Cell.Builder cell = new Cell.Builder();
        cell.code = base.code;
        cell.matched = matched;
        cell.sums = base.sums.clone();
        for (int entry : more) {
            lanes.add(entry, cell.sums, true);
        }
        cell.entries = base.entries.with(more);
        cell.candidates = base.candidates.with(candidates.beyond(base.code, matched));
        long[] words = base.bits.clone();
        for (int term : terms.beyond(base.code, matched)) {
            set(words, term);
        }
        if (words.length > 0) {
            cell.bits = words[0];
            cell.moreBits = Arrays.copyOfRange(words, 1, words.length);
        }
        return cell;
    }
}
