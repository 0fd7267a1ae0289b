package dev.leadkit.scoring.explain;

import dev.leadkit.condition.AgeCondition;
import dev.leadkit.condition.Condition;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.InteractionCondition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What conditions ask about: fields by name, interactions by type. Conditions that have none in common say nothing of each
 * other, except that interactions of every type are those of each.
 */
final class Subjects {

    static final String TYPE = "type ";

    private final Set<String> names = new TreeSet<>();

    private Subjects() {}

    static Set<String> of(List<Condition> conditions) {
        Subjects subjects = new Subjects();
        conditions.forEach(subjects::add);
        return subjects.names;
    }

    private void add(Condition condition) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(this::add);
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(this::add);
        } else if (condition instanceof Condition.Not not) {
            add(not.part());
        } else if (condition instanceof FieldCondition<?> field) {
            names.add("field " + field.field().name());
        } else if (condition instanceof AgeCondition age) {
            names.add("field " + age.field().name());
        } else if (condition instanceof InteractionCondition count) {
            Set<String> types = count.filter().types();
            (types.isEmpty() ? Set.of("") : types).forEach(type -> names.add(TYPE + type));
        }
    }
}
