package dev.leadkit.json;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.fault.Suggestion;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a tree of plain values, for readers that report every fault at once. A reading method that does not find what
 * it asks for adds a fault with the place's path and gives nothing; the reader goes on. {@code null} counts as missing.
 *
 * <p>One mistake is one fault: where an object is needed and something else is found, that is said once, and nothing about
 * the members that it would have; the same fault is never told twice. Not thread-safe.
 */
public final class JsonCursor {

    private static final int MOST_DIGITS = 1_000;
    private static final String NO_HINT = "";
    private static final Pattern SPAN =
            Pattern.compile("P(?=.)([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+([.][0-9]{1,9})?S)?)?");

    private final String path;
    private final @Nullable Object value;
    private final @Nullable JsonCursor noObject;
    private final Reading reading;

    private JsonCursor(String path, @Nullable Object value, @Nullable JsonCursor noObject, Reading reading) {
        this.path = path;
        this.value = value;
        this.noObject = noObject;
        this.reading = reading;
    }

    /** What all places of one reading share: who is told of faults, and how a value is shown to them. */
    private record Reading(Consumer<Fault> faults, Function<@Nullable Object, String> shown) {}

    /** The faults must pass each fault on once only. */
    static JsonCursor root(@Nullable Object tree, Consumer<Fault> faults) {
        return new JsonCursor("$", tree, null, new Reading(faults, Shown::value));
    }

    /**
     * The same place, for a reader of data instead of configuration: faults from here on name the kind of a value only,
     * such as {@code text of 12 characters}, because the value may be personal.
     *
     * @return this place and all below it, with values hidden in faults
     */
    public JsonCursor hidingValues() {
        return new JsonCursor(path, value, noObject, new Reading(reading.faults, Shown::kind));
    }

    /**
     * Where this place is.
     *
     * @return a JSON path such as {@code $.rules[3].points}
     */
    public String path() {
        return path;
    }

    /**
     * Whether nothing is here.
     *
     * @return true if the member is absent or null
     */
    public boolean isMissing() {
        return value == null;
    }

    /**
     * Whether an object is here.
     *
     * @return true for an object, whatever its members
     */
    public boolean isObject() {
        return value instanceof Map;
    }

    /**
     * Whether a list is here.
     *
     * @return true for a list, however long
     */
    public boolean isList() {
        return value instanceof List;
    }

    /**
     * Whether a text is here.
     *
     * @return true for a text
     */
    public boolean isText() {
        return value instanceof String;
    }

    /**
     * Whether a number is here.
     *
     * @return true for a number
     */
    public boolean isNumber() {
        return value instanceof BigDecimal;
    }

    /**
     * Whether true or false is here.
     *
     * @return true for a boolean
     */
    public boolean isFlag() {
        return value instanceof Boolean;
    }

    /**
     * Adds a fault about this place, showing the value that is here. If this is the member of something that is no object,
     * that is the fault.
     *
     * @param rule what it must be
     * @param hint what to do, or empty
     */
    public void fault(String rule, String hint) {
        if (noObject != null) {
            noObject.fault("an object", NO_HINT);
        } else {
            tell(rule, reading.shown.apply(value), hint);
        }
    }

    private void tell(String rule, String was, String hint) {
        reading.faults.accept(new Fault(path, rule, was, hint));
    }

    private <T> Optional<T> none(String rule) {
        fault(rule, NO_HINT);
        return Optional.empty();
    }

    /**
     * Adds a fault that something else found in what was read here.
     *
     * @param found the fault, with its own path
     */
    public void fault(Fault found) {
        reading.faults.accept(found);
    }

    /**
     * The member of an object. Anything else here, except nothing, is a fault.
     *
     * @param name its name
     * @return its place; missing if there is no such member, or no object here
     */
    public JsonCursor at(String name) {
        String place = Shown.member(path, name);
        if (value instanceof Map<?, ?> map) {
            return new JsonCursor(place, map.get(name), null, reading);
        }
        if (value != null) {
            fault("an object", NO_HINT);
        }
        return new JsonCursor(place, null, noObject == null ? this : noObject, reading);
    }

    /**
     * All members of an object. Anything else here is a fault.
     *
     * @return the places by name, in the order of the text; empty after a fault
     */
    public Map<String, JsonCursor> members() {
        Map<String, JsonCursor> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(name -> members.put(String.valueOf(name), at(String.valueOf(name))));
        } else {
            fault("an object", NO_HINT);
        }
        return members;
    }

    /**
     * Says which members an object may have. Others are faults, with the likely meant name as a hint; so is anything but an
     * object.
     *
     * @param names the known names
     * @return this
     */
    public JsonCursor only(String... names) {
        unknown(Arrays.asList(names));
        return this;
    }

    /** Reports the members that are not known, and says whether there were any. */
    boolean unknown(Collection<String> known) {
        List<String> strange = members().keySet().stream()
                .filter(name -> !known.contains(name))
                .toList();
        strange.forEach(name -> at(name).tell("a known member", Shown.quoted(name), Suggestion.of(name, known)));
        return !strange.isEmpty();
    }

    /**
     * The elements of a list. Anything else here is a fault.
     *
     * @return the places in order; empty after a fault
     */
    public List<JsonCursor> items() {
        List<JsonCursor> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> items.add(new JsonCursor(path + "[" + items.size() + "]", item, null, reading)));
        } else {
            fault("a list", NO_HINT);
        }
        return items;
    }

    /**
     * The elements of a list that may be left out. Anything else here is a fault.
     *
     * @return the places in order; empty if it is missing or after a fault
     */
    public List<JsonCursor> itemsIfAny() {
        return isMissing() ? List.of() : items();
    }

    /**
     * A text that is not blank.
     *
     * @return the text, or empty after a fault
     */
    public Optional<String> text() {
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : none("a text");
    }

    /**
     * Any text, the empty one too.
     *
     * @return the text, or empty after a fault
     */
    public Optional<String> anyText() {
        return value instanceof String text ? Optional.of(text) : none("a text");
    }

    /**
     * A number of at most 1,000 digits, zeros of an exponent counted.
     *
     * @return the number exactly as written, or empty after a fault
     */
    public Optional<BigDecimal> number() {
        return value instanceof BigDecimal number && isSensible(number) ? Optional.of(number) : none("a number");
    }

    /** A small text can name a number that fills the memory once its zeros are written out. */
    private static boolean isSensible(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }

    /**
     * A whole number within bounds.
     *
     * @param least the least
     * @param most the greatest
     * @return the number, or empty after a fault
     */
    public OptionalInt integer(int least, int most) {
        OptionalLong whole = wholeNumber(least, most);
        return whole.isPresent() ? OptionalInt.of((int) whole.getAsLong()) : OptionalInt.empty();
    }

    /**
     * A whole number within bounds, for those that an {@code int} cannot hold.
     *
     * @param least the least
     * @param most the greatest
     * @return the number, or empty after a fault
     */
    public OptionalLong wholeNumber(long least, long most) {
        if (value instanceof BigDecimal number
                && isSensible(number)
                && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
            return OptionalLong.of(number.longValueExact());
        }
        fault("a whole number from " + least + " to " + most, NO_HINT);
        return OptionalLong.empty();
    }

    /**
     * True or false.
     *
     * @return the flag, or empty after a fault
     */
    public Optional<Boolean> flag() {
        return value instanceof Boolean flag ? Optional.of(flag) : none("true or false");
    }

    /**
     * A span of time in ISO 8601 that is not negative, such as {@code P30D} or {@code PT12H}; a day is 24 hours. Months and
     * years have no fixed length and are refused, and so are signs, commas and small letters, which JSON Schemas do not know.
     *
     * @return the span, or empty after a fault
     */
    public Optional<Duration> duration() {
        Optional<Duration> span =
                value instanceof String text && SPAN.matcher(text).matches()
                        ? parsed(Duration::parse)
                        : Optional.empty();
        if (span.isEmpty()) {
            fault("a duration", "Write days, hours, minutes and seconds, such as \"P30D\" or \"PT12H\".");
        }
        return span;
    }

    /**
     * A moment in ISO 8601, such as {@code 2026-11-22T08:00:00Z}.
     *
     * @return the moment, or empty after a fault
     */
    public Optional<Instant> instant() {
        return parsed(Instant::parse).or(() -> none("an instant like \"2026-11-22T08:00:00Z\""));
    }

    private <T> Optional<T> parsed(Function<String, T> parser) {
        try {
            return value instanceof String text ? Optional.of(parser.apply(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * One of some known words.
     *
     * @param words the known words
     * @return the word, or empty after a fault that names the likely meant one
     */
    public Optional<String> oneOf(Collection<String> words) {
        Optional<String> word = text();
        if (word.isPresent() && !words.contains(word.get())) {
            fault("a known word", Suggestion.of(word.get(), words));
            return Optional.empty();
        }
        return word;
    }

    /**
     * Makes a thing from what was read; if the thing refuses, its reason becomes a fault about this place, and all faults
     * of a {@link RefusedException} become faults below this place.
     *
     * @param thing makes it; its messages show no personal data
     * @param <T> its type
     * @return the thing, or empty after a fault
     */
    public <T> Optional<T> make(Supplier<T> thing) {
        try {
            return Optional.of(thing.get());
        } catch (RefusedException e) {
            e.faults().forEach(fault -> reading.faults.accept(fault.under(path + ".")));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            fault("valid", sentence(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private static String sentence(String message) {
        String start = message.substring(0, message.offsetByCodePoints(0, message.isEmpty() ? 0 : 1));
        return start.toUpperCase(Locale.ROOT) + message.substring(start.length()) + ".";
    }
}
