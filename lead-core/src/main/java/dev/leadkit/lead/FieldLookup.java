package dev.leadkit.lead;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Looks the same fields up in lead after lead. Leads of one origin have the same fields, so it remembers where each stood in the lead
 * before, which costs one comparison a field. Mutable; for one thread.
 */
public final class FieldLookup {

    private static final int ABSENT = -1;

    private final Field<?>[] wanted;
    private final int[] places;

    /** The fields of the values before, in their order. */
    private @Nullable Object[] shape = {};

    private int size;

    /** Of no use but that values were looked at. */
    @SuppressWarnings("UnusedVariable")
    private int fetched;

    /**
     * A lookup.
     *
     * @param wanted which fields, in order of their names
     */
    public FieldLookup(Field<?>... wanted) {
        this.wanted = wanted.clone();
        this.places = new int[wanted.length];
        Arrays.fill(places, ABSENT);
    }

    /**
     * Looks the fields up in one pass.
     *
     * @param values the values of a lead
     * @param found told of each wanted field that has a value there
     */
    public void find(FieldValues values, Found found) {
        Object[] pairs = values.pairs();
        if (!isKnown(pairs)) {
            learn(pairs);
        }
        for (int i = 0; i < places.length; i++) {
            if (places[i] != ABSENT) {
                found.value(i, pairs[places[i]]);
            }
        }
    }

    /**
     * Looks at the values of a lead that will soon be asked for, so that they come from memory while others are on their way: of use for several
     * leads that are in no cache of the processor, before the first of them is dealt with. Changes nothing.
     *
     * @param values the values of a lead
     */
    public void fetch(FieldValues values) {
        Object[] pairs = values.pairs();
        int letters = 0;
        for (int at = 1; at < pairs.length; at += 2) {
            if (pairs[at] instanceof String text) {
                letters += text.length();
            } else if (pairs[at] instanceof EmailAddress address) {
                letters += address.value().length();
            }
        }
        fetched += letters;
    }

    private boolean isKnown(Object[] pairs) {
        if (2 * size != pairs.length) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (shape[i] != pairs[2 * i]) {
                return false;
            }
        }
        return true;
    }

    private void learn(Object[] pairs) {
        size = pairs.length / 2;
        shape = shape.length < size ? new Object[size] : shape;
        for (int i = 0; i < size; i++) {
            shape[i] = pairs[2 * i];
        }
        int at = 0;
        for (int i = 0; i < wanted.length; i++) {
            while (at < size && field(at).name().compareTo(wanted[i].name()) < 0) {
                at++;
            }
            places[i] = at < size && isSame(field(at), wanted[i]) ? 2 * at + 1 : ABSENT;
        }
    }

    private Field<?> field(int at) {
        return (Field<?>) requireNonNull(shape[at]);
    }

    private static boolean isSame(Field<?> one, Field<?> other) {
        return one.type() == other.type() && one.name().equals(other.name());
    }

    /** Is told of values. */
    @FunctionalInterface
    public interface Found {

        /**
         * A field has a value.
         *
         * @param index which of the wanted fields, from 0
         * @param value its value, of the field's type
         */
        void value(int index, Object value);
    }
}
