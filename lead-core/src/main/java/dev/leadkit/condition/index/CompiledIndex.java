package dev.leadkit.condition.index;

import dev.leadkit.condition.AgeCondition;
import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.condition.LeadZone;
import dev.leadkit.lead.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An index, ready to be asked: slots, cells, and what cells alone do not decide. Immutable and thread-safe. */
final class CompiledIndex {

    /** The fields that are asked of, in order of their names, and the slot of each. */
    final Field<?>[] fields;

    final Slot<?>[] slots;

    /** The cell of each value slot where the value is missing. */
    final Cell[] missing;

    final AgeSlot[] ages;
    final CellTable[] ageCells;
    final Count[] counts;

    /** The cells of all counts where there is no interaction. */
    final Cell[] nothingCounted;

    final InteractionTypes types;
    final Lanes lanes;

    /** The sums of the entries that are true of every lead, and their numbers. */
    final long[] base;

    final int[] always;

    /** The entry of each bit; an entry's bits stand together. */
    final int[] ofBit;

    /** All bits that stand for something. */
    final long[] validBits;

    final Candidate[] candidates;

    /** Entries that are told by a formula for every lead. */
    final Candidate[] formulas;

    /** Entries whose condition is evaluated for every lead. */
    final int[] evaluated;

    final List<Condition> conditions;
    final List<AgeCondition> ageConditions;
    final List<InteractionCondition> countConditions;

    /** Whether conditions or the caller look at the lead itself. */
    final boolean keeps;

    /** By whose calendar days begin; empty for that of the facts. */
    final Optional<LeadZone> whose;

    /** Whether the age of a calendar day is asked for. */
    final boolean asksDates;

    /** Where the lead itself says it; null if it does not, or if that makes no difference. */
    final @Nullable Slot<?> zone;

    /** Whether a value that is set is of interest beyond its cell. */
    final boolean looksAgain;

    /** Whether what was looked at is remembered. */
    final boolean memo;

    CompiledIndex(IndexCompiler from) {
        this.slots = from.slots();
        this.fields = from.fields();
        this.missing = from.missing();
        this.ages = from.ages();
        this.ageCells = from.ageCells();
        this.counts = from.counts();
        this.nothingCounted = Arrays.stream(counts)
                .map(count -> count.least() <= 0 ? count.yes() : count.no())
                .toArray(Cell[]::new);
        this.types = from.types();
        this.lanes = from.lanes;
        this.base = from.base;
        this.always = ints(from.always);
        this.ofBit = ints(from.ofBit);
        this.validBits = new long[(ofBit.length + Long.SIZE - 1) / Long.SIZE];
        for (int bit = 0; bit < ofBit.length; bit++) {
            validBits[bit / Long.SIZE] |= 1L << bit;
        }
        this.candidates = from.candidates.toArray(Candidate[]::new);
        this.formulas = from.formulas.toArray(Candidate[]::new);
        this.evaluated = ints(from.evaluated);
        this.conditions = from.conditions;
        this.ageConditions = List.copyOf(from.ageConditions);
        this.countConditions = List.copyOf(from.countConditions);
        this.keeps = from.keeps;
        this.whose = from.whose;
        this.asksDates = from.asksDates();
        this.zone = from.zoneSlot() == Slot.NONE ? null : slots[from.zoneSlot()];
        this.looksAgain = keeps || zone != null;
        this.memo = from.memo;
    }

    /** The same lead, by the calendar that counts here. */
    Facts local(Facts facts) {
        return whose.isEmpty() || !(keeps || asksDates) ? facts : whose.get().in(facts);
    }

    static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * A count of interactions that an index makes for every lead.
     *
     * @param window how old they may be, in nanoseconds
     * @param least how many there must be
     * @param most how many there may be
     * @param no the cell where the count is another
     * @param yes the cell where it is such
     */
    record Count(long window, int least, int most, Cell no, Cell yes) {

        Cell cell(Ages ages) {
            boolean isTooMany = most < Integer.MAX_VALUE && ages.reach(most + 1, window);
            return !isTooMany && ages.reach(least, window) ? yes : no;
        }
    }

    /**
     * An entry that is true where a formula is.
     *
     * @param entry the entry
     * @param when the formula
     * @param evaluated whether the condition itself is to be evaluated where the formula is true
     */
    record Candidate(int entry, Formula when, boolean evaluated) {}
}
