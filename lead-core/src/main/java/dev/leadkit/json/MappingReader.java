package dev.leadkit.json;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Converters;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Mapping.UnknownColumns;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a mapping. The mapping's own builder checks what the rules mean, and counts them; so that it finds its faults beside
 * those that are found here, and counts as the document does, a rule that cannot be read is replaced by one that has no
 * faults. The document is refused all the same.
 */
final class MappingReader {

    private static final String FAULTY = "faulty";

    private final JsonCursor json;
    private final Converters converters;

    MappingReader(JsonCursor json, Converters converters) {
        this.json = json;
        this.converters = converters;
    }

    Optional<MappingDocument> read() {
        json.only(
                "format",
                "system",
                "fields",
                "externalId",
                "occurredAt",
                "placeholders",
                "clearing",
                "unknownColumns",
                "ignored",
                "touch",
                "columns");
        json.at("format").oneOf(List.of(MappingJson.FORMAT));
        Optional<String> system = json.at("system").text();
        FieldCatalog catalog = CatalogJson.read(json.at("fields"));
        List<JsonCursor> columns = columns(json.at("columns"));
        Mapping.Builder rules =
                Mapping.builder(withFaulty(catalog, columns.size())).converters(converters);
        settings(rules);
        for (int i = 0; i < columns.size(); i++) {
            rules.columns(column(columns.get(i), i));
        }
        Optional<Mapping> mapping = json.make(rules::build);
        return system.isPresent()
                ? mapping.map(made -> new MappingDocument(system.get(), catalog, made))
                : Optional.empty();
    }

    private static List<JsonCursor> columns(JsonCursor json) {
        List<JsonCursor> columns = json.items();
        if (columns.size() > Mapping.MOST_RULES) {
            json.fault("a list of at most " + Mapping.MOST_RULES + " rules", "");
        }
        return columns.subList(0, Math.min(columns.size(), Mapping.MOST_RULES));
    }

    private static FieldCatalog withFaulty(FieldCatalog catalog, int count) {
        List<Field<?>> fields = new ArrayList<>(catalog.fields());
        fields.removeAll(FieldCatalog.standard().fields());
        for (int i = 0; i < count; i++) {
            if (catalog.find(FAULTY + i).isEmpty()) {
                fields.add(Field.text(FAULTY + i));
            }
        }
        return FieldCatalog.of(fields);
    }

    private void settings(Mapping.Builder rules) {
        externalId(json.at("externalId")).ifPresent(rules::externalId);
        JsonCursor occurredAt = json.at("occurredAt");
        if (!occurredAt.isMissing()) {
            occurredAt.only("column", "parameters");
            Map<String, List<String>> parameters = parameters(occurredAt.at("parameters"));
            occurredAt.at("column").text().ifPresent(column -> rules.occurredAt(column, parameters));
        }
        rules.placeholders(texts(json.at("placeholders")).toArray(String[]::new));
        rules.ignore(texts(json.at("ignored")).toArray(String[]::new));
        touch(json.at("touch"), rules);
        if (!json.at("clearing").isMissing()) {
            json.at("clearing").text().ifPresent(rules::clearing);
        }
        if (!json.at("unknownColumns").isMissing()) {
            Words.read(json.at("unknownColumns"), UnknownColumns.class).ifPresent(rules::unknownColumns);
        }
    }

    private static void touch(JsonCursor json, Mapping.Builder rules) {
        if (json.isFlag()) {
            json.flag().filter(wanted -> wanted).ifPresent(wanted -> rules.touch());
        } else if (!json.isMissing()) {
            Map<String, String> columns = new LinkedHashMap<>();
            json.members().forEach((name, column) -> column.text().ifPresent(text -> columns.put(name, text)));
            rules.touch(columns);
        }
    }

    private static Optional<String> externalId(JsonCursor json) {
        if (json.isMissing()) {
            json.fault(
                    "there", "Write {\"column\": \"...\"}, or {\"rowNumber\": true} if no column tells records apart.");
            return Optional.empty();
        }
        json.only("column", "rowNumber");
        boolean byRow =
                !json.at("rowNumber").isMissing() && json.at("rowNumber").flag().orElse(true);
        if (byRow && !json.at("column").isMissing()) {
            json.at("rowNumber").fault("left out where there is a column", "");
        }
        return byRow ? Optional.empty() : json.at("column").text();
    }

    private ColumnRule column(JsonCursor json, int index) {
        json.only("column", "field", "converter", "parameters", "placeholders", "values", "default", "required");
        String column = json.at("column").text().orElse(FAULTY + " " + index);
        Optional<String> field = json.at("field").text();
        Optional<String> converter = json.at("converter").isMissing()
                ? Optional.empty()
                : json.at("converter").text();
        Map<String, List<String>> parameters = parameters(json.at("parameters"));
        Map<String, String> values = new LinkedHashMap<>();
        if (!json.at("values").isMissing()) {
            json.at("values").members().forEach((from, to) -> scalar(to).ifPresent(text -> values.put(from, text)));
        }
        List<String> placeholders = texts(json.at("placeholders"));
        Optional<String> otherwise = json.at("default").isMissing() ? Optional.empty() : scalar(json.at("default"));
        boolean required =
                !json.at("required").isMissing() && json.at("required").flag().orElse(false);
        if (field.isEmpty()) {
            return ColumnRule.of(column, FAULTY + index);
        }
        return new ColumnRule(
                column,
                field.get(),
                converter,
                new TreeMap<>(parameters),
                new TreeMap<>(values),
                new TreeSet<>(placeholders),
                otherwise,
                required);
    }

    private static Map<String, List<String>> parameters(JsonCursor json) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!json.isMissing()) {
            json.members().forEach((name, value) -> {
                List<String> texts =
                        value.isList() ? texts(value) : scalar(value).stream().toList();
                parameters.put(name, texts);
            });
        }
        return parameters;
    }

    private static List<String> texts(JsonCursor json) {
        return json.itemsIfAny().stream().flatMap(item -> scalar(item).stream()).toList();
    }

    /** A text; a number or a flag stands for its own text, as a file would have it. */
    private static Optional<String> scalar(JsonCursor json) {
        if (json.isNumber()) {
            return json.number().map(number -> number.toPlainString());
        }
        return json.isFlag() ? json.flag().map(String::valueOf) : json.anyText();
    }
}
