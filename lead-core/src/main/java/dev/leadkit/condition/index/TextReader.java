package dev.leadkit.condition.index;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the cell of a text. Texts as conditions write them are found at once, all others by their folded form and the
 * patterns in it; what came out is remembered, see {@link TextMemo}. Texts of personal fields are never remembered.
 * Thread-safe.
 */
final class TextReader<F> implements Domain.Reader<F>, Domain.TextCells {

    private final FieldType<F> type;
    private final CellTable cells;
    private final Map<String, Cell> byKey;
    private final Patterns patterns;
    private final boolean remembers;
    private final TextMemo memo;

    TextReader(Field<F> field, Known known, Patterns patterns, boolean remembers) {
        this.type = field.type();
        this.cells = known.cells;
        this.byKey = Map.copyOf(known.byKey);
        this.patterns = patterns;
        this.remembers = remembers;
        this.memo = new TextMemo(known.named.values());
    }

    /** Collects the texts that conditions name. */
    static final class Known {

        private final CellTable cells;
        private final Map<String, Cell> byKey = new HashMap<>();
        private final Map<String, TextMemo.Entry> named = new HashMap<>();

        Known(CellTable cells) {
            this.cells = cells;
        }

        /** Adds a way to write a text; a key that folding would change is none. */
        void add(String text, String key, Cell cell) {
            byKey.put(key, cell);
            if (FieldType.fold(text).equals(key)) {
                named.put(text, new TextMemo.Entry(text, cell));
            }
        }
    }

    @Override
    public Cell cell(F value) {
        return text(value instanceof String plain ? plain : type.format(value));
    }

    @Override
    public Cell text(String text) {
        int hash = TextMemo.spread(text);
        Cell known = memo.find(text, hash);
        return known == null ? find(text, hash) : known;
    }

    private Cell find(String text, int hash) {
        String key = FieldType.fold(text);
        Cell found = byKey.get(key);
        Cell cell = found == null ? cells.other(patterns.in(key)) : found;
        if (remembers) {
            memo.remember(text, hash, cell);
        }
        return cell;
    }
}
