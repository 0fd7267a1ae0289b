package dev.leadkit.core.kit;

import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.StandardFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Histories for property tests over fields and interactions of your own; {@link LeadArbitraries} has them over some that are
 * given. A history is of {@link LeadArbitraries#LEAD}, has up to {@value #MOST_EVENTS} events of all kinds but scores, and all of it
 * happens at {@link LeadArbitraries#instants()}. The simplest history is the empty one; the simplest event says nothing of a
 * field, and the simplest interaction has no property. Immutable.
 */
public final class HistoryArbitraries {

    /** The most events of a history. */
    public static final int MOST_EVENTS = 12;

    private static final double EVEN = 0.5;
    /** Two of three events say or do what is your own. */
    private static final int OFTEN = 4;

    private final Map<Field<?>, Arbitrary<FieldValues>> fields;
    private final List<Arbitrary<Interaction>> interactions;

    private HistoryArbitraries(
            Map<Field<?>, Arbitrary<FieldValues>> fields, List<Arbitrary<Interaction>> interactions) {
        this.fields = fields;
        this.interactions = interactions;
    }

    /**
     * Over these fields, with {@linkplain LeadArbitraries#values few values} of their types.
     *
     * @throws IllegalArgumentException for a field that the library keeps: no event says its value
     */
    public static HistoryArbitraries of(Field<?>... fields) {
        HistoryArbitraries made = new HistoryArbitraries(Map.of(), List.of());
        for (Field<?> field : fields) {
            made = made.with(field);
        }
        return made;
    }

    private <T> HistoryArbitraries with(Field<T> field) {
        return with(field, LeadArbitraries.values(field));
    }

    /**
     * One more field, or other values of one; few, so that leads agree. In each event that says values the field is absent, has
     * one of them, or was cleared.
     *
     * @throws IllegalArgumentException for a field that the library keeps
     */
    public <T> HistoryArbitraries with(Field<T> field, Arbitrary<T> values) {
        if (StandardFields.kept().contains(field)) {
            throw new IllegalArgumentException("field must be one that events say, was " + field.name());
        }
        Map<Field<?>, Arbitrary<FieldValues>> more = new LinkedHashMap<>(fields);
        more.put(field, EventArbitraries.perhaps(field, values));
        return new HistoryArbitraries(more, interactions);
    }

    /**
     * One more type of interaction, in both directions and by each kind of actor. Without any the types are those of {@link
     * LeadArbitraries#interactions()}.
     *
     * @param type the type
     * @param properties the values of each property that it may have; each is there in half of them
     */
    public HistoryArbitraries withInteraction(String type, Map<String, Arbitrary<String>> properties) {
        List<Arbitrary<Interaction>> more = new ArrayList<>(interactions);
        more.add(Combinators.combine(
                        Arbitraries.of(Direction.class), Arbitraries.of(Actor.class), properties(properties))
                .as((way, actor, told) -> new Interaction(type, way, actor, told)));
        return new HistoryArbitraries(fields, more);
    }

    private static Arbitrary<Map<String, String>> properties(Map<String, Arbitrary<String>> each) {
        Arbitrary<Map<String, String>> all = Arbitraries.just(Map.of());
        for (String name : each.keySet().stream().sorted().toList()) {
            all = Combinators.combine(all, each.get(name).optional(EVEN)).as((told, value) -> {
                Map<String, String> more = new TreeMap<>(told);
                value.ifPresent(text -> more.put(name, text));
                return more;
            });
        }
        return all;
    }

    /** Values for some of the fields. */
    public Arbitrary<FieldValues> fieldValues() {
        Arbitrary<FieldValues> all = Arbitraries.just(FieldValues.EMPTY);
        for (Arbitrary<FieldValues> each : fields.values()) {
            all = Combinators.combine(all, each).as(FieldValues::overlay);
        }
        return all;
    }

    /** Interactions of the types. */
    public Arbitrary<Interaction> interactions() {
        return interactions.isEmpty() ? LeadArbitraries.interactions() : Arbitraries.oneOf(interactions);
    }

    /** Histories over the fields and interactions. */
    public Arbitrary<LeadHistory> histories() {
        return EventArbitraries.events(fieldValues(), interactions(), OFTEN)
                .map(events -> LeadHistory.of(LeadArbitraries.LEAD, events));
    }
}
