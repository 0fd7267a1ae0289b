package dev.leadkit.json;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.event.Direction;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Reads conditions about interactions, and which interactions are meant. */
final class InteractionReader {

    static final String ANY = "*";

    Optional<Condition> read(JsonCursor json) {
        json.only("interaction", "direction", "where", "within", "atLeast", "atMost");
        InteractionFilter filter = filter(json);
        Optional<Duration> within = ConditionReader.ifAny(json.at("within"));
        boolean bounded = !json.at("atMost").isMissing();
        OptionalInt least = json.at("atLeast").isMissing()
                ? OptionalInt.of(bounded ? 0 : 1)
                : json.at("atLeast").integer(bounded ? 0 : 1, Integer.MAX_VALUE);
        OptionalInt most =
                bounded ? json.at("atMost").integer(least.orElse(0), Integer.MAX_VALUE) : OptionalInt.empty();
        return least.isPresent() && most.isPresent() == bounded
                ? json.make(() -> new InteractionCondition(filter, within, least.getAsInt(), most))
                : Optional.empty();
    }

    InteractionFilter filter(JsonCursor json) {
        List<FieldCondition<?>> properties = new ArrayList<>();
        JsonCursor where = json.at("where");
        if (where.isList()) {
            where.items().forEach(some -> properties(some, properties));
        } else if (!where.isMissing()) {
            properties(where, properties);
        }
        Optional<Direction> direction =
                json.at("direction").isMissing() ? Optional.empty() : Words.read(json.at("direction"), Direction.class);
        return new InteractionFilter(types(json.at("interaction")), direction, properties);
    }

    private static void properties(JsonCursor where, List<FieldCondition<?>> into) {
        where.members().forEach((name, test) -> property(name, test).ifPresent(into::add));
    }

    private static Set<String> types(JsonCursor json) {
        Set<String> types = new TreeSet<>();
        if (json.isList()) {
            json.items().forEach(item -> item.text().ifPresent(types::add));
            if (json.items().isEmpty()) {
                json.fault("at least one type", "Write \"*\" for any.");
            }
        } else if (json.isText()) {
            json.text().ifPresent(types::add);
        } else {
            json.fault("the type of interactions, or a list of types", "Write \"*\" for any.");
        }
        if (types.contains(ANY) && types.size() > 1) {
            json.fault("types or \"*\", not both", "");
        }
        return types.contains(ANY) ? Set.of() : types;
    }

    private static Optional<FieldCondition<?>> property(String name, JsonCursor test) {
        if (!Field.isName(name)) {
            test.fault("the test of a property", "A property's name is a letter and letters, digits, '_', '-' or '.'.");
            return Optional.empty();
        }
        return type(test)
                .flatMap(type -> new FieldTestReader<>(new Field<>(name, type, false))
                        .read(test, "type")
                        .map(found -> found));
    }

    private static Optional<FieldType<?>> type(JsonCursor test) {
        if (test.at("type").isMissing()) {
            return Optional.of(impliedType(test));
        }
        return test.at("type")
                .oneOf(FieldType.all().stream().map(FieldType::name).toList())
                .flatMap(FieldType::named);
    }

    /** The type that the operands of a test have: they are numbers, flags or texts; any other type must be named. */
    static FieldType<?> impliedType(JsonCursor test) {
        List<JsonCursor> operands = new ArrayList<>();
        for (String name : List.of("is", "atLeast", "moreThan", "atMost", "lessThan")) {
            operands.add(test.at(name));
        }
        operands.addAll(test.at("in").isList() ? test.at("in").items() : List.of());
        operands.removeIf(JsonCursor::isMissing);
        if (!operands.isEmpty() && operands.stream().allMatch(JsonCursor::isNumber)) {
            return FieldType.NUMBER;
        }
        if (!operands.isEmpty() && operands.stream().allMatch(JsonCursor::isFlag)) {
            return FieldType.FLAG;
        }
        return FieldType.TEXT;
    }
}
