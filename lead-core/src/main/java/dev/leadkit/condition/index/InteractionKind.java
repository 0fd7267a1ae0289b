package dev.leadkit.condition.index;

import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.condition.Truth;
import dev.leadkit.event.Interaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The interactions of a type and a direction: which filters ask for one of them. Filters that ask for properties are told by bits,
 * as conjunctions are: each property's value leaves those that it does not rule out. Thread-safe; what bits stand for is
 * remembered, so that nothing is allocated for an interaction like those before.
 */
final class InteractionKind {

    /** How many codes the properties of all kinds of an index may have together. */
    static final int MOST_CODES = 1 << 17;

    /** How many combinations of filters are remembered; beyond, they are put together anew. */
    private static final int MOST_REMEMBERED = 1 << 12;

    private static final int FIRST_SIZE = 16;

    private final List<InteractionFilter> filters;
    private final int[] plain;
    private final int[] tested;
    private final int[] untested;

    /** None where filters are evaluated one by one. */
    private final @Nullable PropertySlots properties;

    private @Nullable Entry[] table = new Entry[FIRST_SIZE];
    private int remembered;

    /** A combination of filters that ask for properties, and all filters passed with it. */
    private static final class Entry {

        private final long combination;
        private final int[] passed;

        Entry(long combination, int[] passed) {
            this.combination = combination;
            this.passed = passed;
        }
    }

    /**
     * Makes it.
     *
     * @param filters all filters
     * @param asking the numbers of those that ask for these interactions
     * @param limits what is left for properties
     */
    InteractionKind(List<InteractionFilter> filters, List<Integer> asking, PropertySlots.Limits limits) {
        this.filters = filters;
        this.plain = asking.stream()
                .mapToInt(Integer::intValue)
                .filter(number -> filters.get(number).properties().isEmpty())
                .toArray();
        this.tested = asking.stream()
                .mapToInt(Integer::intValue)
                .filter(number -> !filters.get(number).properties().isEmpty())
                .toArray();
        List<InteractionFilter> asked = new ArrayList<>();
        for (int number : tested) {
            asked.add(filters.get(number));
        }
        this.properties = PropertySlots.of(asked, limits);
        this.untested = passed(0);
    }

    /** How many codes its properties have. */
    int codes() {
        return properties == null ? 0 : properties.codes();
    }

    /** Of an interaction without properties; null where a property that is missing must be asked about. */
    int @Nullable [] plain() {
        return tested.length == 0 ? untested : null;
    }

    /** The filters that an interaction passes; not to be written to. */
    int[] passed(Interaction interaction) {
        if (tested.length == 0) {
            return untested;
        }
        if (properties == null) {
            return evaluated(interaction);
        }
        long combination = properties.passed(interaction.properties());
        return combination == 0 ? untested : known(combination);
    }

    private int[] known(long combination) {
        int[] known = there(combination);
        return known == null ? made(combination) : known;
    }

    private int @Nullable [] there(long combination) {
        @Nullable Entry[] entries = table;
        int mask = entries.length - 1;
        int at = spread(combination) & mask;
        for (Entry entry = entries[at]; entry != null; entry = entries[at]) {
            if (entry.combination == combination) {
                return entry.passed;
            }
            at = (at + 1) & mask;
        }
        return null;
    }

    private static int spread(long combination) {
        long mixed = combination * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> Integer.SIZE);
    }

    /** An entry never changes; a thread that does not see one yet finds it here. */
    private synchronized int[] made(long combination) {
        int[] known = there(combination);
        if (known != null) {
            return known;
        }
        int[] passed = passed(combination);
        if (remembered == MOST_REMEMBERED) {
            return passed;
        }
        if (2 * (remembered + 1) > table.length) {
            @Nullable Entry[] larger = new Entry[2 * table.length];
            for (Entry entry : table) {
                if (entry != null) {
                    put(larger, entry);
                }
            }
            table = larger;
        }
        put(table, new Entry(combination, passed));
        remembered++;
        return passed;
    }

    private static void put(@Nullable Entry[] entries, Entry entry) {
        int mask = entries.length - 1;
        int at = spread(entry.combination) & mask;
        while (entries[at] != null) {
            at = (at + 1) & mask;
        }
        entries[at] = entry;
    }

    private int[] passed(long combination) {
        List<Integer> numbers = new ArrayList<>();
        for (int number : plain) {
            numbers.add(number);
        }
        for (int i = 0; i < tested.length && combination != 0; i++) {
            if ((combination >>> i & 1) == 1) {
                numbers.add(tested[i]);
            }
        }
        return CompiledIndex.ints(numbers);
    }

    private int[] evaluated(Interaction interaction) {
        List<Integer> numbers = new ArrayList<>();
        for (int number : plain) {
            numbers.add(number);
        }
        for (int number : tested) {
            if (filters.get(number).evaluate(interaction, problem -> {}) == Truth.TRUE) {
                numbers.add(number);
            }
        }
        return CompiledIndex.ints(numbers);
    }
}
