package dev.leadkit.json;

import dev.leadkit.condition.BoundedPattern;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.FieldTest.Bound;
import dev.leadkit.lead.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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

    Optional<FieldCondition<T>> read(JsonCursor json, String... others) {
        List<String> known = new ArrayList<>(TESTS);
        known.addAll(List.of(others));
        json.only(known.toArray(String[]::new));
        List<String> asked =
                TESTS.stream().filter(test -> !json.at(test).isMissing()).toList();
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
            case "is" -> key(operand).map(key -> new FieldTest.OneOf(Set.of(key)));
            case "in" -> oneOf(operand);
            case "contains" -> operand.anyText().flatMap(part -> operand.make(() -> new FieldTest.Contains(part)));
            case "startsWith" -> operand.anyText().flatMap(start -> operand.make(() -> new FieldTest.Prefix(start)));
            case "matches" ->
                operand.anyText().flatMap(regex -> operand.make(() -> new FieldTest.Matches(BoundedPattern.of(regex))));
            case "present" -> operand.flag().map(yes -> yes ? new FieldTest.Present() : new FieldTest.Missing());
            default -> range(json, asked);
        };
    }

    private Optional<FieldTest> oneOf(JsonCursor operand) {
        Set<Object> keys = new LinkedHashSet<>();
        List<JsonCursor> items = operand.items();
        items.forEach(item -> key(item).ifPresent(keys::add));
        if (items.isEmpty() && operand.isList()) {
            operand.fault("a list of at least one value", "");
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(new FieldTest.OneOf(keys));
    }

    private Optional<FieldTest> range(JsonCursor json, List<String> asked) {
        Optional<Bound> low = bound(json, asked, LOW, "atLeast");
        Optional<Bound> high = bound(json, asked, HIGH, "atMost");
        return low.or(() -> high).map(some -> new FieldTest.Range(low, high));
    }

    private Optional<Bound> bound(JsonCursor json, List<String> asked, Set<String> end, String inclusive) {
        return asked.stream()
                .filter(end::contains)
                .findFirst()
                .flatMap(name -> bound(json.at(name), name.equals(inclusive)));
    }

    private Optional<Bound> bound(JsonCursor operand, boolean inclusive) {
        if (!field.type().isOrdered()) {
            operand.fault("asked of a number, date or instant", field.name() + " is a " + field.type() + ".");
            return Optional.empty();
        }
        return key(operand).map(key -> new Bound((Comparable<?>) key, inclusive));
    }

    private Optional<Object> key(JsonCursor operand) {
        Optional<String> text = operand.isNumber()
                ? operand.number().map(number -> number.toPlainString())
                : operand.isFlag() ? operand.flag().map(String::valueOf) : operand.anyText();
        Optional<Object> key = text.flatMap(field.type()::parse).map(field.type()::key);
        if (text.isPresent() && key.isEmpty()) {
            operand.fault("a " + field.type() + " like the field " + field.name(), "");
        }
        return key;
    }
}
