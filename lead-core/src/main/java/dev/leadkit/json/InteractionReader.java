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
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Reads conditions about interactions, and which interactions are meant. */
final class InteractionReader {

    private static final int MOST = 1_000_000;

    Optional<Condition> read(JsonCursor json) {
        json.only("interaction", "direction", "where", "within", "atLeast", "atMost");
        InteractionFilter filter = filter(json);
        Optional<Duration> within = ConditionReader.ifAny(json.at("within"));
        OptionalInt most = json.at("atMost").isMissing()
                ? OptionalInt.empty()
                : json.at("atMost").integer(0, MOST);
        int usual = json.at("atMost").isMissing() ? 1 : 0;
        int least = json.at("atLeast").isMissing()
                ? usual
                : json.at("atLeast").integer(0, MOST).orElse(1);
        return json.make(() -> new InteractionCondition(filter, within, least, most));
    }

    InteractionFilter filter(JsonCursor json) {
        List<FieldCondition<?>> properties = new ArrayList<>();
        if (!json.at("where").isMissing()) {
            json.at("where")
                    .members()
                    .forEach((name, test) -> property(name, test).ifPresent(properties::add));
        }
        return new InteractionFilter(types(json.at("interaction")), direction(json.at("direction")), properties);
    }

    private static Set<String> types(JsonCursor json) {
        Set<String> types = new TreeSet<>();
        if (json.isText()) {
            json.text().ifPresent(types::add);
        } else {
            json.items().forEach(item -> item.text().ifPresent(types::add));
        }
        return types.equals(Set.of("*")) ? Set.of() : types;
    }

    private static Optional<Direction> direction(JsonCursor json) {
        return json.isMissing()
                ? Optional.empty()
                : json.oneOf(Set.of("inbound", "outbound")).map(way -> Direction.valueOf(way.toUpperCase(Locale.ROOT)));
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
            return Optional.of(FieldType.TEXT);
        }
        return test.at("type")
                .oneOf(FieldType.all().stream().map(FieldType::name).toList())
                .flatMap(FieldType::named);
    }
}
