package dev.leadkit.metrics.segment;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.metrics.facts.LeadFacts;

record ByField(String field) implements Grouping {

    ByField {
        if (!Field.isName(field)) {
            throw new IllegalArgumentException("field must be a field's name, was \"" + field + "\"");
        }
    }

    @Override
    public String of(LeadFacts facts) {
        return in(facts.values());
    }

    String in(FieldValues values) {
        return values.text(field).map(Named::of).orElse(MISSING);
    }

    @Override
    public String name() {
        return "field:" + field;
    }
}
