package dev.leadkit.condition;

import dev.leadkit.condition.FieldTest.Contains;
import dev.leadkit.condition.FieldTest.Matches;
import dev.leadkit.condition.FieldTest.Missing;
import dev.leadkit.condition.FieldTest.OneOf;
import dev.leadkit.condition.FieldTest.Prefix;
import dev.leadkit.condition.FieldTest.Present;
import dev.leadkit.condition.FieldTest.Range;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A test of one field.
 *
 * @param field which field
 * @param test what is asked of its value
 * @param <T> the field's type
 */
public record FieldCondition<T>(Field<T> field, FieldTest test) implements Condition {

    /**
     * Makes the condition.
     *
     * @param field which field
     * @param test what is asked of its value; a range only for an ordered type, the text tests only for a text type, and
     *     values only of the field's type
     */
    public FieldCondition {
        if (!fits(field.type(), test)) {
            throw new IllegalArgumentException(
                    "test of " + field.name() + " must fit its type " + field.type() + ", was: " + test);
        }
    }

    private static boolean fits(FieldType<?> type, FieldTest test) {
        if (test instanceof Present || test instanceof Missing) {
            return true;
        }
        if (test instanceof OneOf oneOf) {
            Class<?> keyClass = type.isText() ? String.class : type.valueClass();
            return oneOf.keys().stream().allMatch(keyClass::isInstance);
        }
        if (test instanceof Range range) {
            return type.isOrdered()
                    && Stream.concat(range.low().stream(), range.high().stream())
                            .allMatch(bound -> type.valueClass().isInstance(bound.key()));
        }
        return type.isText();
    }

    @Override
    public Truth evaluate(Facts facts, Consumer<Fault> problems) {
        return test(facts.lead().get(field), new Steps(BoundedPattern.MOST_STEPS), problems);
    }

    Truth test(Optional<T> value, Steps steps, Consumer<Fault> problems) {
        if (test instanceof Present) {
            return Truth.of(value.isPresent());
        }
        if (test instanceof Missing) {
            return Truth.of(value.isEmpty());
        }
        return value.isEmpty() ? Truth.UNKNOWN : testKnown(value.get(), steps, problems);
    }

    private Truth testKnown(T value, Steps steps, Consumer<Fault> problems) {
        if (test instanceof Matches matches) {
            return matches.expression().find(field.name(), field.type().format(value), steps, problems);
        }
        return Truth.of(holds(test, field.type().key(value)));
    }

    /** Whether a test that looks at the value's key holds. */
    static boolean holds(FieldTest test, Object key) {
        if (test instanceof OneOf oneOf) {
            return oneOf.keys().contains(key);
        }
        if (test instanceof Range range) {
            return range.contains(key);
        }
        if (test instanceof Contains contains) {
            return key.toString().contains(contains.key());
        }
        return test instanceof Prefix prefix && key.toString().startsWith(prefix.key());
    }

    @Override
    public String toString() {
        return field.name() + " " + test;
    }
}
