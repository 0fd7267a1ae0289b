package dev.leadkit.json;

import dev.leadkit.condition.BoundedPattern;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.FieldTest.Bound;
import dev.leadkit.lead.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what is asked of one field, from the members beside its name. */
final class FieldTestReader<T> {

    private static final List<String> TESTS = List.of(
            "is", "in", "atLeast", "moreThan", "atMost", "lessThan", "contains", "startsWith", "matches", "present");
    private static final Set<String> LOW = Set.of("atLeast", "moreThan");
    private static final Set<String> HIGH = Set.of("atMost", "lessThan");

    private final Field<T> field;

    FieldTestReader(Field<T> field) {
        this.field = field;
    }

    /** The members that a test may have, beside some others. */
    static List<String> known(String... others) {
        List<String> known = new ArrayList<>(TESTS);
        known.addAll(List.of(others));
        return known;
    }

    Optional<FieldCondition<T>> read(JsonCursor json, String... others) {
        boolean strange = json.unknown(known(others));
        List<String> asked =
                TESTS.stream().filter(test -> !json.at(test).isMissing()).toList();
        if (asked.isEmpty() && (strange || !json.isObject())) {
            return Optional.empty();
        }
        if (!isOneTest(asked)) {
            json.fault(
                    "one test of " + field.name(),
                    asked.isEmpty()
                            ? "Add one of " + String.join(", ", TESTS) + "."
                            : "It has " + String.join(" and ", asked) + ".");
            return Optional.empty();
        }
        return test(json, asked).flatMap(test -> json.make(() -> new FieldCondition<>(field, test)));
    }

    /** A range may have a beginning and an end; everything else stands alone. */
    private static boolean isOneTest(List<String> asked) {
        boolean range = asked.size() == 2 && LOW.contains(asked.get(0)) && HIGH.contains(asked.get(1));
        return asked.size() == 1 || range;
    }

    private Optional<FieldTest> test(JsonCursor json, List<String> asked) {
        String name = asked.get(0);
        JsonCursor operand = json.at(name);
        return switch (name) {
            case "is" -> value(operand).flatMap(value -> operand.make(() -> new FieldTest.OneOf(List.of(value))));
            case "in" -> oneOf(operand);
            case "contains" -> text(operand).flatMap(part -> operand.make(() -> new FieldTest.Contains(part)));
            case "startsWith" -> text(operand).flatMap(start -> operand.make(() -> new FieldTest.Prefix(start)));
            case "matches" ->
                text(operand).flatMap(regex -> operand.make(() -> new FieldTest.Matches(BoundedPattern.of(regex))));
            case "present" -> operand.flag().map(yes -> yes ? new FieldTest.Present() : new FieldTest.Missing());
            default -> range(json, asked);
        };
    }

    private Optional<String> text(JsonCursor operand) {
        return fits(operand, field.type().isText(), "a text, e-mail address or phone number")
                ? operand.anyText()
                : Optional.empty();
    }

    private boolean fits(JsonCursor operand, boolean fits, String types) {
        if (!fits) {
            operand.fault("asked of " + types, field.name() + " is a " + field.type() + ".");
        }
        return fits;
    }

    private Optional<FieldTest> oneOf(JsonCursor operand) {
        List<JsonCursor> items = operand.items();
        List<Object> values = new ArrayList<>();
        items.forEach(item -> value(item).ifPresent(values::add));
        if (items.isEmpty() && operand.isList()) {
            operand.fault("a list of at least one value", "");
        }
        return values.isEmpty() ? Optional.empty() : operand.make(() -> new FieldTest.OneOf(values));
    }

    private Optional<FieldTest> range(JsonCursor json, List<String> asked) {
        Optional<Bound> low = bound(json, asked, LOW, "atLeast");
        Optional<Bound> high = bound(json, asked, HIGH, "atMost");
        return low.or(() -> high).flatMap(some -> json.make(() -> new FieldTest.Range(low, high)));
    }

    private Optional<Bound> bound(JsonCursor json, List<String> asked, Set<String> end, String inclusive) {
        return asked.stream()
                .filter(end::contains)
                .findFirst()
                .flatMap(name -> bound(json.at(name), name.equals(inclusive)));
    }

    private Optional<Bound> bound(JsonCursor operand, boolean inclusive) {
        return fits(operand, field.type().isOrdered(), "a number, date or instant")
                ? typed(operand)
                        .map(value -> new Bound((Comparable<?>) field.type().key(value), inclusive))
                : Optional.empty();
    }

    /** Text as its author wrote it; the test takes its key. */
    private Optional<Object> value(JsonCursor operand) {
        return typed(operand).map(value -> field.type().isText() ? field.type().format(value) : value);
    }

    private Optional<T> typed(JsonCursor operand) {
        Optional<String> text = operand.isNumber()
                ? operand.number().map(number -> number.toPlainString())
                : operand.isFlag() ? operand.flag().map(String::valueOf) : operand.anyText();
        Optional<T> value = text.flatMap(field.type()::parse);
        if (text.isPresent() && value.isEmpty()) {
            operand.fault("a " + field.type() + " like the field " + field.name(), "");
        }
        return value;
    }
}
