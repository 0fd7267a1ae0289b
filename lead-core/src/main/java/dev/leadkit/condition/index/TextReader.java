package dev.leadkit.condition.index;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cell of a text. Texts as conditions write them are found at once, all others by their folded form and the
 * patterns in it; what came out is remembered for texts of at most {@value #LONGEST} characters, at most {@value #MOST} of
 * them, after which remembering begins anew. Texts of personal fields are never remembered.
 *
 * <p>Thread-safe without a lock on the way to what is known: an entry never changes, and a thread that does not see one yet
 * finds the same cell by itself.
 */
final class TextReader<F> implements Domain.Reader<F> {

    /** How many texts of one field are remembered. */
    static final int MOST = 8_192;

    /** How long a text may be, in characters, to be remembered. */
    static final int LONGEST = 64;

    private final FieldType<F> type;
    private final CellTable cells;
    private final Map<String, Cell> byKey;
    private final Patterns patterns;
    private final boolean remembers;
    private final Entry[] named;
    private @Nullable Entry[] table;
    private int remembered;

    TextReader(Field<F> field, Known known, Patterns patterns, boolean remembers) {
        this.type = field.type();
        this.cells = known.cells;
        this.byKey = Map.copyOf(known.byKey);
        this.patterns = patterns;
        this.remembers = remembers;
        this.named = known.named.values().toArray(Entry[]::new);
        this.table = fresh();
    }

    /** A text and its cell. */
    private record Entry(String text, int hash, Cell cell) {}

    /** Collects the texts that conditions name. */
    static final class Known {

        private final CellTable cells;
        private final Map<String, Cell> byKey = new HashMap<>();
        private final Map<String, Entry> named = new HashMap<>();

        Known(CellTable cells) {
            this.cells = cells;
        }

        /** Adds a way to write a text; a key that folding would change is none. */
        void add(String text, String key, Cell cell) {
            byKey.put(key, cell);
            if (FieldType.fold(text).equals(key)) {
                named.put(text, new Entry(text, spread(text), cell));
            }
        }
    }

    @Override
    public Cell cell(F value) {
        String text = value instanceof String plain ? plain : type.format(value);
        int hash = spread(text);
        @Nullable Entry[] entries = table;
        int mask = entries.length - 1;
        for (int at = hash & mask; ; at = (at + 1) & mask) {
            Entry entry = entries[at];
            if (entry == null) {
                return find(text, hash);
            }
            if (entry.hash == hash && entry.text.equals(text)) {
                return entry.cell;
            }
        }
    }

    private static int spread(String text) {
        int hash = text.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    private Cell find(String text, int hash) {
        String key = FieldType.fold(text);
        Cell found = byKey.get(key);
        Cell cell = found == null ? cells.other(patterns.in(key)) : found;
        if (remembers && text.length() <= LONGEST) {
            remember(text, hash, cell);
        }
        return cell;
    }

    /** The text is copied, so that what is looked at together lies together in memory. */
    private synchronized void remember(String text, int hash, Cell cell) {
        Entry entry = new Entry(String.valueOf(text.toCharArray()), hash, cell);
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
