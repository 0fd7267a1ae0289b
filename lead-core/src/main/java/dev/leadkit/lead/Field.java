package dev.leadkit.lead;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A typed property of leads, built-in or custom: conditions, mappings, models and JSON know it by its name.
 *
 * @param name its name: letters, digits, {@code _}, {@code -} and {@code .}, first a letter, at most 64 characters
 * @param type what kind of value it holds
 * @param personal whether its values are personal data, which is kept apart in events and can be erased
 * @param <T> the values' Java type
 */
public record Field<T>(String name, FieldType<T> type, boolean personal) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

    /**
     * Makes a field.
     *
     * @param name its name
     * @param type what kind of value it holds
     * @param personal whether its values are personal data
     */
    public Field {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "field name must be a letter and up to 63 letters, digits, '_', '-' or '.', was \"" + name + "\"");
        }
        requireNonNull(type, "type");
    }

    /**
     * Whether a text can be a field's name.
     *
     * @param text any text
     * @return true if {@link #Field} accepts it
     */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * A text field without personal data.
     *
     * @param name its name
     * @return the field
     */
    public static Field<String> text(String name) {
        return new Field<>(name, FieldType.TEXT, false);
    }

    /**
     * A number field without personal data.
     *
     * @param name its name
     * @return the field
     */
    public static Field<BigDecimal> number(String name) {
        return new Field<>(name, FieldType.NUMBER, false);
    }

    /**
     * A yes-or-no field without personal data.
     *
     * @param name its name
     * @return the field
     */
    public static Field<Boolean> flag(String name) {
        return new Field<>(name, FieldType.FLAG, false);
    }

    /**
     * A calendar day field without personal data.
     *
     * @param name its name
     * @return the field
     */
    public static Field<LocalDate> date(String name) {
        return new Field<>(name, FieldType.DATE, false);
    }

    /**
     * A field for a moment, without personal data.
     *
     * @param name its name
     * @return the field
     */
    public static Field<Instant> instant(String name) {
        return new Field<>(name, FieldType.INSTANT, false);
    }

    /**
     * The same field, declared to hold personal data.
     *
     * @return a field whose values are kept apart and can be erased
     */
    public Field<T> asPersonal() {
        return new Field<>(name, type, true);
    }
}
