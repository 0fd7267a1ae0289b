package dev.leadkit.condition.index;

import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.condition.Truth;
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

    /** How many filters with properties one type may have for what they say together to be remembered. */
    private static final int MOST_REMEMBERED = 10;

    private final int counts;
    private final List<InteractionFilter> filters;
    private final Kinds any;
    private final Map<String, Kinds> byType = new HashMap<>();

    /**
     * Makes the dictionary.
     *
     * @param counts the filters of the index's own counts
     * @param others other filters that are asked for
     */
    InteractionTypes(List<InteractionFilter> counts, List<InteractionFilter> others) {
        this.counts = counts.size();
        this.filters = new ArrayList<>(counts);
        filters.addAll(others);
        this.any = kinds("");
        Set<String> types = new TreeSet<>();
        filters.forEach(filter -> types.addAll(filter.types()));
        types.forEach(type -> byType.put(type, kinds(type)));
    }

    boolean isEmpty() {
        return filters.isEmpty();
    }

    /** Interaction types are never blank, so the empty one finds what asks for any type. */
    private Kinds kinds(String type) {
        return new Kinds(kind(type, Direction.INBOUND), kind(type, Direction.OUTBOUND));
    }

    private Kind kind(String type, Direction way) {
        List<Integer> plain = new ArrayList<>();
        List<Integer> tested = new ArrayList<>();
        for (int i = 0; i < filters.size(); i++) {
            InteractionFilter filter = filters.get(i);
            boolean asked = (filter.types().isEmpty() || filter.types().contains(type))
                    && (filter.direction().isEmpty() || filter.direction().get() == way);
            if (asked) {
                (filter.properties().isEmpty() ? plain : tested).add(i);
            }
        }
        return new Kind(plain, tested);
    }

    private record Kinds(Kind inbound, Kind outbound) {

        Kind kind(Direction way) {
            return way == Direction.INBOUND ? inbound : outbound;
        }
    }

    /** The interactions of one type and direction. */
    private final class Kind {

        private final int[] plain;
        private final int[] tested;
        private final @Nullable Wanted[] remembered;

        Kind(List<Integer> plain, List<Integer> tested) {
            this.plain = plain.stream().mapToInt(Integer::intValue).toArray();
            this.tested = tested.stream().mapToInt(Integer::intValue).toArray();
            this.remembered = new Wanted[tested.size() <= MOST_REMEMBERED ? 1 << tested.size() : 1];
            this.remembered[0] = wanted(0);
        }

        Wanted wanted(Interaction interaction) {
            if (tested.length > MOST_REMEMBERED) {
                return manyTested(interaction);
            }
            int passed = 0;
            for (int i = 0; i < tested.length; i++) {
                passed |= passes(tested[i], interaction) ? 1 << i : 0;
            }
            Wanted known = remembered[passed];
            if (known == null) {
                known = wanted(passed);
                remembered[passed] = known;
            }
            return known;
        }

        private Wanted wanted(int passed) {
            List<Integer> numbers = new ArrayList<>();
            for (int number : plain) {
                numbers.add(number);
            }
            for (int i = 0; i < tested.length && passed != 0; i++) {
                if ((passed >> i & 1) == 1) {
                    numbers.add(tested[i]);
                }
            }
            return split(numbers);
        }

        private Wanted manyTested(Interaction interaction) {
            List<Integer> numbers = new ArrayList<>();
            for (int number : plain) {
                numbers.add(number);
            }
            for (int number : tested) {
                if (passes(number, interaction)) {
                    numbers.add(number);
                }
            }
            return split(numbers);
        }
    }

    private boolean passes(int filter, Interaction interaction) {
        return filters.get(filter).evaluate(interaction, problem -> {}) == Truth.TRUE;
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

    Wanted of(Interaction interaction) {
        return kinds(interaction.type(), any).kind(interaction.direction()).wanted(interaction);
    }

    private Kinds kinds(String type, Kinds otherwise) {
        Kinds known = byType.get(type);
        return known == null ? otherwise : known;
    }

    /** Of an interaction without properties; null where a property that is missing must be asked about. */
    @Nullable Wanted plain(String type, Direction way) {
        Kind kind = kinds(type, any).kind(way);
        return kind.tested.length == 0 ? kind.remembered[0] : null;
    }
}
