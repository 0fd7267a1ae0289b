package dev.leadkit.capture;

import static java.util.Objects.requireNonNull;

/**
 * What a {@link Converter} made of one text. Immutable; {@code toString} never shows the value.
 *
 * @param <T> the value's Java type
 */
public sealed interface Conversion<T> {

    /**
     * The text stands for a value.
     *
     * @param value the value
     * @param <T> its Java type
     * @return the conversion
     */
    static <T> Conversion<T> of(T value) {
        return new Value<>(value);
    }

    /**
     * The text says that nothing is known, such as {@code unknown}.
     *
     * @param <T> the type of the value that is not there
     * @return the conversion
     */
    static <T> Conversion<T> missing() {
        return new Missing<>();
    }

    /**
     * The text cannot be converted.
     *
     * @param rule what it must be, as the rest of "must be ..."; must not contain the text
     * @param <T> the type of the value that it should have been
     * @return the conversion
     */
    static <T> Conversion<T> faulty(String rule) {
        return new Faulty<>(rule, "");
    }

    /**
     * A value.
     *
     * @param value the value
     * @param <T> its Java type
     */
    record Value<T>(T value) implements Conversion<T> {

        /**
         * Makes the conversion.
         *
         * @param value the value
         */
        public Value {
            requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Value[hidden]";
        }
    }

    /**
     * Nothing is known.
     *
     * @param <T> the type of the value that is not there
     */
    record Missing<T>() implements Conversion<T> {}

    /**
     * Not convertible.
     *
     * @param rule what the text must be, as the rest of "must be ..."
     * @param hint what to do about it, as a sentence, or empty
     * @param <T> the type of the value that it should have been
     */
    record Faulty<T>(String rule, String hint) implements Conversion<T> {

        /**
         * Makes the conversion.
         *
         * @param rule what the text must be, not blank
         * @param hint what to do about it, or empty
         */
        public Faulty {
            requireNonNull(hint, "hint");
            if (rule.isBlank()) {
                throw new IllegalArgumentException("rule must be a text, was blank");
            }
        }
    }
}
