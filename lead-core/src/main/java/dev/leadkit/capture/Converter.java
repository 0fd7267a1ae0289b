package dev.leadkit.capture;

/**
 * Makes a value of a text. A host may write its own and register it in {@link Converters}.
 *
 * <p>An implementation must be thread-safe, must give the same result for the same text on every machine, and must not
 * put the text into a rule or a hint. What it throws is caught and reported as a fault of that one text.
 *
 * @param <T> the values' Java type
 */
@FunctionalInterface
public interface Converter<T> {

    /**
     * Converts a text.
     *
     * @param text the text, never blank, without white space at its ends
     * @return the value, that nothing is known, or what is wrong with the text
     */
    Conversion<T> convert(String text);
}
