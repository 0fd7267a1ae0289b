package dev.leadkit.condition;

import dev.leadkit.lead.Field;
import java.util.Arrays;
import java.util.List;

/**
 * Where conditions begin in Java: {@code field(COUNTRY).is("DE").and(interaction("email.opened").within(days).atLeast(3))}.
 */
public final class Conditions {

    private Conditions() {}

    /**
     * Asks something of a field.
     *
     * @param field which field
     * @param <T> its type
     * @return the questions that can be asked of it
     */
    public static <T> FieldQuestion<T> field(Field<T> field) {
        return new FieldQuestion<>(field);
    }

    /**
     * Asks something of the interactions of some types.
     *
     * @param types their types; none for any type
     * @return the questions that can be asked of them
     */
    public static InteractionQuestion interaction(String... types) {
        return InteractionQuestion.about(types);
    }

    /**
     * True where all parts are.
     *
     * @param parts the parts; without any it is true
     * @return the conjunction
     */
    public static Condition all(Condition... parts) {
        return new Condition.All(Arrays.asList(parts));
    }

    /**
     * True where at least one part is.
     *
     * @param parts the parts; without any it is false
     * @return the disjunction
     */
    public static Condition any(Condition... parts) {
        return new Condition.Any(Arrays.asList(parts));
    }

    /**
     * True where the part is false.
     *
     * @param part the part
     * @return the opposite
     */
    public static Condition not(Condition part) {
        return new Condition.Not(part);
    }

    /**
     * The condition that every lead fulfils.
     *
     * @return true for every lead
     */
    public static Condition always() {
        return new Condition.All(List.of());
    }
}
