package dev.leadkit.scoring.json;

import dev.leadkit.json.JsonDocument;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The JSON form of scoring models, version 1.
 *
 * <pre>{@code
 * {"$schema": "scoring-model.schema.json", "format": "leadkit.scoring/1", "name": "b2b", "version": "3",
 *  "author": "Grace", "note": "After the spring sale",
 *  "timeZone": {"field": "timeZone", "zone": "Europe/Berlin"},
 *  "dimensions": [
 *    {"name": "fit", "cap": 60, "floor": -20, "rules": [
 *      {"id": "country", "note": "lift 1.8", "when": {"field": "country", "in": ["DE", "AT"]}, "points": 10},
 *      {"id": "size", "number": "employees", "otherwise": 0, "bands": [
 *        {"lessThan": 50, "points": 5}, {"atLeast": 50, "lessThan": 500, "points": 10}]},
 *      {"id": "tenure", "custom": "tenure", "with": {"years": 3}}]},
 *    {"name": "engagement", "rules": [
 *      {"id": "opens", "description": "Reads our mails",
 *       "each": {"interaction": "email.opened", "direction": "inbound", "where": {"device": {"in": ["phone"]}}},
 *       "points": 2, "within": "P30D", "halfLife": "P7D", "most": 10, "cap": 20, "floor": 0},
 *      {"id": "visits", "each": {"interaction": "visit"}, "points": 1, "days": 7}],
 *     "groups": [{"id": "contact", "rules": ["opens", "visits"], "cap": 25}]}],
 *  "cap": 100, "floor": 0,
 *  "grades": [{"grade": "A", "atLeast": 80}, {"grade": "B", "atLeast": 50}],
 *  "disqualify": [{"id": "competitor", "when": {"field": "company", "is": "Rival"}, "total": 0, "grade": "X"}]}
 * }</pre>
 *
 * <p>A rule has exactly one of {@code when} (a condition in the form of {@link dev.leadkit.json.ConditionJson}), {@code
 * number} (points by bands), {@code each} (which interactions) and {@code custom} (a name of the registry). In place of
 * {@code grades} there may be a {@code matrix}: {@code {"rows": {"dimension": "fit", "grades": [...], "otherwise": "D"},
 * "columns": {...}}}. Points are numbers with at most three decimals. Only {@code format}, {@code name}, {@code version},
 * {@code dimensions} with their {@code name} and {@code rules}, and of a rule {@code id} and its {@code points} must be
 * there. Where there is a {@code hash}, it must be that of the content. Unknown members are faults.
 */
public final class ScoringModelJson {

    /** What the member {@code format} must say. */
    public static final String FORMAT = ScoringModel.FORMAT;

    private static final String SCHEMA = "scoring-model.schema.json";

    private ScoringModelJson() {}

    /**
     * Reads a model.
     *
     * @param document the JSON text, or a plain map
     * @param catalog the fields that conditions may name
     * @param registry the custom rules that the model may name
     * @return the model
     * @throws dev.leadkit.fault.RefusedException if anything is wrong with the text, its shape or the model: every fault at once, each with
     *     its JSON path
     */
    public static ScoringModel read(JsonDocument document, FieldCatalog catalog, RuleRegistry registry) {
        return document.as("scoring model", new ScoringModelReader(catalog, registry)::read);
    }

    /**
     * The JSON Schema of models, draft 2020-12, for editors and checks; {@code $schema} of a model may name it. What it
     * cannot say, such as that identifiers are unique or that bands do not overlap, {@link #read} checks.
     *
     * @return the schema as JSON text
     */
    public static String schema() {
        try (InputStream bytes = ScoringModelJson.class.getResourceAsStream(SCHEMA)) {
            if (bytes == null) {
                throw new IllegalStateException(SCHEMA + " must be beside the classes, was missing");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a model.
     *
     * @param model the model
     * @return a tree that {@link #read} reads as an equal model, for {@link dev.leadkit.json.JsonText}
     */
    public static Map<String, Object> write(ScoringModel model) {
        return model.content();
    }
}
