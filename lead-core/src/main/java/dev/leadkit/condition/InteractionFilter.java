package dev.leadkit.condition;

import dev.leadkit.event.Direction;
import dev.leadkit.event.Interaction;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Field;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
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
     * Whether a regular expression is asked of a property; without one the answer is never unknown.
     *
     * @return true if there is at least one
     */
    public boolean hasPattern() {
        return properties.stream().anyMatch(property -> property.test() instanceof FieldTest.Matches);
    }

    /**
     * Whether an interaction is meant.
     *
     * @param interaction the interaction
     * @param problems told of a regular expression past its limit
     * @return true if its type, its direction and all its properties are as asked; a property that is missing or not of
     *     the asked type is not, except where missing is what is asked; unknown if a regular expression is past its limit
     */
    public Truth evaluate(Interaction interaction, Consumer<Fault> problems) {
        return evaluate(interaction, new Steps(BoundedPattern.MOST_STEPS), problems);
    }

    /**
     * Begins to ask of the interactions of one lead, one after the other. Each may read as much as a single one may, all
     * together {@link BoundedPattern#MOST_STEPS_OF_COUNT} characters: many texts cannot hang what one text cannot.
     *
     * @param problems told of a regular expression past its limit
     * @return answers as {@link #evaluate} does; not thread-safe
     */
    public Function<Interaction, Truth> asking(Consumer<Fault> problems) {
        return new Asking(this, problems);
    }

    private static final class Asking implements Function<Interaction, Truth> {

        private final InteractionFilter filter;
        private final Consumer<Fault> problems;
        private int left = BoundedPattern.MOST_STEPS_OF_COUNT;

        private Asking(InteractionFilter filter, Consumer<Fault> problems) {
            this.filter = filter;
            this.problems = problems;
        }

        @Override
        public Truth apply(Interaction interaction) {
            int most = Math.min(left, BoundedPattern.MOST_STEPS);
            Steps steps = new Steps(most);
            Truth truth = filter.evaluate(interaction, steps, problems);
            left -= most - steps.left();
            return truth;
        }
    }

    Truth evaluate(Interaction interaction, Steps steps, Consumer<Fault> problems) {
        if ((!types.isEmpty() && !types.contains(interaction.type()))
                || (direction.isPresent() && direction.get() != interaction.direction())) {
            return Truth.FALSE;
        }
        Truth all = Truth.TRUE;
        for (FieldCondition<?> property : properties) {
            Truth truth = evaluate(property, interaction, steps, problems);
            if (truth == Truth.FALSE) {
                return Truth.FALSE;
            }
            all = truth == Truth.UNKNOWN ? Truth.UNKNOWN : all;
        }
        return all;
    }

    private static <T> Truth evaluate(
            FieldCondition<T> property, Interaction interaction, Steps steps, Consumer<Fault> problems) {
        Field<T> field = property.field();
        Optional<T> value = Optional.ofNullable(interaction.properties().get(field.name()))
                .flatMap(text -> field.type().parse(text));
        return value.isEmpty()
                ? Truth.of(property.test() instanceof FieldTest.Missing)
                : property.test(value, steps, problems);
    }

    @Override
    public String toString() {
        String which = types.isEmpty() ? "interaction" : String.join(" or ", types);
        String way = direction
                .map(to -> to == Direction.INBOUND ? "inbound " : "outbound ")
                .orElse("");
        String asked = properties.isEmpty()
                ? ""
                : properties.stream().map(String::valueOf).collect(Collectors.joining(" and ", " where ", ""));
        return way + which + asked;
    }
}
