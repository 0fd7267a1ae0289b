package dev.leadkit.json;

import dev.leadkit.fault.Suggestion;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValues;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The JSON form of field values: numbers and flags as such, everything else in the text form of its type. */
final class ValuesJson {

    private ValuesJson() {}

    static Map<String, Object> write(FieldValues values) {
        Map<String, Object> tree = new LinkedHashMap<>();
        values.fields().forEach(field -> tree.put(field.name(), value(values, field)));
        return tree;
    }

    static <T> Object value(FieldValues values, Field<T> field) {
        T value = values.get(field).orElseThrow();
        return value instanceof BigDecimal || value instanceof Boolean
                ? value
                : field.type().format(value);
    }

    /** Reads values into a builder; the catalog knows their types. */
    static void read(JsonCursor json, FieldCatalog catalog, FieldValues.Builder into) {
        json.members().forEach((name, value) -> {
            Optional<Field<?>> field = catalog.find(name);
            if (field.isPresent()) {
                set(field.get(), value, into);
            } else {
                String hint = Suggestion.nearest(name, catalog.names())
                        .map(near -> "Did you mean \"" + near + "\"?")
                        .orElse("Declare the field: a catalog keeps every field that was ever used.");
                value.fault("a field of the catalog", hint);
            }
        });
    }

    private static <T> void set(Field<T> field, JsonCursor json, FieldValues.Builder into) {
        FieldType<T> type = field.type();
        Optional<?> value;
        if (type == FieldType.NUMBER) {
            value = json.number().flatMap(number -> number(number, json));
        } else if (type == FieldType.FLAG) {
            value = json.flag();
        } else {
            value = json.anyText().flatMap(text -> {
                Optional<T> parsed = type.parse(text);
                if (parsed.isEmpty()) {
                    json.fault("a value of the type " + type, "");
                }
                return parsed;
            });
        }
        value.ifPresent(found -> into.set(field, type.valueClass().cast(found)));
    }

    private static Optional<BigDecimal> number(BigDecimal number, JsonCursor json) {
        Optional<BigDecimal> canonical = FieldType.NUMBER.canonical(number);
        if (canonical.isEmpty()) {
            json.fault("a number of at most 100 characters", "");
        }
        return canonical;
    }
}
