package dev.leadkit.examples.quickstart;

import dev.leadkit.capture.Converters;
import dev.leadkit.capture.Mapping;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What decides: all three come from files.
 *
 * @param mapping how columns become fields
 * @param system the name of the system that the leads come from
 * @param model how leads are scored
 * @param plan how leads are routed
 * @param note what the preset's author says about them, for the report
 */
record Rules(Mapping mapping, String system, ScoringModel model, RoutingPlan plan, Optional<String> note) {

    /** Reads all three and tells the faults of all three; empty if there is any. */
    static Optional<Rules> read(Options options, Troubles troubles) {
        String preset = options.preset == null ? "sample" : options.preset;
        Optional<MappingDocument> mapping = troubles.reading(
                name(options.mapping, preset, "mapping"),
                () -> MappingJson.read(document(options.mapping, preset, "mapping"), Converters.standard()));
        FieldCatalog catalog = mapping.map(MappingDocument::catalog).orElseGet(FieldCatalog::standard);
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        Optional<ScoringModel> model = troubles.reading(
                name(options.model, preset, "model"),
                () -> ScoringModelJson.read(document(options.model, preset, "model"), catalog, RuleRegistry.EMPTY));
        Optional<RoutingPlan> plan = troubles.reading(
                name(options.plan, preset, "plan"),
                () -> RoutingPlanJson.read(document(options.plan, preset, "plan"), catalog, RoutingRegistry.EMPTY));
        return model.flatMap(scores -> plan.map(
                routes -> new Rules(mapping.get().mapping(), mapping.get().system(), scores, routes, note(options, preset))));
    }

    private static String name(@Nullable Path file, String preset, String kind) {
        return file == null ? "preset " + preset + ", " + kind + ".json" : file.toString();
    }

    private static JsonDocument document(@Nullable Path file, String preset, String kind) throws IOException {
        return file == null ? JsonDocument.of(resource(preset, kind + ".json")) : JsonDocument.of(file);
    }

    private static Optional<String> note(Options options, String preset) {
        try {
            return options.model == null ? Optional.of(resource(preset, "note.txt").strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String preset, String file) throws IOException {
        try (InputStream in = Rules.class.getResourceAsStream("/presets/" + preset + "/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no such preset. Known: sample, xeducation.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
