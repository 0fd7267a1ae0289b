package dev.leadkit.scoring.learn;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A lead whose outcome is known, as it was when its score was needed. Immutable and thread-safe; {@code toString} shows no
 * values.
 *
 * @param facts the lead and its interactions at the decision: the moment at which a score was needed, such as the
 *     assignment to a rep; nothing that became known later may be in here
 * @param won whether the lead was converted in the end
 * @param setAt when a field was given its value, by the field's name, where that is known; a field that was set after
 *     the decision is refused
 */
public record Example(Facts facts, boolean won, SortedMap<String, Instant> setAt) {

    private static final LeadId NAMELESS = new LeadId("example");

    /**
     * Makes an example.
     *
     * @param facts the lead and its interactions at the decision
     * @param won whether the lead was converted in the end
     * @param setAt when fields were set, by name, where known
     */
    public Example {
        requireNonNull(facts, "facts");
        setAt = setAt.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(setAt));
    }

    /**
     * An example of which nobody knows when its fields were set.
     *
     * @param facts the lead and its interactions at the decision
     * @param won whether the lead was converted in the end
     * @return the example
     */
    public static Example of(Facts facts, boolean won) {
        return new Example(facts, won, Collections.emptySortedMap());
    }

    /**
     * An example of a host that keeps no history.
     *
     * @param values the values of the lead's fields at the decision
     * @param decidedAt the decision
     * @param won whether the lead was converted in the end
     * @return the example
     */
    public static Example of(FieldValues values, Instant decidedAt, boolean won) {
        Lead lead = Lead.builder(NAMELESS).overlay(values).build();
        return of(Facts.of(lead, decidedAt), won);
    }

    /**
     * An example from a lead's history: what had occurred by the decision, and what came of it. Where a late entry could
     * have an earlier date, hand in {@code history.knownAt(decidedAt)} with the outcome by {@link #of(Facts, boolean)}.
     *
     * @param history the whole history
     * @param decidedAt the decision
     * @return the example; won if the lead was converted later, lost if it is given up now; empty if its outcome is open, or
     *     was known at the decision already
     */
    public static Optional<Example> of(LeadHistory history, Instant decidedAt) {
        Optional<Instant> converted = history.lead().convertedAt();
        return converted
                .or(() -> history.lead().lostAt())
                .filter(decidedAt::isBefore)
                .map(end -> of(Facts.of(history, decidedAt), converted.isPresent()));
    }

    /**
     * The same example, with when a field was set.
     *
     * @param field the field's name
     * @param at when it was given the value that it has here
     * @return the new example
     */
    public Example setAt(String field, Instant at) {
        SortedMap<String, Instant> all = new TreeMap<>(setAt);
        all.put(field, at);
        return new Example(facts, won, all);
    }

    boolean isLate(Map.Entry<String, Instant> set) {
        return set.getValue().isAfter(facts.asOf());
    }

    @Override
    public String toString() {
        return "Example[" + (won ? "won" : "lost") + ", decided at " + facts.asOf() + "]";
    }
}
