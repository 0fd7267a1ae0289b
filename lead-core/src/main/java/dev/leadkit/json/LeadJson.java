package dev.leadkit.json;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.StandardFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON form of a lead as it is, for exports and for reading over a wire. It is written only: what a lead is comes from
 * its events.
 *
 * <pre>{@code
 * {"format": "leadkit.lead/1", "id": "L-1", "stage": "mql", "stageSince": "2026-11-22T08:00:00Z", "owner": "r7",
 *  "score": 42.5, "grade": "A", "capturedAt": "...", "convertedAt": "...", "lostAt": "...",
 *  "values": {"country": {"type": "text", "value": "DE"},
 *             "email": {"type": "email", "personal": true, "value": "a@example.com"}},
 *  "cleared": ["region"]}
 * }</pre>
 */
public final class LeadJson {

    private static final String FORMAT = "leadkit.lead/1";

    private LeadJson() {}

    /**
     * Writes a lead. <strong>Personal values are written too</strong>, marked as such: whoever asks for the lead asks for
     * them.
     *
     * @param lead the lead
     * @return a tree for {@link JsonText}; what is not known is left out; values in order of their names, each with its
     *     field's type, so that a reader needs no catalog
     */
    public static Map<String, Object> write(Lead lead) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("id", lead.id().value());
        List<Field<?>> kept = List.of(
                StandardFields.STAGE,
                StandardFields.STAGE_SINCE,
                StandardFields.OWNER,
                StandardFields.SCORE,
                StandardFields.GRADE,
                StandardFields.CAPTURED_AT);
        kept.stream()
                .filter(field -> lead.get(field).isPresent())
                .forEach(field -> tree.put(field.name(), ValuesJson.value(lead.values(), field)));
        put(tree, "convertedAt", lead.convertedAt());
        put(tree, "lostAt", lead.lostAt());
        tree.put("values", values(lead));
        List<String> cleared = new ArrayList<>(lead.values().cleared());
        cleared.removeAll(StandardFields.kept().stream().map(Field::name).toList());
        if (!cleared.isEmpty()) {
            tree.put("cleared", cleared);
        }
        return tree;
    }

    private static void put(Map<String, Object> tree, String name, Optional<Instant> moment) {
        moment.ifPresent(at -> tree.put(name, at.toString()));
    }

    private static Map<String, Object> values(Lead lead) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field<?> field : lead.values().fields()) {
            if (!StandardFields.kept().contains(field)) {
                Map<String, Object> value = new LinkedHashMap<>();
                value.put("type", field.type().name());
                if (field.personal()) {
                    value.put("personal", true);
                }
                value.put("value", ValuesJson.value(lead.values(), field));
                values.put(field.name(), value);
            }
        }
        return values;
    }
}
