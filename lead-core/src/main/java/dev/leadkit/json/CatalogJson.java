package dev.leadkit.json;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON form of custom fields: {@code {"employees": {"type": "number"}, "birthday": {"type": "date", "personal": true}}}.
 */
public final class CatalogJson {

    private CatalogJson() {}

    /**
     * Reads custom fields.
     *
     * @param json the object with a member for each field; may be missing
     * @return the standard fields and the custom ones; empty if faults prevent it
     */
    public static Optional<FieldCatalog> read(JsonCursor json) {
        List<Field<?>> custom = new ArrayList<>();
        if (!json.isMissing()) {
            json.members().forEach((name, field) -> field(name, field).ifPresent(custom::add));
        }
        return json.make(() -> FieldCatalog.of(custom));
    }

    private static Optional<Field<?>> field(String name, JsonCursor json) {
        json.only("type", "personal");
        Optional<FieldType<?>> type = json.at("type")
                .oneOf(FieldType.all().stream().map(FieldType::name).toList())
                .flatMap(FieldType::named);
        boolean personal =
                !json.at("personal").isMissing() && json.at("personal").flag().orElse(false);
        return type.flatMap(known -> json.make(() -> new Field<>(name, known, personal)));
    }

    /**
     * Writes custom fields.
     *
     * @param custom the fields
     * @return a tree that {@link #read} reads as the same fields
     */
    public static Map<String, Object> write(Iterable<Field<?>> custom) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Field<?> field : custom) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("type", field.type().name());
            members.put("personal", field.personal());
            tree.put(field.name(), members);
        }
        return tree;
    }
}
