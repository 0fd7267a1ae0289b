package dev.leadkit.json;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Converters;
import dev.leadkit.capture.Mapping;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The JSON form of mappings, with the custom fields that they fill.
 *
 * <pre>{@code
 * {"format": "leadkit.mapping/1", "system": "crm",
 *  "fields": {"employees": {"type": "number"}},
 *  "externalId": {"column": "Prospect ID"},                  (or {"rowNumber": true})
 *  "occurredAt": {"column": "Created", "parameters": {"patterns": "dd.MM.uuuu", "zone": "Europe/Berlin"}},
 *  "placeholders": ["Select", "-"], "clearing": "<clear>", "unknownColumns": "refuse",
 *  "ignored": ["Notes"],
 *  "touch": {"utm_source": "utm_source", "gclid": "gclid"},  (or true: all known parameters, by their own names)
 *  "columns": [
 *    {"column": "Country", "field": "country", "converter": "country"},
 *    {"column": "Staff", "field": "employees", "parameters": {"grouping": "."}, "placeholders": ["many"]},
 *    {"column": "Source", "field": "source", "values": {"google": "Google"}, "default": "Web", "required": true}]}
 * }</pre>
 *
 * <p>Left out, {@code occurredAt}, {@code clearing} and all lists and maps are empty, {@code unknownColumns} is {@code
 * warn}, {@code converter} is the one of the field's type, {@code required} is false. The external id must be chosen: by
 * row numbers, the same record in another file is another lead.
 */
public final class MappingJson {

    static final String FORMAT = "leadkit.mapping/1";

    private MappingJson() {}

    /**
     * Reads a mapping document.
     *
     * @param document the document
     * @param converters the converters that it may name
     * @return the mapping with its fields
     * @throws dev.leadkit.fault.RefusedException if anything is wrong: every fault at once, each with its JSON path
     */
    public static MappingDocument read(JsonDocument document, Converters converters) {
        return document.as("mapping", json -> new MappingReader(json, converters).read());
    }

    /**
     * Writes a mapping document.
     *
     * @param document the mapping with its fields
     * @return a tree for {@link JsonText}, which {@link #read} reads as an equal mapping; says only what differs from what
     *     holds when left out
     */
    public static Map<String, Object> write(MappingDocument document) {
        Mapping mapping = document.mapping();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("system", document.system());
        putIfAny(tree, "fields", CatalogJson.write(custom(document.catalog())));
        tree.put(
                "externalId",
                mapping.externalId()
                        .<Map<String, Object>>map(column -> Map.of("column", column))
                        .orElse(Map.of("rowNumber", true)));
        mapping.occurredAt().ifPresent(column -> {
            Map<String, Object> occurredAt = new LinkedHashMap<>();
            occurredAt.put("column", column);
            putIfAny(occurredAt, "parameters", parameters(mapping.occurredAtParameters()));
            tree.put("occurredAt", occurredAt);
        });
        putIfAny(tree, "placeholders", mapping.placeholders());
        mapping.clearing().ifPresent(token -> tree.put("clearing", token));
        tree.put("unknownColumns", Words.of(mapping.unknownColumns()));
        putIfAny(tree, "ignored", mapping.ignored());
        putIfAny(tree, "touch", mapping.touch());
        tree.put("columns", mapping.columns().stream().map(MappingJson::write).toList());
        return tree;
    }

    private static List<Field<?>> custom(FieldCatalog catalog) {
        Collection<String> standard = FieldCatalog.standard().names();
        return catalog.fields().stream()
                .filter(field -> !standard.contains(field.name()))
                .toList();
    }

    private static Map<String, Object> write(ColumnRule rule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("column", rule.column());
        tree.put("field", rule.field());
        rule.converter().ifPresent(name -> tree.put("converter", name));
        putIfAny(tree, "parameters", parameters(rule.parameters()));
        putIfAny(tree, "placeholders", rule.placeholders());
        putIfAny(tree, "values", rule.values());
        rule.otherwise().ifPresent(text -> tree.put("default", text));
        if (rule.required()) {
            tree.put("required", true);
        }
        return tree;
    }

    /** One text stands for a list of one. */
    private static Map<String, Object> parameters(SortedMap<String, List<String>> parameters) {
        Map<String, Object> tree = new LinkedHashMap<>();
        parameters.forEach((name, texts) -> tree.put(name, texts.size() == 1 ? texts.get(0) : texts));
        return tree;
    }

    private static void putIfAny(Map<String, Object> tree, String name, Collection<?> items) {
        if (!items.isEmpty()) {
            tree.put(name, List.copyOf(items));
        }
    }

    private static void putIfAny(Map<String, Object> tree, String name, Map<String, ?> members) {
        if (!members.isEmpty()) {
            tree.put(name, members);
        }
    }
}
