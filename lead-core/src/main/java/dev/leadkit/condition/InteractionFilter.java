package dev.leadkit.condition;

import dev.leadkit.event.Direction;
import dev.leadkit.event.Interaction;
import dev.leadkit.lead.Field;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which interactions are meant.
 *
 * @param types their types; empty for any
 * @param direction which way they went; empty for both
 * @param properties what is asked of their properties; a field stands for the property of its name
 */
public record InteractionFilter(Set<String> types, Optional<Direction> direction, List<FieldCondition<?>> properties) {

    /**
     * Makes a filter.
     *
     * @param types their types
     * @param direction which way they went
     * @param properties what is asked of their properties
     */
    public InteractionFilter {
        types = Collections.unmodifiableSet(new TreeSet<>(types));
        properties = List.copyOf(properties);
    }

    /**
     * Whether an interaction is meant.
     *
     * @param interaction the interaction
     * @return true if its type, its direction and all its properties are as asked; a property that is missing or not of
     *     the asked type is not, except where missing is what is asked
     */
    public boolean accepts(Interaction interaction) {
        return (types.isEmpty() || types.contains(interaction.type()))
                && direction.map(way -> way == interaction.direction()).orElse(true)
                && properties.stream().allMatch(property -> holds(property, interaction));
    }

    private static <T> boolean holds(FieldCondition<T> property, Interaction interaction) {
        Field<T> field = property.field();
        Optional<T> value = Optional.ofNullable(interaction.properties().get(field.name()))
                .flatMap(text -> field.type().parse(text));
        return property.test(value, problem -> {}) == Truth.TRUE;
    }

    @Override
    public String toString() {
        String which = types.isEmpty() ? "any" : String.join(" or ", types);
        String way = direction
                .map(to -> to == Direction.INBOUND ? "inbound " : "outbound ")
                .orElse("");
        String asked = properties.isEmpty()
                ? ""
                : properties.stream().map(String::valueOf).collect(Collectors.joining(" and ", " where ", ""));
        return way + which + asked;
    }
}
