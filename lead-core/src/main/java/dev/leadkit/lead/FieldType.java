package dev.leadkit.lead;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What kind of value a {@link Field} holds, and the one text form of such a value (in JSON, CSV and models). The seven
 * types are constants; there are no others.
 *
 * @param <T> the values' Java type
 */
public final class FieldType<T> {

    /** Free text. Comparisons ignore the case of letters. */
    public static final FieldType<String> TEXT =
            new FieldType<>("text", String.class, Function.identity(), text -> text);
    /** An e-mail address, compared as text. */
    public static final FieldType<EmailAddress> EMAIL =
            new FieldType<>("email", EmailAddress.class, EmailAddress::new, EmailAddress::value);
    /** A phone number in E.164, compared as text. */
    public static final FieldType<PhoneNumber> PHONE =
            new FieldType<>("phone", PhoneNumber.class, PhoneNumber::new, PhoneNumber::e164);
    /** An exact decimal number of at most 100 characters, kept and written without exponent and trailing zeros. */
    public static final FieldType<BigDecimal> NUMBER = new FieldType<>(
            "number",
            BigDecimal.class,
            text -> bounded(new BigDecimal(text)),
            number -> bounded(number).toPlainString());
    /** Yes or no, written {@code true} and {@code false}. */
    public static final FieldType<Boolean> FLAG =
            new FieldType<>("flag", Boolean.class, FieldType::flag, String::valueOf);
    /** A calendar day, written {@code 2026-11-22}. */
    public static final FieldType<LocalDate> DATE =
            new FieldType<>("date", LocalDate.class, LocalDate::parse, LocalDate::toString);
    /** A moment on the time line, written {@code 2026-11-22T08:00:00Z}. */
    public static final FieldType<Instant> INSTANT =
            new FieldType<>("instant", Instant.class, Instant::parse, Instant::toString);

    private static final List<FieldType<?>> ALL = List.of(TEXT, EMAIL, PHONE, NUMBER, FLAG, DATE, INSTANT);
    private static final int LONGEST_NUMBER = 100;
    private static final char SIGMA = '\u03c3';
    private static final char FINAL_SIGMA = '\u03c2';

    private final String name;
    private final Class<T> valueClass;
    private final Function<String, T> parser;
    private final Function<T, String> formatter;

    private FieldType(String name, Class<T> valueClass, Function<String, T> parser, Function<T, String> formatter) {
        this.name = name;
        this.valueClass = valueClass;
        this.parser = parser;
        this.formatter = formatter;
    }

    /**
     * All types.
     *
     * @return the seven types, always in the same order
     */
    public static List<FieldType<?>> all() {
        return ALL;
    }

    /**
     * The type of a name.
     *
     * @param name the name as in JSON, such as {@code number}
     * @return the type, or empty if there is none of that name
     */
    public static Optional<FieldType<?>> named(String name) {
        return ALL.stream().filter(type -> type.name.equals(name)).findFirst();
    }

    /**
     * The type's name in JSON.
     *
     * @return a word in lower case
     */
    public String name() {
        return name;
    }

    /**
     * The Java type of the values.
     *
     * @return the class
     */
    public Class<T> valueClass() {
        return valueClass;
    }

    /**
     * Reads the text form.
     *
     * @param text what {@link #format} wrote, or the like
     * @return the value, or empty if the text is not of this type; never throws for a text
     */
    public Optional<T> parse(String text) {
        if (text.length() > longest()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes the one text form.
     *
     * @param value the value
     * @return a text that {@link #parse} reads as an equal value
     * @throws IllegalArgumentException if the value is a number that no field can hold
     */
    public String format(T value) {
        return formatter.apply(value);
    }

    /**
     * The one form in which a value is kept, so that equal values are equal objects: 1.00 and 1E0 become 1.
     *
     * @param value the value
     * @return the same value in that form, or empty if it is a number whose form has more than 100 characters
     */
    public Optional<T> canonical(T value) {
        return value instanceof BigDecimal number ? plain(number).map(valueClass::cast) : Optional.of(value);
    }

    /**
     * The form in which two values of this type are the same or not: text without regard to case, numbers without regard
     * to trailing zeros.
     *
     * @param value the value
     * @return a key with {@code equals}, {@code hashCode} and, where {@link #isOrdered()}, a natural order
     */
    public Object key(T value) {
        if (value instanceof BigDecimal number) {
            return plain(number).orElseGet(number::stripTrailingZeros);
        }
        return isText() ? fold(format(value)) : value;
    }

    /**
     * Whether values are compared as text.
     *
     * @return true for text, e-mail addresses and phone numbers
     */
    public boolean isText() {
        return valueClass == String.class || valueClass == EmailAddress.class || valueClass == PhoneNumber.class;
    }

    /**
     * Whether values have an order, so that ranges make sense.
     *
     * @return true for numbers, dates and instants
     */
    public boolean isOrdered() {
        return valueClass == BigDecimal.class || isTemporal();
    }

    /**
     * Whether values are points in time.
     *
     * @return true for dates and instants
     */
    public boolean isTemporal() {
        return valueClass == LocalDate.class || valueClass == Instant.class;
    }

    /**
     * Takes the case of letters out of a text, the same way on every machine and in every locale: in capitals and back,
     * twice, because only then a capital sharp s is {@code ss} as well. The dotless i becomes a plain one.
     *
     * @param text any text
     * @return a text that is equal for two texts that differ in case only
     */
    public static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String once = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return once.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace(FINAL_SIGMA, SIGMA);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private int longest() {
        if (this == TEXT) {
            return Integer.MAX_VALUE;
        }
        return this == NUMBER ? LONGEST_NUMBER : Name.LONGEST;
    }

    /** The scale is looked at before zeros are written out: a few characters can name a number that fills the memory. */
    private static Optional<BigDecimal> plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        boolean sensible = Math.abs((long) bare.scale()) <= LONGEST_NUMBER
                && bare.precision() <= LONGEST_NUMBER
                && bare.toPlainString().length() <= LONGEST_NUMBER;
        return sensible ? Optional.of(bare.setScale(Math.max(0, bare.scale()))) : Optional.empty();
    }

    private static BigDecimal bounded(BigDecimal number) {
        return plain(number)
                .orElseThrow(() -> new IllegalArgumentException(
                        "number must have at most " + LONGEST_NUMBER + " characters, had more"));
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("flag must be true or false");
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
