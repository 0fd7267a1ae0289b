package dev.leadkit.condition.index;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * The place of a field in the records of one index, looked up once and used for every lead. Immutable and thread-safe.
 *
 * @param <F> the field's type
 */
public final class Slot<F> {

    static final int NONE = -1;

    private final Field<F> field;

    /** Which cell of a record says what the value is; none if no condition asks for it. */
    final int value;

    /** Which date of a record it is; none if no condition asks for its age. */
    final int age;

    final Domain.@Nullable Reader<F> reader;

    /** The reader, if it is one of numbers. */
    final @Nullable OrderedReader<F> numbers;

    /** The reader, if it is one of texts as they are. */
    final Domain.@Nullable TextCells texts;

    Slot(Field<F> field, int value, int age, Domain.@Nullable Reader<F> reader) {
        this.field = field;
        this.value = value;
        this.age = age;
        this.reader = reader;
        this.numbers = reader instanceof OrderedReader<F> ordered ? ordered : null;
        this.texts = field.type() == FieldType.TEXT && reader instanceof Domain.TextCells plain ? plain : null;
    }

    /**
     * The field.
     *
     * @return which field has its place here
     */
    public Field<F> field() {
        return field;
    }

    @Override
    public String toString() {
        return "Slot[" + field.name() + "]";
    }
}
