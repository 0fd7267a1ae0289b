package dev.leadkit.examples.quickstart;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.examples.quickstart.replay.Replay;
import dev.leadkit.json.MappingDocument;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.StandardFields;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the fields that conversion is broken down by: captured, not personal, and with few values that differ. */
final class Breakdowns {

    private static final int MOST_VALUES = 50;

    private final SortedMap<String, Set<String>> values = new TreeMap<>();

    Breakdowns(MappingDocument mapping) {
        mapping.mapping().columns().stream()
                .map(ColumnRule::field)
                .filter(name ->
                        mapping.catalog().find(name).filter(Breakdowns::isGroup).isPresent())
                .forEach(name -> values.put(name, new HashSet<>()));
    }

    /** The source has a breakdown of its own, and the outcome by the outcome says nothing. */
    private static boolean isGroup(Field<?> field) {
        boolean other = !field.equals(StandardFields.SOURCE) && !field.equals(Replay.CONVERTED);
        return other && !field.personal() && (field.type() == FieldType.TEXT || field.type() == FieldType.FLAG);
    }

    void add(Lead lead) {
        values.forEach((name, seen) -> {
            if (seen.size() <= MOST_VALUES) {
                lead.values().text(name).ifPresent(seen::add);
            }
        });
    }

    String[] fields() {
        return values.entrySet().stream()
                .filter(field -> field.getValue().size() > 1 && field.getValue().size() <= MOST_VALUES)
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }
}
