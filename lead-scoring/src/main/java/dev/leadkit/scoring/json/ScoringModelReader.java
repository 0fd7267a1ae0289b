package dev.leadkit.scoring.json;

import dev.leadkit.condition.LeadZone;
import dev.leadkit.fault.Suggestion;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.RuleGroup;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringModelBuilder;
import dev.leadkit.scoring.model.ScoringRule;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one model. What cannot be read is a fault and gets a harmless stand-in, so that everything else keeps its place and
 * is checked, too.
 */
final class ScoringModelReader {

    private final FieldCatalog catalog;
    private final RuleReader rules;

    ScoringModelReader(FieldCatalog catalog, RuleRegistry registry) {
        this.catalog = catalog;
        this.rules = new RuleReader(catalog, registry);
    }

    Optional<ScoringModel> read(JsonCursor json) {
        if (!json.isObject()) {
            json.fault("a scoring model", "Write an object with the member \"format\".");
            return Optional.empty();
        }
        json.only(
                "$schema",
                "format",
                "name",
                "version",
                "author",
                "note",
                "hash",
                "timeZone",
                "dimensions",
                "cap",
                "floor",
                "grades",
                "matrix",
                "disqualify");
        json.at("format").oneOf(Set.of(ScoringModelJson.FORMAT));
        RuleReader.textIfAny(json.at("$schema"));
        RuleReader.textIfAny(json.at("hash"));
        ScoringModelBuilder builder = ScoringModel.builder(name(json.at("name")), name(json.at("version")))
                .author(RuleReader.textIfAny(json.at("author")))
                .note(RuleReader.textIfAny(json.at("note")))
                .zone(zone(json.at("timeZone")));
        dimensions(json.at("dimensions")).forEach(builder::dimension);
        builder.limits(NumberReader.limits(json));
        for (Band band : GradingReader.bands(json.at("grades"))) {
            builder.band(band.grade().name(), band.atLeast());
        }
        GradingReader.matrix(json.at("matrix")).ifPresent(builder::matrix);
        json.at("disqualify")
                .itemsIfAny()
                .forEach(each -> builder.disqualify(GradingReader.disqualifier(each, catalog)));
        Optional<ScoringModel> model = json.make(builder::build);
        model.ifPresent(read -> checkHash(json.at("hash"), read));
        return model;
    }

    /** A file that was changed after its hash was written is not the model that the hash names. */
    private static void checkHash(JsonCursor json, ScoringModel model) {
        if (!json.isMissing() && json.text().filter(model.ref().hash()::equals).isEmpty()) {
            json.fault("the hash of the content, " + model.ref().hash(), "After editing, leave it out.");
        }
    }

    private static String name(JsonCursor json) {
        return json.text().orElse(json.path());
    }

    private LeadZone zone(JsonCursor json) {
        if (json.isMissing()) {
            return LeadZone.UTC;
        }
        json.only("field", "zone");
        JsonCursor zone = json.at("zone");
        ZoneId declared = zone.isMissing()
                ? ZoneOffset.UTC
                : zone.text().flatMap(name -> zone.make(() -> ZoneId.of(name))).orElse(ZoneOffset.UTC);
        return new LeadZone(json.at("field").isMissing() ? Optional.empty() : zoneField(json.at("field")), declared);
    }

    @SuppressWarnings("unchecked") // the type of the field was looked at
    private Optional<Field<String>> zoneField(JsonCursor json) {
        Optional<String> name = json.text();
        Optional<Field<?>> field = name.flatMap(catalog::find);
        if (name.isPresent()
                && field.filter(found -> found.type() == FieldType.TEXT).isEmpty()) {
            json.fault("a text field of the catalog", Suggestion.of(name.get(), catalog.names()));
            return Optional.empty();
        }
        return field.map(found -> (Field<String>) found);
    }

    private List<Dimension> dimensions(JsonCursor json) {
        List<JsonCursor> items = json.items();
        return json.isList()
                ? items.stream().map(this::dimension).toList()
                : List.of(new Dimension(json.path(), List.of(RuleReader.standIn(json)), Limits.NONE));
    }

    private Dimension dimension(JsonCursor json) {
        json.only("name", "rules", "groups", "cap", "floor");
        JsonCursor list = json.at("rules");
        List<JsonCursor> items = list.items();
        List<ScoringRule> read =
                list.isList() ? items.stream().map(rules::read).toList() : List.of(RuleReader.standIn(list));
        List<RuleGroup> groups = json.at("groups").itemsIfAny().stream()
                .map(ScoringModelReader::group)
                .toList();
        return new Dimension(name(json.at("name")), read, groups, NumberReader.limits(json));
    }

    private static RuleGroup group(JsonCursor json) {
        json.only("id", "note", "rules", "cap", "floor");
        List<String> members = json.at("rules").items().stream()
                .flatMap(rule -> rule.text().stream())
                .toList();
        return new RuleGroup(
                name(json.at("id")), members, NumberReader.limits(json), RuleReader.textIfAny(json.at("note")));
    }
}
