package dev.leadkit.metrics.fold;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * What exactly a figure counts. Two figures may be compared when their definitions have the same identifier.
 *
 * @param id name, version and parameters, such as {@code lead.conversion/1?by=source}; the version rises when the meaning changes
 * @param basis by which instants it counts
 * @param meaning one sentence for a reader: what is divided by what, and who is left out
 */
public record Definition(String id, TimeBasis basis, String meaning) {

    private static final String SEPARATORS = "%&=?,;[]";
    /** How many digits a number among the parameters has at most on each side of the point. */
    public static final int MOST_DIGITS = 100;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /**
     * Makes a definition.
     *
     * @param id name, version and parameters
     * @param basis by which instants it counts
     * @param meaning one sentence for a reader
     */
    public Definition {
        requireNonNull(basis, "basis");
        if (id.isBlank() || meaning.isBlank()) {
            throw new IllegalArgumentException("id and meaning must be texts, was blank");
        }
    }

    /**
     * Makes the definition of a figure of all there is.
     *
     * @param id name, version and parameters
     * @param meaning one sentence for a reader
     */
    public Definition(String id, String meaning) {
        this(id, TimeBasis.SNAPSHOT, meaning);
    }

    /**
     * A text that is not ours, such as the name of a stage, as a parameter: what separates parameters is written in percent style, so
     * that different parameters never make one identifier.
     *
     * @param text any text
     * @return it, with {@code %2C} for a comma and the like
     */
    public static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SEPARATORS.indexOf(c) < 0 && !Character.isISOControl(c)) {
                safe.append(c);
            } else {
                safe.append('%').append(HEX.toHexDigits((byte) c));
            }
        }
        return safe.toString();
    }

    /**
     * Texts that are not ours as one parameter.
     *
     * @param texts any texts, in the order in which they are written
     * @return each as {@link #text}, with commas between them
     */
    public static String texts(Collection<String> texts) {
        return texts.stream().map(Definition::text).collect(Collectors.joining(","));
    }

    /**
     * A number that a user chose, as KPIs keep it: equal numbers are equal and have one text.
     *
     * @param number any number
     * @return the same without zeros at its end, with 0 or more digits after the point
     * @throws IllegalArgumentException if it needs more than {@value #MOST_DIGITS} digits before or after the point; figures of it
     *     could be larger than memory
     */
    public static BigDecimal exact(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (stripped.scale() > MOST_DIGITS || (long) stripped.precision() - stripped.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "number must have at most " + MOST_DIGITS + " digits on each side of the point, was " + number);
        }
        return stripped.setScale(Math.max(0, stripped.scale()), RoundingMode.UNNECESSARY);
    }

    /**
     * The same with more parameters.
     *
     * @param parameters such as {@code currency=EUR}
     * @return a definition whose identifier names them, too
     */
    public Definition with(String parameters) {
        return new Definition(id + (id.indexOf('?') < 0 ? '?' : '&') + parameters, basis, meaning);
    }

    @Override
    public String toString() {
        return id;
    }
}
