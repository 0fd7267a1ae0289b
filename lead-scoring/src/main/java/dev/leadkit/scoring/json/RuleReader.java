package dev.leadkit.scoring.json;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Conditions;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.json.ConditionJson;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.Fading;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.NumberBand;
import dev.leadkit.scoring.model.NumberBands;
import dev.leadkit.scoring.model.NumberRule;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringRule;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads rules. */
final class RuleReader {

    private static final int MOST_DAYS = 36_525;
    private static final List<String> KINDS = List.of("when", "number", "each", "custom");

    private final FieldCatalog catalog;
    private final RuleRegistry registry;

    RuleReader(FieldCatalog catalog, RuleRegistry registry) {
        this.catalog = catalog;
        this.registry = registry;
    }

    /** A rule that nothing is wrong with, in the place of one that could not be read. */
    static ScoringRule standIn(JsonCursor json) {
        String id = json.at("id").isText() ? json.at("id").text().orElse(json.path()) : json.path();
        return new ConditionRule(id, "", Conditions.always(), Points.ZERO);
    }

    ScoringRule read(JsonCursor json) {
        List<String> kinds =
                KINDS.stream().filter(kind -> !json.at(kind).isMissing()).toList();
        if (kinds.size() != 1) {
            json.fault(
                    "a rule with one of the members when, number, each, custom",
                    "It has " + kinds.size() + " of them.");
            return standIn(json);
        }
        String id = json.at("id").text().orElse(json.path());
        String description = textIfAny(json.at("description"));
        return read(json, kinds.get(0), id, description).withNote(textIfAny(json.at("note")));
    }

    private ScoringRule read(JsonCursor json, String kind, String id, String description) {
        return switch (kind) {
            case "when" -> condition(json, id, description);
            case "number" -> number(json, id, description);
            case "each" -> each(json, id, description);
            default -> custom(json, id, description);
        };
    }

    static String textIfAny(JsonCursor json) {
        return json.isMissing() ? "" : json.text().orElse("");
    }

    private ScoringRule condition(JsonCursor json, String id, String description) {
        json.only("id", "description", "note", "when", "points");
        Condition when = ConditionJson.read(json.at("when"), catalog).orElse(Conditions.always());
        return new ConditionRule(id, description, when, points(json));
    }

    /** A number whose field is not known is read on, so that what is wrong with its bands is told, too. */
    private ScoringRule number(JsonCursor json, String id, String description) {
        json.only("id", "description", "note", "number", "bands", "otherwise");
        Field<BigDecimal> field = numberField(json.at("number")).orElseGet(() -> Field.number("unknown"));
        List<NumberBand> bands = new ArrayList<>();
        json.at("bands").items().forEach(band -> NumberReader.band(band).ifPresent(bands::add));
        JsonCursor otherwise = json.at("otherwise");
        Points gap = otherwise.isMissing()
                ? Points.ZERO
                : NumberReader.points(otherwise).orElse(Points.ZERO);
        return new NumberRule(id, description, field, new NumberBands(bands, gap), "");
    }

    @SuppressWarnings("unchecked") // the type of the field was looked at
    private Optional<Field<BigDecimal>> numberField(JsonCursor json) {
        Optional<String> name = json.text();
        Optional<Field<?>> field = name.flatMap(catalog::find);
        if (name.isPresent() && field.isEmpty()) {
            json.fault("a field of the catalog", Suggestion.of(name.get(), catalog.names()));
        } else if (field.isPresent() && field.get().type() != FieldType.NUMBER) {
            json.fault(
                    "a field of the type number",
                    "It is of the type " + field.get().type() + ".");
            return Optional.empty();
        }
        return field.map(found -> (Field<BigDecimal>) found);
    }

    private static Points points(JsonCursor json) {
        return NumberReader.points(json.at("points")).orElse(Points.ZERO);
    }

    private static ScoringRule each(JsonCursor json, String id, String description) {
        json.only("id", "description", "note", "each", "points", "within", "days", "halfLife", "most", "cap", "floor");
        JsonCursor which = json.at("each").only("interaction", "direction", "where");
        InteractionFilter filter = ConditionJson.readFilter(which);
        JsonCursor days = json.at("days");
        OptionalInt calendar = days.isMissing() ? OptionalInt.empty() : days.integer(1, MOST_DAYS);
        Fading fading = new Fading(span(json.at("within")), span(json.at("halfLife")), calendar);
        JsonCursor most = json.at("most");
        OptionalInt newest = most.isMissing() ? OptionalInt.empty() : most.integer(1, LeadHistory.MOST_EVENTS);
        return new InteractionRule(
                id, description, filter, new Worth(points(json), fading, newest, NumberReader.limits(json)));
    }

    private static Optional<Duration> span(JsonCursor json) {
        return json.isMissing() ? Optional.empty() : json.duration();
    }

    private ScoringRule custom(JsonCursor json, String id, String description) {
        json.only("id", "description", "note", "custom", "with");
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
        return json.isFlag()
                ? json.flag().map(Object.class::cast)
                : json.anyText().map(Object.class::cast);
    }
}
