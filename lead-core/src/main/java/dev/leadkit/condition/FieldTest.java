package dev.leadkit.condition;

import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.FieldType;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What is asked of a single value. Values are compared by their {@linkplain FieldType#key keys}: text without regard to
 * case, numbers without regard to trailing zeros.
 */
public sealed interface FieldTest {

    private static String folded(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("text must have at least one character, was empty");
        }
        return FieldType.fold(text);
    }

    /** Whether there is a value. */
    record Present() implements FieldTest {

        @Override
        public String toString() {
            return "is present";
        }
    }

    /** Whether there is none. */
    record Missing() implements FieldTest {

        @Override
        public String toString() {
            return "is missing";
        }
    }

    /** Whether the value is one of some. Equal where the same values are wanted, whatever their order and letters' case. */
    final class OneOf implements FieldTest {

        private final Set<Object> keys;
        private final List<String> words;

        /**
         * Makes the test.
         *
         * @param values the wanted values or their keys, all of one class that has an order; at least one; a number as
         *     {@link FieldType#NUMBER} has it
         */
        public OneOf(Collection<?> values) {
            if (values.stream().map(Object::getClass).distinct().count() != 1) {
                throw new IllegalArgumentException("values must be at least one, all of one class, was " + values);
            }
            SortedMap<Object, String> byKey = new TreeMap<>(Bound::compare);
            values.forEach(value -> byKey.merge(key(value), Words.of(value), BinaryOperator.minBy(naturalOrder())));
            this.keys = Collections.unmodifiableSet(new LinkedHashSet<>(byKey.keySet()));
            this.words = List.copyOf(byKey.values());
        }

        private static Object key(Object value) {
            if (value instanceof BigDecimal number) {
                return FieldType.NUMBER.key(number);
            }
            return value instanceof String text ? FieldType.TEXT.key(text) : value;
        }

        /**
         * The wanted values as they are compared.
         *
         * @return their keys, at least one, in order
         */
        public Set<Object> keys() {
            return keys;
        }

        /**
         * The wanted values as they were written.
         *
         * @return one text for each key, in the keys' order
         */
        public List<String> words() {
            return words;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OneOf that && keys.equals(that.keys);
        }

        @Override
        public int hashCode() {
            return keys.hashCode();
        }

        @Override
        public String toString() {
            return (words.size() == 1 ? "is " : "is one of ") + String.join(", ", words);
        }
    }

    /**
     * Whether the value lies in a range.
     *
     * @param low where the range begins; empty for no beginning
     * @param high where it ends; empty for no end
     */
    record Range(Optional<Bound> low, Optional<Bound> high) implements FieldTest {

        /**
         * Makes the test.
         *
         * @param low where the range begins
         * @param high where it ends
         */
        public Range {
            if (low.isEmpty() && high.isEmpty()) {
                throw new IllegalArgumentException("range must have a beginning or an end, had none");
            }
        }

        boolean contains(Object key) {
            return (low.isEmpty() || low.get().below(key))
                    && (high.isEmpty() || high.get().above(key));
        }

        @Override
        public String toString() {
            String from = low.map(bound -> (bound.inclusive() ? "at least " : "more than ") + Words.of(bound.key()))
                    .orElse("");
            String to = high.map(bound -> (bound.inclusive() ? "at most " : "less than ") + Words.of(bound.key()))
                    .orElse("");
            return "is " + Words.span(from, to);
        }
    }

    /**
     * An end of a range.
     *
     * @param key the key of the value at the end
     * @param inclusive whether that value belongs to the range
     */
    record Bound(Comparable<?> key, boolean inclusive) {

        /**
         * Makes a bound.
         *
         * @param key the key at the end; a number as {@link FieldType#NUMBER} has it
         * @param inclusive whether it belongs to the range
         */
        public Bound {
            requireNonNull(key, "key");
            if (key instanceof BigDecimal number
                    && FieldType.NUMBER.canonical(number).isEmpty()) {
                throw new IllegalArgumentException(
                        "bound must be a number of at most 100 characters, was a longer one");
            }
        }

        /** Both keys are of one class that has an order, which the constructors see to. */
        @SuppressWarnings({"unchecked", "rawtypes"})
        static int compare(Object key, Object other) {
            return ((Comparable) key).compareTo(other);
        }

        boolean below(Object value) {
            int order = compare(key, value);
            return inclusive ? order <= 0 : order < 0;
        }

        boolean above(Object value) {
            int order = compare(key, value);
            return inclusive ? order >= 0 : order > 0;
        }
    }

    /** Whether the text contains another. Equal where the same is wanted, whatever the letters' case. */
    final class Contains implements FieldTest {

        private final String part;
        private final String key;

        /**
         * Makes the test.
         *
         * @param part the wanted part; not empty, case does not matter
         */
        public Contains(String part) {
            this.key = folded(part);
            this.part = part;
        }

        /**
         * The wanted part.
         *
         * @return the text as it was written
         */
        public String part() {
            return part;
        }

        String key() {
            return key;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Contains that && key.equals(that.key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }

        @Override
        public String toString() {
            return "contains \"" + part + "\"";
        }
    }

    /** Whether the text begins with another. Equal where the same is wanted, whatever the letters' case. */
    final class Prefix implements FieldTest {

        private final String start;
        private final String key;

        /**
         * Makes the test.
         *
         * @param start the wanted beginning; not empty, case does not matter
         */
        public Prefix(String start) {
            this.key = folded(start);
            this.start = start;
        }

        /**
         * The wanted beginning.
         *
         * @return the text as it was written
         */
        public String start() {
            return start;
        }

        String key() {
            return key;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Prefix that && key.equals(that.key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }

        @Override
        public String toString() {
            return "begins with \"" + start + "\"";
        }
    }

    /**
     * Whether a regular expression is found in the text.
     *
     * @param expression the expression
     */
    record Matches(BoundedPattern expression) implements FieldTest {

        /**
         * Makes the test.
         *
         * @param expression the expression
         */
        public Matches {
            requireNonNull(expression, "expression");
        }

        @Override
        public String toString() {
            return "matches /" + expression.regex() + "/";
        }
    }
}
