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
    private final int counts;
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
     * @param counts how many of them are the index's own
     * @param asking the numbers of those that ask for these interactions
     * @param limits what is left for properties
     */
    InteractionKind(List<InteractionFilter> filters, int counts, List<Integer> asking, PropertySlots.Limits limits) {
        this.filters = filters;
        this.counts = counts;
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
        this.untested = wanted(0);
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
        @Nullable Entry[] entries = table;
        int mask = entries.length - 1;
        for (int at = spread(passed) & mask; ; at = (at + 1) & mask) {
            Entry entry = entries[at];
            if (entry == null) {
                return made(passed);
            }
            if (entry.passed == passed) {
                return entry.wanted;
            }
        }
    }

    private static int spread(long passed) {
        long mixed = passed * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> Integer.SIZE);
    }

    /** An entry never changes, and a thread that does not see one yet makes an equal one. */
    private synchronized Wanted made(long passed) {
        Wanted wanted = wanted(passed);
        if (remembered < MOST_REMEMBERED) {
            if (2 * (remembered + 1) > table.length) {
                @Nullable Entry[] larger = new Entry[2 * table.length];
                for (Entry entry : table) {
                    if (entry != null) {
                        put(larger, entry);
                    }
                }
                table = larger;
            }
            remembered += put(table, new Entry(passed, wanted)) ? 1 : 0;
        }
        return wanted;
    }

    private static boolean put(@Nullable Entry[] entries, Entry entry) {
        int mask = entries.length - 1;
        int at = spread(entry.passed) & mask;
        for (Entry there = entries[at]; there != null; there = entries[at]) {
            if (there.passed == entry.passed) {
                return false;
            }
            at = (at + 1) & mask;
        }
        entries[at] = entry;
        return true;
    }

    private Wanted wanted(long passed) {
        List<Integer> numbers = new ArrayList<>();
        for (int number : plain) {
            numbers.add(number);
        }
        for (int i = 0; i < tested.length && passed != 0; i++) {
            if ((passed >>> i & 1) == 1) {
                numbers.add(tested[i]);
            }
        }
        return split(numbers);
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
        return split(numbers);
    }

    private Wanted split(List<Integer> numbers) {
        int[] own = numbers.stream()
                .mapToInt(Integer::intValue)
                .filter(number -> number < counts)
                .toArray();
        int[] others = numbers.stream()
                .mapToInt(Integer::intValue)
                .filter(number -> number >= counts)
                .map(number -> number - counts)
                .toArray();
        return numbers.isEmpty() ? Wanted.BY_NOBODY : new Wanted(own, others);
    }
}
