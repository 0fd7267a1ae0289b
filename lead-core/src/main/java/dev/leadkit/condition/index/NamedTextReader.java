package dev.leadkit.condition.index;

import dev.leadkit.lead.FieldType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cell of a text where conditions only name whole texts: one pass over its letters without their case, one look
 * into a table. Nothing is remembered. Letters beyond ASCII are folded the long way. Immutable.
 */
final class NamedTextReader<F> implements Domain.Reader<F> {

    private static final int ASCII = 128;
    private static final byte[] LOWER = new byte[ASCII];

    static {
        for (int c = 0; c < ASCII; c++) {
            LOWER[c] = (byte) Character.toLowerCase(c);
        }
    }

    private final FieldType<F> type;
    private final Cell other;
    private final Map<String, Cell> byKey;
    private final @Nullable Entry[] table;

    /**
     * Makes the reader.
     *
     * @param type the field's type
     * @param other the cell of texts that are not named
     * @param byKey the cell of each folded text
     * @param words how a text is written in a condition, by its folded form
     */
    NamedTextReader(FieldType<F> type, Cell other, Map<String, Cell> byKey, Map<String, String> words) {
        this.type = type;
        this.other = other;
        this.byKey = new HashMap<>(byKey);
        this.table = new Entry[Integer.highestOneBit(4 * byKey.size() + 4)];
        byKey.forEach((key, cell) -> put(new Entry(words.getOrDefault(key, key), key, hash(key), cell)));
    }

    private record Entry(String word, String key, int hash, Cell cell) {

        boolean is(String text) {
            return text.equals(word) || FieldType.fold(text).equals(key);
        }
    }

    private void put(Entry entry) {
        int mask = table.length - 1;
        int at = entry.hash & mask;
        while (table[at] != null) {
            at = (at + 1) & mask;
        }
        table[at] = entry;
    }

    /** Of the letters without their case; of a text beyond ASCII any number. */
    private static int hash(String text) {
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + LOWER[text.charAt(i) & (ASCII - 1)];
        }
        return hash ^ (hash >>> 15);
    }

    @Override
    public Cell cell(F value) {
        String text = value instanceof String plain ? plain : type.format(value);
        int hash = 0;
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            all |= c;
            hash = 31 * hash + LOWER[c & (ASCII - 1)];
        }
        return all < ASCII ? find(text, hash ^ (hash >>> 15)) : byKey.getOrDefault(FieldType.fold(text), other);
    }

    private Cell find(String text, int hash) {
        @Nullable Entry[] entries = table;
        int mask = entries.length - 1;
        for (int at = hash & mask; ; at = (at + 1) & mask) {
            Entry entry = entries[at];
            if (entry == null) {
                return other;
            }
            if (entry.hash == hash && entry.is(text)) {
                return entry.cell;
            }
        }
    }
}
