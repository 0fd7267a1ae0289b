package dev.leadkit.json;

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

    private static final List<String> KINDS = List.of("all", "any", "not", "field", "interaction");

    private final FieldCatalog catalog;

    ConditionReader(FieldCatalog catalog) {
        this.catalog = catalog;
    }

    Optional<Condition> read(JsonCursor json) {
        return read(json, 0);
    }

    private Optional<Condition> read(JsonCursor json, int depth) {
        if (depth > Condition.DEEPEST) {
            json.fault("nested at most " + Condition.DEEPEST + " deep", "Split the condition.");
            return Optional.empty();
        }
        if (!json.isObject()) {
            json.fault("a condition", "Write an object such as {\"field\": \"country\", \"is\": \"DE\"}.");
            return Optional.empty();
        }
        List<String> kinds =
                KINDS.stream().filter(kind -> !json.at(kind).isMissing()).toList();
        if (kinds.size() != 1) {
            json.fault("one condition", kinds.isEmpty() ? noKind(json) : "It has " + String.join(" and ", kinds) + ".");
            return Optional.empty();
        }
        return read(json, kinds.get(0), depth);
    }

    private static String noKind(JsonCursor json) {
        return json.members().keySet().stream()
                .flatMap(name -> Suggestion.nearest(name, KINDS).stream()
                        .map(kind -> "Did you mean \"" + kind + "\" where it says " + Shown.quoted(name) + "?"))
                .findFirst()
                .orElse("It needs one of the members " + String.join(", ", KINDS) + ".");
    }

    private Optional<Condition> read(JsonCursor json, String kind, int depth) {
        return switch (kind) {
            case "all" -> parts(json.only("all").at("all"), depth, Condition.All::new);
            case "any" -> parts(json.only("any").at("any"), depth, Condition.Any::new);
            case "not" -> not(json.only("not").at("not"), depth);
            case "field" -> field(json);
            default -> new InteractionReader().read(json);
        };
    }

    private Optional<Condition> not(JsonCursor json, int depth) {
        return read(json, depth + 1).flatMap(part -> json.make(() -> new Condition.Not(part)));
    }

    private Optional<Condition> parts(JsonCursor json, int depth, Function<List<Condition>, Condition> joined) {
        List<Condition> parts = new ArrayList<>();
        json.items().forEach(item -> read(item, depth + 1).ifPresent(parts::add));
        return json.make(() -> joined.apply(parts));
    }

    private Optional<Condition> field(JsonCursor json) {
        Optional<String> name = json.at("field").text();
        Optional<Field<?>> field = name.flatMap(catalog::find);
        if (name.isPresent() && field.isEmpty()) {
            json.at("field").fault("a field of the catalog", Suggestion.of(name.get(), catalog.names()));
        }
        AgeReader age = new AgeReader(json);
        if (field.isEmpty()) {
            json.unknown(age.isAsked() ? age.known() : FieldTestReader.known("field"));
            return Optional.empty();
        }
        return age.isAsked() ? age.read(field.get()) : test(json, field.get());
    }

    private static Optional<Condition> test(JsonCursor json, Field<?> field) {
        return new FieldTestReader<>(field).read(json, AgeReader.beside(field)).map(Condition.class::cast);
    }

    static Optional<Duration> ifAny(JsonCursor json) {
        return json.isMissing() ? Optional.empty() : json.duration();
    }
}
