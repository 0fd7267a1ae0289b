package dev.leadkit.condition;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Finds, among many entries with a condition each, those whose condition is true, without evaluating all of them. The
 * answer is always the one that evaluating each in turn would give. Immutable and thread-safe.
 *
 * <p>Equality, sets, ranges, present and missing are looked up, once for each field that they ask of; parts and beginnings
 * of text are tested one by one, but of a text prepared once. An entry that is nothing else is not evaluated at all. Of a
 * conjunction the rarest such part is looked up and the rest evaluated only where it holds; of a disjunction every part, if
 * each has one. All other entries are evaluated every time: interactions, ages, regular expressions and negations that stand
 * alone. A search costs a look-up for each field, an evaluation for each candidate, and one bit for each entry.
 *
 * @param <T> what an entry is
 */
public final class ConditionIndex<T> {

    private final List<T> entries;
    private final List<Condition> rests;
    private final BitSet always;
    private final List<FieldSlot<?>> slots;

    private ConditionIndex(List<T> entries, List<Condition> rests, BitSet always, List<FieldSlot<?>> slots) {
        this.entries = entries;
        this.rests = rests;
        this.always = always;
        this.slots = slots;
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
        List<Condition> conditions = all.stream().<Condition>map(condition).toList();
        AccessPlan plan = new AccessPlan(conditions);
        Map<Field<?>, FieldSlot.Builder<?>> slots = new LinkedHashMap<>();
        List<Condition> rests = new ArrayList<>();
        BitSet always = new BitSet();
        for (int entry = 0; entry < all.size(); entry++) {
            Optional<AccessPlan.Access> access = plan.access(conditions.get(entry));
            rests.add(access.map(AccessPlan.Access::rest).orElse(conditions.get(entry)));
            always.set(entry, access.isEmpty());
            boolean unknownToo = AccessPlan.hasPattern(conditions.get(entry));
            for (FieldCondition<?> leaf : access.map(AccessPlan.Access::leaves).orElse(List.of())) {
                slots.computeIfAbsent(leaf.field(), FieldSlot.Builder::new).add(leaf.test(), entry, unknownToo);
            }
        }
        List<FieldSlot<?>> built = new ArrayList<>();
        slots.values().forEach(slot -> built.add(slot.build()));
        return new ConditionIndex<>(all, List.copyOf(rests), always, List.copyOf(built));
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
        BitSet candidates = candidates(facts.lead());
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            T entry = entries.get(i);
            Truth truth = rests.get(i).evaluate(facts, faults::add);
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

    private BitSet candidates(Lead lead) {
        BitSet candidates = new BitSet(entries.size());
        candidates.or(always);
        for (FieldSlot<?> slot : slots) {
            slot.mark(lead, candidates);
        }
        return candidates;
    }
}
