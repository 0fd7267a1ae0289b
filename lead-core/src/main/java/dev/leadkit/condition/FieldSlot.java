package dev.leadkit.condition;

import dev.leadkit.condition.FieldTest.Missing;
import dev.leadkit.condition.FieldTest.OneOf;
import dev.leadkit.condition.FieldTest.Present;
import dev.leadkit.condition.FieldTest.Range;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which entries of an index a value of one field leads to. Immutable. */
final class FieldSlot<F> {

    private static final int[] NONE = {};

    private final Field<F> field;
    private final Map<Object, int[]> byKey;
    private final RangeTree byRange;
    private final List<Tested> tested;
    private final int[] present;
    private final int[] missing;

    private FieldSlot(Builder<F> from) {
        this.field = from.field;
        this.byKey = new HashMap<>();
        from.byKey.forEach((key, entries) -> byKey.put(key, array(entries)));
        this.byRange = RangeTree.of(from.byRange);
        this.tested = List.copyOf(from.tested);
        this.present = array(from.present);
        this.missing = array(from.missing);
    }

    private static int[] array(List<Integer> entries) {
        return entries.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Marks the entries that the lead's value leads to. */
    void mark(Lead lead, BitSet candidates) {
        Optional<F> value = lead.get(field);
        if (value.isEmpty()) {
            mark(missing, candidates);
            return;
        }
        Object key = field.type().key(value.get());
        mark(present, candidates);
        mark(byKey.getOrDefault(key, NONE), candidates);
        byRange.mark(key, candidates);
        for (Tested one : tested) {
            if (FieldCondition.holds(one.test(), key)) {
                candidates.set(one.entry());
            }
        }
    }

    private static void mark(int[] entries, BitSet candidates) {
        for (int entry : entries) {
            candidates.set(entry);
        }
    }

    /** An entry whose test is made for itself, but of a key that is made once for all. */
    private record Tested(FieldTest test, int entry) {}

    /** Collects the entries of a slot. */
    static final class Builder<F> {

        private final Field<F> field;
        private final Map<Object, List<Integer>> byKey = new HashMap<>();
        private final List<RangeTree.Entry> byRange = new ArrayList<>();
        private final List<Tested> tested = new ArrayList<>();
        private final List<Integer> present = new ArrayList<>();
        private final List<Integer> missing = new ArrayList<>();

        Builder(Field<F> field) {
            this.field = field;
        }

        /** Adds an entry where the test is true, and, if wanted, where it is unknown. */
        void add(FieldTest test, int entry, boolean unknownToo) {
            if (test instanceof OneOf oneOf) {
                oneOf.keys()
                        .forEach(key -> byKey.computeIfAbsent(key, none -> new ArrayList<>())
                                .add(entry));
            } else if (test instanceof Range range) {
                byRange.add(new RangeTree.Entry(range, entry));
            } else if (test instanceof Present) {
                present.add(entry);
            } else if (!(test instanceof Missing)) {
                tested.add(new Tested(test, entry));
            }
            if (unknownToo || test instanceof Missing) {
                missing.add(entry);
            }
        }

        FieldSlot<F> build() {
            return new FieldSlot<>(this);
        }
    }
}
