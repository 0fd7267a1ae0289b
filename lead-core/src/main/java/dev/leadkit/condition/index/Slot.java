package dev.leadkit.condition.index;

import dev.leadkit.lead.Field;

/**
 * The place of a field in the records of one index, looked up once and used for every lead. Immutable and thread-safe.
 *
 * @param <F> the field's type
 */
public final class Slot<F> {

    private final Field<F> field;

    Slot(Field<F> field) {
        this.field = field;
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
