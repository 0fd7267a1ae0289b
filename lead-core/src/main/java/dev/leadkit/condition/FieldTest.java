package dev.leadkit.condition;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.FieldType;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked of a single value. Values are compared by their {@linkplain FieldType#key keys}: text without regard to
 * case, numbers without regard to trailing zeros.
 */
public sealed interface FieldTest {

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

    /**
     * Whether the value is one of some.
     *
     * @param keys the keys of the wanted values; at least one
     */
    record OneOf(Set<Object> keys) implements FieldTest {

        /**
         * Makes the test.
         *
         * @param keys the keys of the wanted values; at least one
         */
        public OneOf {
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("values must be at least one, was none");
            }
            keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys));
        }

        @Override
        public String toString() {
            return keys.size() == 1
                    ? "is " + keys.iterator().next()
                    : "is one of " + keys.stream().map(String::valueOf).collect(Collectors.joining(", "));
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
            return low.map(bound -> bound.below(key)).orElse(true)
                    && high.map(bound -> bound.above(key)).orElse(true);
        }

        @Override
        public String toString() {
            String from = low.map(bound -> (bound.inclusive() ? "at least " : "more than ") + bound.key())
                    .orElse("");
            String to = high.map(bound -> (bound.inclusive() ? "at most " : "less than ") + bound.key())
                    .orElse("");
            return "is " + from + (from.isEmpty() || to.isEmpty() ? "" : " and ") + to;
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
         * @param key the key at the end
         * @param inclusive whether it belongs to the range
         */
        public Bound {
            requireNonNull(key, "key");
        }

        boolean below(Object value) {
            int order = Ordered.compare(key, value);
            return inclusive ? order <= 0 : order < 0;
        }

        boolean above(Object value) {
            int order = Ordered.compare(key, value);
            return inclusive ? order >= 0 : order > 0;
        }
    }

    /**
     * Whether the text contains another.
     *
     * @param part the other, folded; not empty
     */
    record Contains(String part) implements FieldTest {

        /**
         * Makes the test.
         *
         * @param part the wanted part; not empty
         */
        public Contains {
            part = Ordered.folded(part);
        }

        @Override
        public String toString() {
            return "contains \"" + part + "\"";
        }
    }

    /**
     * Whether the text begins with another.
     *
     * @param start the other, folded; not empty
     */
    record Prefix(String start) implements FieldTest {

        /**
         * Makes the test.
         *
         * @param start the wanted beginning; not empty
         */
        public Prefix {
            start = Ordered.folded(start);
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

        @Override
        public String toString() {
            return "matches /" + expression.regex() + "/";
        }
    }
}
