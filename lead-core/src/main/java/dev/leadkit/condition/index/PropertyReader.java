package dev.leadkit.condition.index;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the cell of a property, which is a text whatever its type. Thread-safe. */
final class PropertyReader<F> {

    private final FieldType<F> type;
    private final Domain.Reader<F> reader;
    private final Domain.@Nullable TextCells texts;
    private final Cell missing;
    private final @Nullable TextMemo memo;

    PropertyReader(Field<F> field, Domain.Reader<F> reader, Cell missing, boolean remembers) {
        this.type = field.type();
        this.reader = reader;
        this.texts = type == FieldType.TEXT && reader instanceof Domain.TextCells plain ? plain : null;
        this.missing = missing;
        this.memo = remembers && !field.personal() ? new TextMemo() : null;
    }

    /** The cell of a text; what is no value of the field's type is missing. */
    Cell cell(@Nullable String text) {
        if (text == null) {
            return missing;
        }
        if (texts != null) {
            return texts.text(text);
        }
        return memo == null ? parsed(text) : remembered(text, memo);
    }

    private Cell remembered(String text, TextMemo known) {
        int hash = TextMemo.spread(text);
        Cell cell = known.find(text, hash);
        if (cell == null) {
            cell = parsed(text);
            known.remember(text, hash, cell);
        }
        return cell;
    }

    private Cell parsed(String text) {
        Optional<F> value = type.parse(text);
        return value.isPresent() ? reader.cell(value.get()) : missing;
    }
}
