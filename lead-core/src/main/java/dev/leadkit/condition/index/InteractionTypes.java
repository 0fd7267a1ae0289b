package dev.leadkit.condition.index;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which filters interactions of a type, a direction and properties pass. Filters with regular expressions are not for this.
 * Immutable and thread-safe.
 */
final class InteractionTypes {

    /** Each filter once, whoever asks for it. */
    private final List<InteractionFilter> filters;

    /** Of each filter the counts that ask for it, and which of the others it is, by their numbers. */
    private final int[][] counts;

    private final int[][] others;
    private final Kinds any;
    private final Map<String, Kinds> byType = new HashMap<>();

    /**
     * Makes the dictionary.
     *
     * @param counts the filters of the index's own counts
     * @param others other filters that are asked for
     * @param memo whether texts of properties are remembered
     */
    InteractionTypes(List<InteractionFilter> counts, List<InteractionFilter> others, boolean memo) {
        Map<InteractionFilter, Integer> numbers = new LinkedHashMap<>();
        counts.forEach(filter -> numbers.putIfAbsent(filter, numbers.size()));
        others.forEach(filter -> numbers.putIfAbsent(filter, numbers.size()));
        this.filters = List.copyOf(numbers.keySet());
        this.counts = asking(counts, numbers);
        this.others = asking(others, numbers);
        Maker maker = new Maker(memo);
        this.any = maker.kinds("");
        Set<String> types = new TreeSet<>();
        filters.forEach(filter -> types.addAll(filter.types()));
        types.forEach(type -> byType.put(type, maker.kinds(type)));
    }

    private static int[][] asking(List<InteractionFilter> asked, Map<InteractionFilter, Integer> numbers) {
        int[][] asking = new int[numbers.size()][];
        Arrays.fill(asking, Cell.NONE);
        for (int i = 0; i < asked.size(); i++) {
            int number = requireNonNull(numbers.get(asked.get(i)));
            int[] more = Arrays.copyOf(asking[number], asking[number].length + 1);
            more[more.length - 1] = i;
            asking[number] = more;
        }
        return asking;
    }

    boolean isEmpty() {
        return filters.isEmpty();
    }

    /** How many filters there are, each counted once. */
    int filters() {
        return filters.size();
    }

    /** The counts of the index that ask for a filter. */
    int[] counts(int filter) {
        return counts[filter];
    }

    /** The numbers that a filter has among those beside the conditions. */
    int[] others(int filter) {
        return others[filter];
    }

    private record Kinds(InteractionKind inbound, InteractionKind outbound) {

        InteractionKind kind(Direction way) {
            return way == Direction.INBOUND ? inbound : outbound;
        }
    }

    /** Makes kinds; what the same filters ask for shares one. */
    private final class Maker {

        private final boolean memo;
        private final Map<List<Integer>, InteractionKind> known = new HashMap<>();
        private int room = InteractionKind.MOST_CODES;

        private Maker(boolean memo) {
            this.memo = memo;
        }

        /** Interaction types are never blank, so the empty one finds what asks for any type. */
        private Kinds kinds(String type) {
            return new Kinds(kind(type, Direction.INBOUND), kind(type, Direction.OUTBOUND));
        }

        private InteractionKind kind(String type, Direction way) {
            List<Integer> asking = new ArrayList<>();
            for (int i = 0; i < filters.size(); i++) {
                if (asks(filters.get(i), type, way)) {
                    asking.add(i);
                }
            }
            return known.computeIfAbsent(asking, this::kind);
        }

        private InteractionKind kind(List<Integer> asking) {
            InteractionKind kind = new InteractionKind(filters, asking, new PropertySlots.Limits(memo, room));
            room -= kind.codes();
            return kind;
        }

        private static boolean asks(InteractionFilter filter, String type, Direction way) {
            return (filter.types().isEmpty() || filter.types().contains(type))
                    && (filter.direction().isEmpty() || filter.direction().get() == way);
        }
    }

    /** The filters that an interaction passes; not to be written to. */
    int[] of(Interaction interaction) {
        return kind(interaction.type(), interaction.direction()).passed(interaction);
    }

    private InteractionKind kind(String type, Direction way) {
        Kinds known = byType.get(type);
        return (known == null ? any : known).kind(way);
    }

    /** Of an interaction without properties; null where a property that is missing must be asked about. */
    int @Nullable [] plain(String type, Direction way) {
        return kind(type, way).plain();
    }
}
