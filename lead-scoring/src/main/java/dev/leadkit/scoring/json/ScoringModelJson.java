package dev.leadkit.scoring.json;

import dev.leadkit.json.JsonDocument;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.Map;

/**
 * The JSON form of scoring models, version 1.
 *
 * <pre>{@code
 * {"format": "leadkit.scoring/1", "name": "b2b", "version": "3",
 *  "dimensions": [
 *    {"name": "fit", "cap": 60, "floor": -20, "rules": [
 *      {"id": "country", "when": {"field": "country", "in": ["DE", "AT"]}, "points": 10},
 *      {"id": "tenure", "custom": "tenure", "with": {"years": 3}}]},
 *    {"name": "engagement", "rules": [
 *      {"id": "opens", "description": "Reads our mails",
 *       "each": {"interaction": "email.opened", "direction": "inbound", "where": {"device": {"in": ["phone"]}}},
 *       "points": 2, "within": "P30D", "halfLife": "P7D", "most": 10, "cap": 20, "floor": 0}]}],
 *  "cap": 100, "floor": 0,
 *  "grades": [{"grade": "A", "atLeast": 80}, {"grade": "B", "atLeast": 50}]}
 * }</pre>
 *
 * <p>A rule has exactly one of {@code when} (a condition in the form of {@link dev.leadkit.json.ConditionJson}), {@code each}
 * (which interactions) and {@code custom} (a name of the registry). Points are numbers with at most three decimals. Only
 * {@code format}, {@code name}, {@code version}, {@code dimensions} with their {@code name} and {@code rules}, and of a rule
 * {@code id} and its {@code points} must be there. Unknown members are faults.
 */
public final class ScoringModelJson {

    /** What the member {@code format} must say. */
    public static final String FORMAT = ScoringModel.FORMAT;

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
     * Writes a model.
     *
     * @param model the model
     * @return a tree that {@link #read} reads as an equal model, for {@link dev.leadkit.json.JsonText}
     */
    public static Map<String, Object> write(ScoringModel model) {
        return model.content();
    }
}
