package dev.leadkit.condition.index;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cells of texts: those that are named from the start for ever, others of at most {@value #LONGEST} characters until there are {@value #MOST} of
 * them, after which remembering begins anew. Short texts of ASCII are found by their {@link ShortKey}, others as they are written.
 *
 * <p>Thread-safe without a lock on the way to what is known: an entry never changes, and a thread that does not see one yet
 * finds the same cell by itself.
 */
final class TextMemo {

    /** How many texts of one field are remembered. */
    static final int MOST = 8_192;

    /** How long a text may be, in characters, to be remembered. */
    static final int LONGEST = 64;

    /** How many places there are for each text, so that most have one of their own. */
    private static final int ROOM = 4;

    private final boolean folds;
    private final Entry[] named;
    private @Nullable Entry[] table;
    private int remembered;

    /**
     * Makes a memory.
     *
     * @param folds whether texts that differ in case only have one cell
     * @param cells the cells of texts that are named from the start
     */
    TextMemo(boolean folds, Map<String, Cell> cells) {
        this.folds = folds;
        this.named = cells.entrySet().stream()
                .map(each -> entry(each.getKey(), each.getValue()))
                .toArray(Entry[]::new);
        this.table = fresh();
    }

    /** A text and its cell; the text itself only where its words do not say all of it. */
    private static final class Entry {

        private final long first;
        private final long second;
        private final @Nullable String text;
        private final Cell cell;

        Entry(long first, long second, @Nullable String text, Cell cell) {
            this.first = first;
            this.second = second;
            this.text = text;
            this.cell = cell;
        }
    }

    private Entry entry(String text, Cell cell) {
        int last = text.length() - 1;
        if (isShort(last)) {
            long first = first(text, last);
            long second = second(text, last);
            if (first != ShortKey.NONE && second != ShortKey.NONE) {
                return new Entry(first, second, null, cell);
            }
        }
        return new Entry(text.hashCode(), ShortKey.NONE, text, cell);
    }

    private static boolean isShort(int last) {
        return last >= 0 && last < ShortKey.LONGEST;
    }

    private long first(String text, int last) {
        long ends = ShortKey.ends(text, last);
        return ends == ShortKey.NONE ? ends : (folds ? ShortKey.lower(ends) : ends) | ShortKey.length(last);
    }

    private long second(String text, int last) {
        long middle = ShortKey.middle(text, last);
        return middle == ShortKey.NONE || !folds ? middle : ShortKey.lower(middle);
    }

    private static int place(long first, long second, int mask) {
        long mixed = (first * 0x9E3779B97F4A7C15L) ^ (second * 0xC2B2AE3D27D4EB4FL);
        return (int) (mixed >>> Integer.SIZE) & mask;
    }

    /** The cell of a text that is known. */
    @Nullable Cell find(String text) {
        int last = text.length() - 1;
        if (isShort(last)) {
            long first = first(text, last);
            long second = second(text, last);
            if (first != ShortKey.NONE && second != ShortKey.NONE) {
                return find(first, second);
            }
        }
        return findWhole(text);
    }

    private @Nullable Cell find(long first, long second) {
        @Nullable Entry[] entries = table;
        int mask = entries.length - 1;
        for (int at = place(first, second, mask); ; at = (at + 1) & mask) {
            Entry entry = entries[at];
            if (entry == null) {
                return null;
            }
            if (entry.first == first && entry.second == second) {
                return entry.cell;
            }
        }
    }

    private @Nullable Cell findWhole(String text) {
        @Nullable Entry[] entries = table;
        int mask = entries.length - 1;
        int hash = text.hashCode();
        for (int at = place(hash, ShortKey.NONE, mask); ; at = (at + 1) & mask) {
            Entry entry = entries[at];
            if (entry == null) {
                return null;
            }
            if (entry.first == hash && text.equals(entry.text)) {
                return entry.cell;
            }
        }
    }

    /** The text is copied, so that what is looked at together lies together in memory. */
    void remember(String text, Cell cell) {
        if (text.length() <= LONGEST) {
            add(entry(String.valueOf(text.toCharArray()), cell));
        }
    }

    private synchronized void add(Entry entry) {
        if (remembered == MOST) {
            table = fresh();
        } else if (ROOM * (named.length + remembered + 1) > table.length) {
            table = copied(table, 2 * table.length);
        }
        remembered++;
        put(table, entry);
    }

    private @Nullable Entry[] fresh() {
        remembered = 0;
        return copied(named, Integer.highestOneBit(2 * ROOM * (named.length + ROOM)));
    }

    private static @Nullable Entry[] copied(@Nullable Entry[] entries, int size) {
        @Nullable Entry[] larger = new Entry[size];
        for (Entry entry : entries) {
            if (entry != null) {
                put(larger, entry);
            }
        }
        return larger;
    }

    private static void put(@Nullable Entry[] entries, Entry entry) {
        int mask = entries.length - 1;
        int at = place(entry.first, entry.second, mask);
        Entry there = entries[at];
        while (there != null && !isSame(there, entry)) {
            at = (at + 1) & mask;
            there = entries[at];
        }
        entries[at] = entry;
    }

    private static boolean isSame(Entry one, Entry other) {
        return one.first == other.first && one.second == other.second && Objects.equals(one.text, other.text);
    }
}
