package dev.leadkit.scoring.explain;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.InteractionFilter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What conditions ask about: fields by name, interactions by type. Conditions that have none in common say nothing of each
 * other, except that interactions of every type are those of each.
 */
final class Subjects {

    static final String TYPE = "type ";

    private Subjects() {}

    static Set<String> of(List<Condition> conditions) {
        Set<String> names = new TreeSet<>();
        for (Condition condition : conditions) {
            condition.fields().forEach(field -> names.add("field " + field.name()));
            condition.filters().forEach(filter -> types(filter).forEach(type -> names.add(TYPE + type)));
        }
        return names;
    }

    private static Set<String> types(InteractionFilter filter) {
        return filter.types().isEmpty() ? Set.of("") : filter.types();
    }
}
