package dev.leadkit.condition.index;

import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What some filters ask of the properties of an interaction: a slot for each property, a bit for each filter. Thread-safe. */
final class PropertySlots {

    private static final Lanes WITHOUT_WEIGHTS = new Lanes(0, new int[0], new long[0]);

    private final String[] names;
    private final PropertyReader<?>[] readers;
    private final long all;
    private final int codes;

    private PropertySlots(List<Asked<?>> slots, int filters, boolean memo) {
        this.names = slots.stream().map(slot -> slot.field.name()).toArray(String[]::new);
        this.readers = slots.stream().map(slot -> slot.reader(memo)).toArray(PropertyReader<?>[]::new);
        this.all = -1L >>> (Long.SIZE - filters);
        this.codes = codes(slots);
    }

    /**
     * What is left for the slots of an index.
     *
     * @param memo whether texts are remembered
     * @param codes how many codes they may have
     */
    record Limits(boolean memo, int codes) {}

    /** What is asked of one property. */
    private static final class Asked<F> {

        private final Field<F> field;
        private final List<FieldTest> tests = new ArrayList<>();
        private final List<Integer> bits = new ArrayList<>();
        private @Nullable Domain<F> domain;

        Asked(Field<F> field) {
            this.field = field;
        }

        void add(FieldTest test, int bit) {
            tests.add(test);
            bits.add(bit);
        }

        Domain<F> domain(boolean memo) {
            Domain<F> known = domain;
            if (known == null) {
                known = Domain.of(field, tests, memo);
                domain = known;
            }
            return known;
        }

        PropertyReader<F> reader(boolean memo) {
            Domain<F> values = domain(memo);
            Map<Integer, Part> byBit = new TreeMap<>();
            for (int i = 0; i < tests.size(); i++) {
                byBit.merge(bits.get(i), values.part(0, tests.get(i), true), Part::and);
            }
            CellTable.Plan plan = new CellTable.Plan(values.codes());
            byBit.forEach((bit, part) -> plan.terms.add(part, bit));
            CellTable cells = plan.table(WITHOUT_WEIGHTS, 1, values.matched());
            return new PropertyReader<>(field, values.reader(cells), cells.cell(Domain.MISSING), memo);
        }
    }

    /** Null if there are too many filters or values for it. */
    static @Nullable PropertySlots of(List<InteractionFilter> filters, Limits limits) {
        if (filters.size() > Long.SIZE) {
            return null;
        }
        Map<String, Asked<?>> slots = new TreeMap<>(Comparator.naturalOrder());
        for (int bit = 0; bit < filters.size(); bit++) {
            for (FieldCondition<?> property : filters.get(bit).properties()) {
                FieldType<?> type = property.field().type();
                slots.computeIfAbsent(type.name() + " " + property.field().name(), key -> new Asked<>(property.field()))
                        .add(property.test(), bit);
            }
        }
        List<Asked<?>> asked = List.copyOf(slots.values());
        for (Asked<?> slot : asked) {
            slot.domain(limits.memo());
        }
        return asked.isEmpty() || codes(asked) > limits.codes()
                ? null
                : new PropertySlots(asked, filters.size(), limits.memo());
    }

    private static int codes(List<Asked<?>> slots) {
        return slots.stream()
                .mapToInt(slot -> slot.domain == null ? 0 : slot.domain.codes())
                .sum();
    }

    /** How many codes all slots have. */
    int codes() {
        return codes;
    }

    /** A bit for each filter that these properties pass. */
    long passed(Map<String, String> properties) {
        long passed = all;
        for (int i = 0; i < readers.length; i++) {
            passed &= readers[i].cell(properties.get(names[i])).bits;
        }
        return passed;
    }
}
