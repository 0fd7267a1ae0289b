package dev.leadkit.json;

import dev.leadkit.fault.Suggestion;
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
     * @return the standard fields and the custom ones. A field whose declaration is faulty is there as far as it can be
     *     guessed, so that what is said about it elsewhere can be checked too; the faults refuse the whole anyway
     */
    public static FieldCatalog read(JsonCursor json) {
        FieldCatalog standard = FieldCatalog.standard();
        List<Field<?>> custom = new ArrayList<>();
        if (!json.isMissing()) {
            json.members().forEach((name, field) -> {
                if (standard.find(name).isPresent()) {
                    field.fault("a new field", "There is a standard field of that name.");
                } else {
                    field(name, field).ifPresent(custom::add);
                }
            });
        }
        return FieldCatalog.of(custom);
    }

    private static Optional<Field<?>> field(String name, JsonCursor json) {
        json.only("type", "personal");
        if (!Field.isName(name)) {
            json.fault("named by a letter and up to 63 letters, digits, '_', '-' or '.'", "");
            return Optional.empty();
        }
        boolean personal =
                !json.at("personal").isMissing() && json.at("personal").flag().orElse(false);
        return Optional.of(new Field<>(name, type(json.at("type")), personal));
    }

    private static FieldType<?> type(JsonCursor json) {
        List<String> names = FieldType.all().stream().map(FieldType::name).toList();
        Optional<String> meant = json.oneOf(names)
                .or(() -> json.isText()
                        ? json.text().flatMap(word -> Suggestion.nearest(word, names))
                        : Optional.empty());
        return meant.<FieldType<?>>flatMap(FieldType::named).orElse(FieldType.TEXT);
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
            if (field.personal()) {
                members.put("personal", true);
            }
            tree.put(field.name(), members);
        }
        return tree;
    }
}
