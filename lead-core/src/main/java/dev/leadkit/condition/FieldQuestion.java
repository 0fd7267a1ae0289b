package dev.leadkit.condition;

import dev.leadkit.condition.FieldTest.Bound;
import dev.leadkit.lead.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What can be asked of a field. A question that does not fit the field's type throws {@link IllegalArgumentException}
 * when it is asked.
 *
 * @param <T> the field's type
 */
public final class FieldQuestion<T> {

    private final Field<T> field;

    FieldQuestion(Field<T> field) {
        this.field = field;
    }

    /**
     * Whether the value is this one.
     *
     * @param value the wanted value
     * @return the condition
     */
    public FieldCondition<T> is(T value) {
        return in(List.of(value));
    }

    /**
     * Whether the value is one of these.
     *
     * @param values the wanted values, at least one
     * @return the condition
     */
    @SafeVarargs
    public final FieldCondition<T> in(T... values) {
        List<T> wanted = new ArrayList<>();
        for (T value : values) {
            wanted.add(value);
        }
        return in(wanted);
    }

    /**
     * Whether the value is one of these.
     *
     * @param values the wanted values, at least one; their order does not matter
     * @return the condition
     */
    public FieldCondition<T> in(Collection<? extends T> values) {
        return asked(new FieldTest.OneOf(values.stream().map(this::comparable).toList()));
    }

    /**
     * Whether the value is this or more. For numbers, dates and instants.
     *
     * @param low the least value
     * @return the condition
     */
    public FieldCondition<T> atLeast(T low) {
        return asked(new FieldTest.Range(bound(low, true), Optional.empty()));
    }

    /**
     * Whether the value is more than this. For numbers, dates and instants.
     *
     * @param low the greatest value that is too small
     * @return the condition
     */
    public FieldCondition<T> moreThan(T low) {
        return asked(new FieldTest.Range(bound(low, false), Optional.empty()));
    }

    /**
     * Whether the value is this or less. For numbers, dates and instants.
     *
     * @param high the greatest value
     * @return the condition
     */
    public FieldCondition<T> atMost(T high) {
        return asked(new FieldTest.Range(Optional.empty(), bound(high, true)));
    }

    /**
     * Whether the value is less than this. For numbers, dates and instants.
     *
     * @param high the least value that is too great
     * @return the condition
     */
    public FieldCondition<T> lessThan(T high) {
        return asked(new FieldTest.Range(Optional.empty(), bound(high, false)));
    }

    /**
     * Whether the value lies between two, both included. For numbers, dates and instants.
     *
     * @param low the least value
     * @param high the greatest value
     * @return the condition
     */
    public FieldCondition<T> between(T low, T high) {
        return asked(new FieldTest.Range(bound(low, true), bound(high, true)));
    }

    /**
     * Whether the text contains another. For text, e-mail addresses and phone numbers.
     *
     * @param part the wanted part, not empty; case does not matter
     * @return the condition
     */
    public FieldCondition<T> contains(String part) {
        return asked(new FieldTest.Contains(part));
    }

    /**
     * Whether the text begins with another. For text, e-mail addresses and phone numbers.
     *
     * @param start the wanted beginning, not empty; case does not matter
     * @return the condition
     */
    public FieldCondition<T> startsWith(String start) {
        return asked(new FieldTest.Prefix(start));
    }

    /**
     * Whether a regular expression is found in the text. For text, e-mail addresses and phone numbers.
     *
     * @param regex the expression, of the JDK's kind; case matters unless it says otherwise
     * @return the condition
     */
    public FieldCondition<T> matches(String regex) {
        return asked(new FieldTest.Matches(BoundedPattern.of(regex)));
    }

    /**
     * Whether there is a value.
     *
     * @return the condition
     */
    public FieldCondition<T> isPresent() {
        return asked(new FieldTest.Present());
    }

    /**
     * Whether there is no value.
     *
     * @return the condition
     */
    public FieldCondition<T> isMissing() {
        return asked(new FieldTest.Missing());
    }

    /**
     * Whether it was so long ago, or longer. For dates and instants.
     *
     * @param age the least age, not negative
     * @return the condition
     */
    public Condition atLeastAgo(Duration age) {
        return new AgeCondition(field, Optional.of(age), Optional.empty());
    }

    /**
     * Whether it was so long ago, or more recently, but not ahead. For dates and instants.
     *
     * @param age the greatest age, not negative
     * @return the condition
     */
    public Condition atMostAgo(Duration age) {
        return new AgeCondition(field, Optional.empty(), Optional.of(age));
    }

    /**
     * Whether it lies so far ahead, or farther. For dates and instants.
     *
     * @param time the least time until then, not negative
     * @return the condition
     */
    public Condition atLeastAhead(Duration time) {
        return new AgeCondition(field, true, Optional.of(time), Optional.empty());
    }

    /**
     * Whether it lies so far ahead, or nearer, but is not past: {@code field(CONTRACT_END).atMostAhead(Duration.ofDays(60))}.
     * For dates and instants.
     *
     * @param time the greatest time until then, not negative
     * @return the condition
     */
    public Condition atMostAhead(Duration time) {
        return new AgeCondition(field, true, Optional.empty(), Optional.of(time));
    }

    private FieldCondition<T> asked(FieldTest test) {
        return new FieldCondition<>(field, test);
    }

    /** Text as it was written; the test takes its key. */
    private Object comparable(T value) {
        return field.type().isText() ? field.type().format(value) : value;
    }

    private Optional<Bound> bound(T value, boolean inclusive) {
        if (field.type().key(value) instanceof Comparable<?> key && field.type().isOrdered()) {
            return Optional.of(new Bound(key, inclusive));
        }
        throw new IllegalArgumentException(
                "range of " + field.name() + " must be of an ordered type, was " + field.type());
    }
}
