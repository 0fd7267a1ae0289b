package dev.leadkit.examples.quickstart.reading;

import dev.leadkit.capture.Converters;
import dev.leadkit.json.CatalogJson;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.MappingDocument;
import dev.leadkit.json.MappingJson;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.routing.json.RoutingPlanJson;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.scoring.json.ScoringModelJson;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Reads mapping, model and plan, and tells the faults of all three. */
final class RulesReader {

    private final Options options;
    private final Optional<String> preset;
    private final Troubles troubles;
    private Optional<MappingDocument> mapping = Optional.empty();
    private Optional<FieldCatalog> catalog = Optional.empty();

    RulesReader(Options options, Troubles troubles) {
        this.options = options;
        this.preset = options.presetInUse();
        this.troubles = troubles;
    }

    /** Makes something of a document, with the fields that the mapping declares. */
    private interface Shape<T> {
        T read(JsonDocument document, FieldCatalog fields);
    }

    /** Empty if the troubles say why not. */
    Optional<Rules> read() {
        mapping = document(options.mapping, "mapping").flatMap(this::mapping);
        Optional<ScoringModel> model = shaped(
                options.model,
                "model",
                (document, fields) -> ScoringModelJson.read(document, fields, RuleRegistry.EMPTY));
        Optional<RoutingPlan> plan = shaped(
                options.plan,
                "plan",
                (document, fields) -> RoutingPlanJson.read(document, fields, RoutingRegistry.EMPTY));
        Optional<String> note = options.model == null ? text("note.txt").map(String::strip) : Optional.empty();
        return mapping.flatMap(
                columns -> model.flatMap(scores -> plan.map(routes -> new Rules(columns, scores, routes, note))));
    }

    /** The mapping alone, which is all that the leads' header is checked against. */
    Optional<MappingDocument> mapping() {
        return mapping;
    }

    /** Even of a faulty mapping the fields are kept, so that the model and the plan can be checked with it. */
    private Optional<MappingDocument> mapping(JsonDocument document) {
        Optional<MappingDocument> read = troubles.using(
                name(options.mapping, "mapping"), () -> MappingJson.read(document, Converters.standard()));
        catalog = read.map(MappingDocument::catalog).or(() -> fields(document));
        return read;
    }

    /** What is wrong with the fields was told with the rest of the mapping. */
    private static Optional<FieldCatalog> fields(JsonDocument document) {
        AtomicReference<@Nullable FieldCatalog> found = new AtomicReference<>();
        new Troubles()
                .using(
                        "fields",
                        () -> document.as("fields", json -> {
                            found.set(CatalogJson.read(json.at("fields")));
                            return Optional.of(json);
                        }));
        return Optional.ofNullable(found.get());
    }

    private <T> Optional<T> shaped(@Nullable Path file, String kind, Shape<T> shape) {
        Optional<JsonDocument> document = document(file, kind);
        String name = name(file, kind);
        if (document.isPresent() && catalog.isEmpty()) {
            troubles.using(name, () -> document.get().as(kind, Optional::of));
            troubles.notChecked(name, "there is no mapping to say what fields there are");
            return Optional.empty();
        }
        return document.flatMap(found -> troubles.using(name, () -> shape.read(found, catalog.orElseThrow())));
    }

    private Optional<JsonDocument> document(@Nullable Path file, String kind) {
        return file == null
                ? text(kind + ".json").map(JsonDocument::of)
                : troubles.reading(file, () -> JsonDocument.of(file));
    }

    private Optional<String> text(String file) {
        return preset.flatMap(known -> troubles.using("preset " + known, () -> Presets.text(known, file)));
    }

    private String name(@Nullable Path file, String kind) {
        return file == null ? "preset " + preset.orElse("") + ", " + kind + ".json" : file.toString();
    }
}
