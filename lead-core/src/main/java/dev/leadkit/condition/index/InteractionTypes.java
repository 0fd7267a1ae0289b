package dev.leadkit.condition.index;

import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for interactions of a type, a direction and properties. Filters with regular expressions are not for this.
 * Immutable and thread-safe.
 */
final class InteractionTypes {

    private final Askers askers;
    private final List<InteractionFilter> filters;
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
        this.askers = new Askers(counts.size());
        this.filters = new ArrayList<>(counts);
        filters.addAll(others);
        Maker maker = new Maker(memo);
        this.any = maker.kinds("");
        Set<String> types = new TreeSet<>();
        filters.forEach(filter -> types.addAll(filter.types()));
        types.forEach(type -> byType.put(type, maker.kinds(type)));
    }

    boolean isEmpty() {
        return filters.isEmpty();
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
            InteractionKind kind = new InteractionKind(filters, askers, asking, new PropertySlots.Limits(memo, room));
            room -= kind.codes();
            return kind;
        }

        private static boolean asks(InteractionFilter filter, String type, Direction way) {
            return (filter.types().isEmpty() || filter.types().contains(type))
                    && (filter.direction().isEmpty() || filter.direction().get() == way);
        }
    }

    /** Who has a number. */
    Wanted numbered(int number) {
        return askers.get(number);
    }

    Wanted of(Interaction interaction) {
        return kind(interaction.type(), interaction.direction()).wanted(interaction);
    }

    private InteractionKind kind(String type, Direction way) {
        Kinds known = byType.get(type);
        return (known == null ? any : known).kind(way);
    }

    /** Of an interaction without properties; null where a property that is missing must be asked about. */
    @Nullable Wanted plain(String type, Direction way) {
        return kind(type, way).plain();
    }
}
