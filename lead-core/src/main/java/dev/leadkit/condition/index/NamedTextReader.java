package dev.leadkit.condition.index;

import dev.leadkit.lead.FieldType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cell of a text where conditions only name whole texts: by its first two and last two letters, without their case,
 * which tell most other texts from those that are named. Folding leaves letters of ASCII at both ends of a text where they
 * are, whatever stands between. Nothing is remembered and nothing allocated, except for letters beyond ASCII. Immutable.
 */
final class NamedTextReader<F> implements Domain.Reader<F>, Domain.TextCells {

    private static final int ASCII = 128;
    private static final int CASE = 0x20;

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
        byKey.forEach((key, cell) -> {
            int ends = ends(key);
            if (ends >= 0) {
                put(new Entry(words.getOrDefault(key, key), key, ends, cell));
            }
        });
    }

    private record Entry(String word, String key, int ends, Cell cell) {}

    private void put(Entry entry) {
        int mask = table.length - 1;
        int at = spread(entry.ends) & mask;
        while (table[at] != null) {
            at = (at + 1) & mask;
        }
        table[at] = entry;
    }

    /** The letters at both ends without their case; negative if one is beyond ASCII or there is none. */
    private static int ends(String text) {
        int last = text.length() - 1;
        if (last < 1) {
            return last < 0 || text.charAt(0) >= ASCII ? -1 : text.charAt(0) | CASE;
        }
        int first = text.charAt(0);
        int second = text.charAt(1);
        int third = text.charAt(last - 1);
        int fourth = text.charAt(last);
        if ((first | second | third | fourth) >= ASCII) {
            return -1;
        }
        return ((first | CASE) << 21) | ((second | CASE) << 14) | ((third | CASE) << 7) | fourth | CASE;
    }

    private static int spread(int ends) {
        int hash = ends * 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }

    @Override
    public Cell cell(F value) {
        return text(value instanceof String plain ? plain : type.format(value));
    }

    @Override
    public Cell text(String text) {
        int ends = ends(text);
        if (ends < 0) {
            return folded(text);
        }
        @Nullable Entry[] entries = table;
        int mask = entries.length - 1;
        boolean similar = false;
        for (int at = spread(ends) & mask; ; at = (at + 1) & mask) {
            Entry entry = entries[at];
            if (entry == null) {
                return similar ? ignoringCase(text, ends) : other;
            }
            if (entry.ends == ends) {
                if (text.equals(entry.word)) {
                    return entry.cell;
                }
                similar = true;
            }
        }
    }

    private Cell ignoringCase(String text, int ends) {
        int mask = table.length - 1;
        int at = spread(ends) & mask;
        for (Entry entry = table[at]; entry != null; entry = table[at]) {
            if (entry.ends == ends && isLower(text, entry.key)) {
                return entry.cell;
            }
            at = (at + 1) & mask;
        }
        return isAscii(text) ? other : folded(text);
    }

    /** Whether the text is of ASCII and comes to this key. */
    private static boolean isLower(String text, String key) {
        if (text.length() != key.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ASCII || ((c >= 'A' && c <= 'Z') ? c | CASE : c) != key.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String text) {
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            all |= text.charAt(i);
        }
        return all < ASCII;
    }

    private Cell folded(String text) {
        return byKey.getOrDefault(FieldType.fold(text), other);
    }
}
