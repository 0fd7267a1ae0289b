package dev.leadkit.scoring.json;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Conditions;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.json.ConditionJson;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.Fading;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringRule;
import dev.leadkit.scoring.model.Worth;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads rules. */
final class RuleReader {

    private static final List<String> KINDS = List.of("when", "each", "custom");

    private final FieldCatalog catalog;
    private final RuleRegistry registry;

    RuleReader(FieldCatalog catalog, RuleRegistry registry) {
        this.catalog = catalog;
        this.registry = registry;
    }

    /** A rule that nothing is wrong with, in the place of one that could not be read. */
    static ScoringRule standIn(JsonCursor json) {
        return new ConditionRule(json.path(), "", Conditions.always(), Points.ZERO);
    }

    ScoringRule read(JsonCursor json) {
        List<String> kinds =
                KINDS.stream().filter(kind -> !json.at(kind).isMissing()).toList();
        if (kinds.size() != 1) {
            json.fault("a rule with one of the members when, each, custom", "It has " + kinds.size() + " of them.");
            return standIn(json);
        }
        String id = json.at("id").text().orElse(json.path());
        String description = json.at("description").isMissing()
                ? ""
                : json.at("description").text().orElse("");
        return switch (kinds.get(0)) {
            case "when" -> condition(json, id, description);
            case "each" -> each(json, id, description);
            default -> custom(json, id, description);
        };
    }

    private ScoringRule condition(JsonCursor json, String id, String description) {
        json.only("id", "description", "when", "points");
        Condition when = ConditionJson.read(json.at("when"), catalog).orElse(Conditions.always());
        return new ConditionRule(id, description, when, points(json));
    }

    private static Points points(JsonCursor json) {
        return NumberReader.points(json.at("points")).orElse(Points.ZERO);
    }

    private static ScoringRule each(JsonCursor json, String id, String description) {
        json.only("id", "description", "each", "points", "within", "halfLife", "most", "cap", "floor");
        JsonCursor which = json.at("each").only("interaction", "direction", "where");
        InteractionFilter filter = ConditionJson.readFilter(which);
        Fading fading = new Fading(span(json.at("within")), span(json.at("halfLife")));
        JsonCursor most = json.at("most");
        OptionalInt newest = most.isMissing() ? OptionalInt.empty() : most.integer(1, LeadHistory.MOST_EVENTS);
        return new InteractionRule(
                id, description, filter, new Worth(points(json), fading, newest, NumberReader.limits(json)));
    }

    private static Optional<Duration> span(JsonCursor json) {
        return json.isMissing() ? Optional.empty() : json.duration();
    }

    private ScoringRule custom(JsonCursor json, String id, String description) {
        json.only("id", "description", "custom", "with");
        Optional<String> name = json.at("custom").oneOf(registry.names());
        Map<String, Object> with = json.at("with").isMissing() ? Map.of() : members(json.at("with"));
        name.ifPresent(known -> json.at("with").make(() -> registry.make(known, with)));
        return new CustomRule(id, description, name.orElse(json.path()), with);
    }

    private static Map<String, Object> members(JsonCursor json) {
        Map<String, Object> members = new LinkedHashMap<>();
        json.members().forEach((name, member) -> {
            if (!member.isMissing()) {
                value(member).ifPresent(value -> members.put(name, value));
            }
        });
        return members;
    }

    private static Optional<Object> value(JsonCursor json) {
        if (json.isObject()) {
            return Optional.of(members(json));
        }
        if (json.isList()) {
            return Optional.of(json.items().stream()
                    .map(RuleReader::value)
                    .flatMap(Optional::stream)
                    .toList());
        }
        if (json.isNumber()) {
            return json.number().map(Object.class::cast);
        }
        return json.isFlag() ? json.flag().map(Object.class::cast) : json.anyText().map(Object.class::cast);
    }
}
