package dev.leadkit.scoring.json;

import dev.leadkit.json.JsonDocument;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.review.Population;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON form of what the leads of some time were like, version 1: written when a model is made, it tells later whether leads
 * have changed since.
 *
 * <pre>{@code
 * {"format": "leadkit.population/1", "model": {"name": "b2b", "version": "3", "hash": "9f86d0..."}, "leads": 5,
 *  "inputs": {
 *    "field country": [{"leads": 2}, {"value": "at", "leads": 3}],
 *    "interactions email.opened": [{"value": "0", "leads": 4}, {"value": "7", "leads": 1}],
 *    "score": [{"value": "-2.5", "leads": 5}], "grade": [{"leads": 5}]}}
 * }</pre>
 *
 * <p>An entry without {@code value} counts leads where it is missing. Each input of the model must be there, and the leads of each
 * must sum to {@code leads}. Values are texts: a number as {@code "12.5"}, a day as {@code "2026-11-22"}, a text of a field in small
 * letters, as it is written. Of personal data there is only {@code "true"}. Unknown members are faults; faults do not show values.
 */
public final class PopulationJson {

    /** What the member {@code format} must say. */
    public static final String FORMAT = "leadkit.population/1";

    private PopulationJson() {}

    /**
     * Reads a population, which can count on.
     *
     * @param document the JSON text, or a plain map
     * @param model the model that looked at the leads: exactly that version
     * @return the population
     * @throws dev.leadkit.fault.RefusedException if it is of another model or version, or anything else is wrong: every fault at
     *     once, each with its JSON path
     */
    public static Population read(JsonDocument document, ScoringModel model) {
        return document.as("population", json -> new PopulationReader(model).read(json));
    }

    /**
     * Writes a population.
     *
     * @param population the population
     * @return a tree that {@link #read} reads as one with the same counts, for {@link dev.leadkit.json.JsonText}
     */
    public static Map<String, Object> write(Population population) {
        Map<String, List<Object>> inputs = new LinkedHashMap<>();
        population.inputs().forEach(input -> inputs.put(input, new ArrayList<>()));
        population
                .counts()
                .forEach(count ->
                        Optional.ofNullable(inputs.get(count.input())).ifPresent(entries -> entries.add(write(count))));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("model", VersionJson.write(population.model()));
        tree.put("leads", BigDecimal.valueOf(population.leads()));
        tree.put("inputs", inputs);
        return tree;
    }

    private static Map<String, Object> write(Population.Count count) {
        Map<String, Object> tree = new LinkedHashMap<>();
        count.value().ifPresent(value -> tree.put("value", value));
        tree.put("leads", BigDecimal.valueOf(count.leads()));
        return tree;
    }
}
