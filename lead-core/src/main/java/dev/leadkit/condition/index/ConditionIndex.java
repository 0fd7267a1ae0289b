package dev.leadkit.condition.index;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.condition.LeadZone;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Finds, among many entries with a condition each, those whose condition is true, and adds their weights up, without
 * evaluating all of them. The answer is always the one that evaluating each in turn would give. Immutable and thread-safe.
 *
 * @param <T> what an entry is
 */
public final class ConditionIndex<T> {

    private final List<T> entries;
    private final CompiledIndex compiled;

    private ConditionIndex(List<T> entries, CompiledIndex compiled) {
        this.entries = entries;
        this.compiled = compiled;
    }

    /**
     * Builds an index without weights.
     *
     * @param entries the entries, such as rules, in the order in which they are to be found; one may occur more than once
     * @param condition gives the condition of an entry; asked once for each
     * @param <T> what an entry is
     * @return the index
     */
    public static <T> ConditionIndex<T> of(Collection<? extends T> entries, Function<? super T, Condition> condition) {
        return ConditionIndex.<T>builder(entries, condition).build();
    }

    /**
     * Starts an index.
     *
     * @param entries the entries, such as rules, in the order in which they are to be found; one may occur more than once
     * @param condition gives the condition of an entry; asked once for each
     * @param <T> what an entry is
     * @return a builder
     */
    public static <T> Builder<T> builder(Collection<? extends T> entries, Function<? super T, Condition> condition) {
        List<T> all = List.copyOf(entries);
        return new Builder<>(all, all.stream().<Condition>map(condition).toList());
    }

    /**
     * Builds an index step by step. Not thread-safe.
     *
     * @param <T> what an entry is
     */
    public static final class Builder<T> {

        private final List<T> entries;
        private final List<Condition> conditions;
        private int groups;
        private final int[] group;
        private final long[] weight;
        private List<InteractionFilter> filters = List.of();
        private boolean memo = true;
        private boolean keeps;
        private Optional<LeadZone> whose = Optional.empty();

        private Builder(List<T> entries, List<Condition> conditions) {
            this.entries = entries;
            this.conditions = conditions;
            this.group = new int[entries.size()];
            this.weight = new long[entries.size()];
        }

        /**
         * Gives each entry a weight in a group; the weights of a group's true entries are added up.
         *
         * @param count how many groups there are
         * @param groupOf gives an entry's group, from 0
         * @param weightOf gives an entry's weight; no sum of them may be beyond a long
         * @return this
         */
        public Builder<T> weights(int count, ToIntFunction<? super T> groupOf, ToLongFunction<? super T> weightOf) {
            groups = count;
            Arrays.setAll(group, i -> groupOf.applyAsInt(entries.get(i)));
            Arrays.setAll(weight, i -> weightOf.applyAsLong(entries.get(i)));
            return this;
        }

        /**
         * Names interactions that are of interest beside those that the conditions ask for.
         *
         * @param others which interactions; without regular expressions
         * @return this
         */
        public Builder<T> filters(List<InteractionFilter> others) {
            filters = List.copyOf(others);
            return this;
        }

        /**
         * Whether texts that were looked through are remembered: faster, and a bounded number of leads' texts stays in
         * memory, none of a personal field among them.
         *
         * @param remembers true unless it is said otherwise
         * @return this
         */
        public Builder<T> memo(boolean remembers) {
            memo = remembers;
            return this;
        }

        /**
         * Whether records and encoded leads keep the lead itself, so that {@link Evaluation#facts()} has it.
         *
         * @param wanted false unless it is said otherwise
         * @return this
         */
        public Builder<T> keepFacts(boolean wanted) {
            keeps = wanted;
            return this;
        }

        /**
         * Says by whose calendar days begin, of records and encoded leads, too, which know no {@link Facts#zone}.
         *
         * @param zone whose calendar; facts that are asked about are taken {@link LeadZone#in by it}. Unless it is said, facts have their own, and all
         *     others that of UTC
         * @return this
         */
        public Builder<T> zone(LeadZone zone) {
            whose = Optional.of(zone);
            return this;
        }

        /**
         * Ends building.
         *
         * @return the index
         */
        public ConditionIndex<T> build() {
            Lanes lanes = new Lanes(groups, group, weight);
            IndexPlan.Options options = new IndexPlan.Options(memo, keeps, whose);
            return new ConditionIndex<>(
                    entries, new CompiledIndex(new IndexCompiler(new IndexPlan(conditions, lanes, filters, options))));
        }
    }

    /**
     * An entry by its number.
     *
     * @param number its number, from 0, in the index's order
     * @return the entry
     */
    public T entry(int number) {
        return entries.get(number);
    }

    /**
     * The place of a field in this index's records.
     *
     * @param field which field, whether a condition asks of it or not
     * @param <F> its type
     * @return its slot
     */
    @SuppressWarnings("unchecked") // a slot of a field's type has its values
    public <F> Slot<F> slot(Field<F> field) {
        for (Slot<?> slot : compiled.slots) {
            if (slot.field().name().equals(field.name()) && slot.field().type() == field.type()) {
                return (Slot<F>) slot;
            }
        }
        return new Slot<>(field, Slot.NONE, Slot.NONE, null);
    }

    /**
     * A record to be filled with leads for this index.
     *
     * @return a new record, empty
     */
    public LeadRecord record() {
        return new LeadRecord(compiled);
    }

    /**
     * Scratch space to ask this index about leads.
     *
     * @return a new evaluation, for one thread
     */
    public Evaluation evaluation() {
        return new Evaluation(compiled);
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
        Evaluation evaluation = evaluation();
        evaluation.of(facts, (fault, entry) -> problems.accept(entries.get(entry), fault));
        int[] numbers = new int[evaluation.entries()];
        evaluation.copyEntries(numbers);
        Arrays.sort(numbers);
        List<T> found = new ArrayList<>();
        for (int number : numbers) {
            found.add(entries.get(number));
        }
        return found;
    }

    /**
     * Until when all answers stay as they are, if nothing happens. Costs a look at every condition about time.
     *
     * @param facts the lead at a moment
     * @return the first later instant at which a condition about an age or a window may be answered differently; empty if
     *     there is none
     */
    public Optional<Instant> validUntil(Facts facts) {
        return new Horizon(compiled.local(facts)).next(compiled);
    }
}
