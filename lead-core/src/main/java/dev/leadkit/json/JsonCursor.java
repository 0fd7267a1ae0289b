package dev.leadkit.json;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import dev.leadkit.fault.Suggestion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A place in a tree of plain values, for readers that report every fault at once. A reading method that does not find what
 * it asks for adds a fault with the place's path and gives nothing; the reader goes on. {@code null} counts as missing. Not
 * thread-safe.
 */
public final class JsonCursor {

    private static final int LONGEST_SHOWN = 60;

    private final String path;
    private final @Nullable Object value;
    private final Faults faults;

    private JsonCursor(String path, @Nullable Object value, Faults faults) {
        this.path = path;
        this.value = value;
        this.faults = faults;
    }

    static JsonCursor root(@Nullable Object tree, Faults faults) {
        return new JsonCursor("$", tree, faults);
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
        return value instanceof Collection;
    }

    /**
     * Whether a text is here.
     *
     * @return true for a text
     */
    public boolean isText() {
        return value instanceof CharSequence;
    }

    /**
     * Whether a number is here.
     *
     * @return true for a number
     */
    public boolean isNumber() {
        return value instanceof Number;
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
     * Adds a fault about this place, showing the value that is here.
     *
     * @param rule what it must be
     * @param hint what to do, or empty
     */
    public void fault(String rule, String hint) {
        faults.accept(new Fault(path, rule, shown(), hint));
    }

    /**
     * Adds a fault that something else found in what was read here.
     *
     * @param found the fault, with its own path
     */
    public void fault(Fault found) {
        faults.accept(found);
    }

    /**
     * The member of an object.
     *
     * @param name its name
     * @return its place; missing if there is no such member, or no object here
     */
    public JsonCursor at(String name) {
        Object member = value instanceof Map<?, ?> map ? map.get(name) : null;
        return new JsonCursor(member(path, name), member, faults);
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
            fault("an object", "");
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
        List<String> known = Arrays.asList(names);
        members().forEach((name, member) -> {
            if (!known.contains(name)) {
                faults.accept(new Fault(member.path, "a known member", "\"" + name + "\"", Suggestion.of(name, known)));
            }
        });
        return this;
    }

    /**
     * The elements of a list. Anything else here is a fault.
     *
     * @return the places in order; empty after a fault
     */
    public List<JsonCursor> items() {
        List<JsonCursor> items = new ArrayList<>();
        if (value instanceof Collection<?> list) {
            list.forEach(item -> items.add(new JsonCursor(path + "[" + items.size() + "]", item, faults)));
        } else {
            fault("a list", "");
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
        return value instanceof CharSequence text && !text.toString().isBlank()
                ? Optional.of(text.toString())
                : none("a text");
    }

    /**
     * A number.
     *
     * @return the number exactly as written, or empty after a fault
     */
    public Optional<BigDecimal> number() {
        return decimal().or(() -> none("a number"));
    }

    private Optional<BigDecimal> decimal() {
        if (value instanceof BigDecimal decimal) {
            return Optional.of(decimal);
        }
        if (value instanceof BigInteger whole) {
            return Optional.of(new BigDecimal(whole));
        }
        boolean finite = value instanceof Number && !(value instanceof Double d && !Double.isFinite(d));
        return finite ? Optional.of(new BigDecimal(String.valueOf(value))) : Optional.empty();
    }

    /**
     * A whole number within bounds.
     *
     * @param least the least
     * @param most the greatest
     * @return the number, or empty after a fault
     */
    public OptionalInt integer(int least, int most) {
        Optional<Integer> whole = decimal()
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.compareTo(BigDecimal.valueOf(least)) >= 0
                        && number.compareTo(BigDecimal.valueOf(most)) <= 0)
                .map(BigDecimal::intValueExact);
        String rule = "a whole number from " + least + " to " + most;
        return whole.or(() -> none(rule)).map(OptionalInt::of).orElse(OptionalInt.empty());
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
     * A span of time in ISO 8601, such as {@code P30D} or {@code PT12H}; a day is 24 hours.
     *
     * @return the span, or empty after a fault
     */
    public Optional<Duration> duration() {
        try {
            return value instanceof CharSequence text
                    ? Optional.of(Duration.parse(text))
                    : none("a duration like \"P30D\"");
        } catch (DateTimeException e) {
            return none("a duration like \"P30D\"");
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
     * Makes a thing from what was read; if the thing refuses, its message becomes a fault about this place.
     *
     * @param thing makes it
     * @param <T> its type
     * @return the thing, or empty after a fault
     */
    public <T> Optional<T> make(Supplier<T> thing) {
        try {
            return Optional.of(thing.get());
        } catch (IllegalArgumentException | ArithmeticException e) {
            fault("acceptable", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private <T> Optional<T> none(String rule) {
        fault(rule, "");
        return Optional.empty();
    }

    private String shown() {
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof Collection) {
            return "a list";
        }
        String text = value instanceof CharSequence ? "\"" + value + "\"" : value == null ? "" : String.valueOf(value);
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    static String member(String path, String name) {
        boolean plain = !name.isEmpty() && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
        return plain ? path + "." + name : path + "['" + name + "']";
    }
}
