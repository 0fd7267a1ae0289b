package dev.leadkit.condition.logic;

import dev.leadkit.condition.AgeCondition;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.lead.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is known of a lead that meets some goals. Immutable; every step gives a new branch, or none if it contradicts. */
record Branch(Map<Place, Filling> fields, Counts counts) {

    static final Branch EMPTY = new Branch(Map.of(), Counts.NONE);

    /** A field as a lead has it: two fields of one name and different types are never filled both. */
    record Place(String name, String type) {

        static Place of(Field<?> field) {
            return new Place(field.name(), field.type().name());
        }
    }

    Optional<Branch> with(FieldCondition<?> asked, Sign sign) {
        return with(asked.field(), filling -> filling.with(asked.test(), sign));
    }

    Optional<Branch> with(AgeCondition asked, Sign sign) {
        return with(asked.field(), filling -> filling.with(asked, sign));
    }

    private Optional<Branch> with(Field<?> field, UnaryOperator<Filling> step) {
        Place place = Place.of(field);
        Filling filling = step.apply(fields.getOrDefault(place, Filling.any(field.type())));
        if (filling.isImpossible()) {
            return Optional.empty();
        }
        Map<Place, Filling> more = new HashMap<>(fields);
        more.put(place, filling);
        return Optional.of(new Branch(more, counts));
    }

    Optional<Branch> with(InteractionCondition count, Sign sign) {
        return counts.with(count, sign).map(more -> new Branch(fields, more));
    }
}
