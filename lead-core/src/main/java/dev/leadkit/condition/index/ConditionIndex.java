package dev.leadkit.condition.index;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.Truth;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Finds, among many entries with a condition each, those whose condition is true, without evaluating all of them. The
 * answer is always the one that evaluating each in turn would give. Immutable and thread-safe.
 *
 * @param <T> what an entry is
 */
public final class ConditionIndex<T> {

    private final List<T> entries;
    private final List<Condition> conditions;

    private ConditionIndex(List<T> entries, List<Condition> conditions) {
        this.entries = entries;
        this.conditions = conditions;
    }

    /**
     * Builds an index.
     *
     * @param entries the entries, such as rules, in the order in which they are to be found; one may occur more than once
     * @param condition gives the condition of an entry; asked once for each
     * @param <T> what an entry is
     * @return the index
     */
    public static <T> ConditionIndex<T> of(Collection<? extends T> entries, Function<? super T, Condition> condition) {
        List<T> all = List.copyOf(entries);
        return new ConditionIndex<>(all, all.stream().<Condition>map(condition).toList());
    }

    /**
     * The place of a field in this index's records.
     *
     * @param field which field, whether a condition asks of it or not
     * @param <F> its type
     * @return its slot
     */
    public <F> Slot<F> slot(Field<F> field) {
        return new Slot<>(field);
    }

    /**
     * A record to be filled with leads for this index.
     *
     * @return a new record, empty
     */
    public LeadRecord record() {
        return new LeadRecord();
    }

    /** What a record says at a moment. */
    public Facts facts(LeadRecord lead, Instant asOf) {
        return lead.facts(asOf);
    }

    /** What a record says at a moment. */
    public Facts facts(EncodedLead lead, Instant asOf) {
        return lead.facts(asOf);
    }

    /**
     * Finds the entries whose condition is true.
     *
     * @param facts the lead at a moment
     * @param problems told, entry by entry, of what kept a part of its condition from being answered: exactly what
     *     evaluating that condition reports, for every entry whose condition is true or unknown, and nothing for one whose
     *     condition is false all the same
     * @return the entries in the index's order; empty if there is none
     */
    public List<T> find(Facts facts, BiConsumer<? super T, ? super Fault> problems) {
        List<T> found = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            T entry = entries.get(i);
            Truth truth = conditions.get(i).evaluate(facts, faults::add);
            if (truth == Truth.TRUE) {
                found.add(entry);
            }
            if (truth != Truth.FALSE) {
                faults.forEach(fault -> problems.accept(entry, fault));
            }
            faults.clear();
        }
        return found;
    }
}
