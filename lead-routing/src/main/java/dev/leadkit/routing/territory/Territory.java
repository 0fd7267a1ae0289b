package dev.leadkit.routing.territory;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A part of the market. A lead falls into it through one of its entries; what its criteria say holds for all its entries
 * and for all territories within it. Without entries the criteria are the only entry; without both it is a mere group, and
 * no lead falls into the group itself. Start with {@link #of(String)} and say more. Immutable and thread-safe.
 *
 * @param id its identifier, which reps name; not blank and not {@link #EVERYWHERE}
 * @param parent the territory that this one is within; its criteria hold here too
 * @param criteria what holds for every lead of it and of the territories within it
 * @param entries the ways into it; their order makes no difference
 * @param priority what its entries and the territories within it have for a priority where they declare none; 0 at the top
 * @param exclusive whether reps of the territories above it do not serve it
 */
public record Territory(
        String id,
        Optional<String> parent,
        Criteria criteria,
        List<TerritoryEntry> entries,
        OptionalInt priority,
        boolean exclusive) {

    /** The name that stands for every territory, and for no territory. */
    public static final String EVERYWHERE = "*";

    /**
     * Makes a territory.
     *
     * @param id its identifier
     * @param parent the territory above it
     * @param criteria what holds for all of it
     * @param entries the ways into it
     * @param priority its priority
     * @param exclusive whether reps of those above do not serve it
     * @throws IllegalArgumentException if the identifier is blank or {@link #EVERYWHERE}
     */
    public Territory {
        requireNonNull(parent, "parent");
        requireNonNull(criteria, "criteria");
        requireNonNull(priority, "priority");
        entries = List.copyOf(entries);
        if (id.isBlank() || id.equals(EVERYWHERE)) {
            throw new IllegalArgumentException("territory id must be a text other than \"*\", was \"" + id + "\"");
        }
    }

    /**
     * A mere group at the top.
     *
     * @param id its identifier
     * @return the territory
     */
    public static Territory of(String id) {
        return new Territory(id, Optional.empty(), Criteria.any(), List.of(), OptionalInt.empty(), false);
    }

    /**
     * A territory of all leads for which a condition is true; unknown is not true.
     *
     * @param id its identifier
     * @param when the condition
     * @return the territory
     */
    public static Territory of(String id, Condition when) {
        return of(id).where(Criteria.any().when(when));
    }

    /**
     * The same territory within another.
     *
     * @param above the other's identifier
     * @return the territory
     */
    public Territory within(String above) {
        return new Territory(id, Optional.of(above), criteria, entries, priority, exclusive);
    }

    /**
     * The same territory with other criteria.
     *
     * @param common what holds for all of it
     * @return the territory
     */
    public Territory where(Criteria common) {
        return new Territory(id, parent, common, entries, priority, exclusive);
    }

    /**
     * The same territory with one more way into it.
     *
     * @param way which leads
     * @return the territory
     */
    public Territory entry(Criteria way) {
        return entry(new TerritoryEntry(way, OptionalInt.empty()));
    }

    /**
     * The same territory with one more way into it, of a declared priority.
     *
     * @param way which leads
     * @param declared its priority, the highest wins
     * @return the territory
     */
    public Territory entry(Criteria way, int declared) {
        return entry(new TerritoryEntry(way, OptionalInt.of(declared)));
    }

    private Territory entry(TerritoryEntry entry) {
        List<TerritoryEntry> more = new ArrayList<>(entries);
        more.add(entry);
        return new Territory(id, parent, criteria, more, priority, exclusive);
    }

    /**
     * The same territory with a declared priority.
     *
     * @param declared the priority, the highest wins
     * @return the territory
     */
    public Territory priority(int declared) {
        return new Territory(id, parent, criteria, entries, OptionalInt.of(declared), exclusive);
    }

    /**
     * The same territory, which reps of the territories above do not serve.
     *
     * @return the territory
     */
    public Territory exclusively() {
        return new Territory(id, parent, criteria, entries, priority, true);
    }
}
