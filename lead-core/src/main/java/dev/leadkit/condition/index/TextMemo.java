package dev.leadkit.condition.index;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cells of texts by the texts as they are written: those that are named from the start for ever, others of at most {@value
 * #LONGEST} characters until there are {@value #MOST} of them, after which remembering begins anew.
 *
 * <p>Thread-safe without a lock on the way to what is known: an entry never changes, and a thread that does not see one yet
 * finds the same cell by itself.
 */
final class TextMemo {

    /** How many texts of one field are remembered. */
    static final int MOST = 8_192;

    /** How long a text may be, in characters, to be remembered. */
    static final int LONGEST = 64;

    private final Entry[] named;
    private @Nullable Entry[] table;
    private int remembered;

    TextMemo() {
        this(List.of());
    }

    TextMemo(Collection<Entry> named) {
        this.named = named.toArray(Entry[]::new);
        this.table = fresh();
    }

    /** A text and its cell. */
    record Entry(String text, int hash, Cell cell) {

        Entry(String text, Cell cell) {
            this(text, spread(text), cell);
        }
    }

    static int spread(String text) {
        int hash = text.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    /** The cell of a text that is known. */
    @Nullable Cell find(String text, int hash) {
        @Nullable Entry[] entries = table;
        int mask = entries.length - 1;
        for (int at = hash & mask; ; at = (at + 1) & mask) {
            Entry entry = entries[at];
            if (entry == null) {
                return null;
            }
            if (entry.hash == hash && entry.text.equals(text)) {
                return entry.cell;
            }
        }
    }

    /** The text is copied, so that what is looked at together lies together in memory. */
    void remember(String text, int hash, Cell cell) {
        if (text.length() <= LONGEST) {
            add(new Entry(String.valueOf(text.toCharArray()), hash, cell));
        }
    }

    private synchronized void add(Entry entry) {
        if (remembered == MOST) {
            table = fresh();
        } else if (2 * (named.length + remembered + 1) > table.length) {
            table = copied(table, 2 * table.length);
        }
        remembered++;
        put(table, entry);
    }

    private @Nullable Entry[] fresh() {
        remembered = 0;
        return copied(named, Integer.highestOneBit(4 * named.length + 16));
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
        int at = entry.hash & mask;
        Entry there = entries[at];
        while (there != null && !there.text.equals(entry.text)) {
            at = (at + 1) & mask;
            there = entries[at];
        }
        entries[at] = entry;
    }
}
