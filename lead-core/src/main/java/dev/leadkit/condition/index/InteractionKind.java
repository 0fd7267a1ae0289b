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
    private final Askers askers;
    private final int[] plain;
    private final int[] tested;
    private final Wanted untested;

    /** None where filters are evaluated one by one. */
    private final @Nullable PropertySlots properties;

    private @Nullable Entry[] table = new Entry[FIRST_SIZE];
    private int remembered;

    private record Entry(long passed, Wanted wanted) {}

    /**
     * Makes it.
     *
     * @param filters all filters
     * @param askers gives numbers to who asks
     * @param asking the numbers of those that ask for these interactions
     * @param limits what is left for properties
     */
    InteractionKind(List<InteractionFilter> filters, Askers askers, List<Integer> asking, PropertySlots.Limits limits) {
        this.filters = filters;
        this.askers = askers;
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
        this.untested = askers.add(passed(0));
    }

    /** How many codes its properties have. */
    int codes() {
        return properties == null ? 0 : properties.codes();
    }

    /** Of an interaction without properties; null where a property that is missing must be asked about. */
    @Nullable Wanted plain() {
        return tested.length == 0 ? untested : null;
    }

    Wanted wanted(Interaction interaction) {
        if (tested.length == 0) {
            return untested;
        }
        if (properties == null) {
            return evaluated(interaction);
        }
        long passed = properties.passed(interaction.properties());
        return passed == 0 ? untested : known(passed);
    }

    private Wanted known(long passed) {
        Wanted known = there(passed);
        return known == null ? made(passed) : known;
    }

    private @Nullable Wanted there(long passed) {
        @Nullable Entry[] entries = table;
        int mask = entries.length - 1;
        int at = spread(passed) & mask;
        for (Entry entry = entries[at]; entry != null; entry = entries[at]) {
            if (entry.passed == passed) {
                return entry.wanted;
            }
            at = (at + 1) & mask;
        }
        return null;
    }

    private static int spread(long passed) {
        long mixed = passed * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> Integer.SIZE);
    }

    /** An entry never changes; a thread that does not see one yet finds it here. */
    private synchronized Wanted made(long passed) {
        Wanted known = there(passed);
        if (known != null) {
            return known;
        }
        if (remembered == MOST_REMEMBERED) {
            return askers.unnumbered(passed(passed));
        }
        Wanted wanted = askers.add(passed(passed));
        if (2 * (remembered + 1) > table.length) {
            @Nullable Entry[] larger = new Entry[2 * table.length];
            for (Entry entry : table) {
                if (entry != null) {
                    put(larger, entry);
                }
            }
            table = larger;
        }
        put(table, new Entry(passed, wanted));
        remembered++;
        return wanted;
    }

    private static void put(@Nullable Entry[] entries, Entry entry) {
        int mask = entries.length - 1;
        int at = spread(entry.passed) & mask;
        while (entries[at] != null) {
            at = (at + 1) & mask;
        }
        entries[at] = entry;
    }

    private List<Integer> passed(long passed) {
        List<Integer> numbers = new ArrayList<>();
        for (int number : plain) {
            numbers.add(number);
        }
        for (int i = 0; i < tested.length && passed != 0; i++) {
            if ((passed >>> i & 1) == 1) {
                numbers.add(tested[i]);
            }
        }
        return numbers;
    }

    private Wanted evaluated(Interaction interaction) {
        List<Integer> numbers = new ArrayList<>();
        for (int number : plain) {
            numbers.add(number);
        }
        for (int number : tested) {
            if (filters.get(number).evaluate(interaction, problem -> {}) == Truth.TRUE) {
                numbers.add(number);
            }
        }
        return askers.unnumbered(numbers);
    }
}
