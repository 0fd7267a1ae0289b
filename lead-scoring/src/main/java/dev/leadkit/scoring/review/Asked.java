package dev.leadkit.scoring.review;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.lead.Field;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What conditions and rules ask about. */
final class Asked {

    private final List<Field<?>> fields = new ArrayList<>();
    private final List<InteractionFilter> filters = new ArrayList<>();

    private Asked() {}

    static Asked by(Condition condition) {
        Asked asked = new Asked();
        asked.add(condition);
        return asked;
    }

    static Asked by(ScoringRule rule) {
        Asked asked = new Asked();
        rule.cases().forEach(each -> asked.add(each.when()));
        if (rule instanceof InteractionRule each) {
            asked.filters.add(each.each());
        }
        return asked;
    }

    private void add(Condition condition) {
        condition.fields().forEach(fields::add);
        condition.filters().forEach(filters::add);
    }

    /** The fields, in the order in which they are asked about. */
    List<Field<?>> fields() {
        return fields;
    }

    /** The kinds of interactions. */
    List<InteractionFilter> filters() {
        return filters;
    }

    /** What two conditions must have in common for one to say anything of the other; all interactions are one subject. */
    Set<String> subjects() {
        Set<String> subjects = new TreeSet<>();
        fields.forEach(field -> subjects.add("field " + field.name()));
        if (!filters.isEmpty()) {
            subjects.add("interactions");
        }
        return subjects;
    }
}
