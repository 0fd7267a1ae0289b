package dev.leadkit.json;

import dev.leadkit.condition.AgeCondition;
import dev.leadkit.condition.Condition;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads conditions, typed against a catalog. */
final class ConditionReader {

    private static final int DEEPEST = 50;

    private final FieldCatalog catalog;

    ConditionReader(FieldCatalog catalog) {
        this.catalog = catalog;
    }

    Optional<Condition> read(JsonCursor json) {
        return read(json, 0);
    }

    private Optional<Condition> read(JsonCursor json, int depth) {
        if (depth > DEEPEST) {
            json.fault("nested at most " + DEEPEST + " deep", "Split the condition.");
            return Optional.empty();
        }
        if (!json.isObject()) {
            json.fault("a condition", "Write an object such as {\"field\": \"country\", \"is\": \"DE\"}.");
            return Optional.empty();
        }
        if (!json.at("all").isMissing()) {
            return parts(json.only("all").at("all"), depth, Condition.All::new);
        }
        if (!json.at("any").isMissing()) {
            return parts(json.only("any").at("any"), depth, Condition.Any::new);
        }
        if (!json.at("not").isMissing()) {
            return read(json.only("not").at("not"), depth + 1).map(Condition.Not::new);
        }
        return leaf(json);
    }

    private Optional<Condition> leaf(JsonCursor json) {
        if (!json.at("interaction").isMissing()) {
            return new InteractionReader().read(json);
        }
        if (!json.at("field").isMissing()) {
            return field(json.at("field")).flatMap(field -> test(json, field));
        }
        json.fault("a condition", "It needs one of the members all, any, not, field, interaction.");
        return Optional.empty();
    }

    private Optional<Condition> parts(JsonCursor json, int depth, Function<List<Condition>, Condition> joined) {
        List<Condition> parts = new ArrayList<>();
        json.items().forEach(item -> read(item, depth + 1).ifPresent(parts::add));
        return Optional.of(joined.apply(parts));
    }

    private Optional<Field<?>> field(JsonCursor json) {
        Optional<String> name = json.text();
        Optional<Field<?>> field = name.flatMap(catalog::find);
        if (name.isPresent() && field.isEmpty()) {
            json.fault("a field of the catalog", Suggestion.of(name.get(), catalog.names()));
        }
        return field;
    }

    private static Optional<Condition> test(JsonCursor json, Field<?> field) {
        boolean age =
                !json.at("atLeastAgo").isMissing() || !json.at("atMostAgo").isMissing();
        return age
                ? age(json, field)
                : new FieldTestReader<>(field).read(json, "field").map(Condition.class::cast);
    }

    private static Optional<Condition> age(JsonCursor json, Field<?> field) {
        json.only("field", "atLeastAgo", "atMostAgo");
        Optional<Duration> least = ifAny(json.at("atLeastAgo"));
        Optional<Duration> most = ifAny(json.at("atMostAgo"));
        return least.or(() -> most).flatMap(some -> json.make(() -> new AgeCondition(field, least, most)));
    }

    static Optional<Duration> ifAny(JsonCursor json) {
        return json.isMissing() ? Optional.empty() : json.duration();
    }
}
