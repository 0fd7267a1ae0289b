package dev.leadkit.scoring.json;

import dev.leadkit.json.JsonCursor;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringModelBuilder;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one model. What cannot be read is a fault and gets a harmless stand-in, so that everything else keeps its place and
 * is checked, too.
 */
final class ScoringModelReader {

    private final RuleReader rules;

    ScoringModelReader(FieldCatalog catalog, RuleRegistry registry) {
        this.rules = new RuleReader(catalog, registry);
    }

    Optional<ScoringModel> read(JsonCursor json) {
        if (!json.isObject()) {
            json.fault("a scoring model", "Write an object with the member \"format\".");
            return Optional.empty();
        }
        json.only("format", "name", "version", "dimensions", "cap", "floor", "grades");
        json.at("format").oneOf(Set.of(ScoringModelJson.FORMAT));
        ScoringModelBuilder builder = ScoringModel.builder(name(json.at("name")), name(json.at("version")));
        dimensions(json.at("dimensions")).forEach(builder::dimension);
        builder.limits(NumberReader.limits(json));
        readBands(json.at("grades"), builder);
        return json.make(builder::build);
    }

    private static String name(JsonCursor json) {
        return json.text().orElse(json.path());
    }

    private List<Dimension> dimensions(JsonCursor json) {
        List<JsonCursor> items = json.items();
        return json.isList()
                ? items.stream().map(this::dimension).toList()
                : List.of(new Dimension(json.path(), List.of(RuleReader.standIn(json)), Limits.NONE));
    }

    private Dimension dimension(JsonCursor json) {
        json.only("name", "rules", "cap", "floor");
        JsonCursor list = json.at("rules");
        List<JsonCursor> items = list.items();
        List<ScoringRule> read =
                list.isList() ? items.stream().map(rules::read).toList() : List.of(RuleReader.standIn(list));
        return new Dimension(name(json.at("name")), read, NumberReader.limits(json));
    }

    /** A threshold that cannot be read gets one just below the band before, which cannot be out of order. */
    private static void readBands(JsonCursor json, ScoringModelBuilder builder) {
        long before = Points.of(ScoringModel.MOST_POINTS).units() + 1;
        for (JsonCursor band : json.itemsIfAny()) {
            band.only("grade", "atLeast");
            Points usual = new Points(before - 1);
            Points atLeast = NumberReader.points(band.at("atLeast")).orElse(usual);
            builder.band(name(band.at("grade")), atLeast);
            before = atLeast.units();
        }
    }
}
