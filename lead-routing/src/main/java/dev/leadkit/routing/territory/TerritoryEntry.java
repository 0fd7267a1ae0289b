package dev.leadkit.routing.territory;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * One way into a territory. A list of postal codes is short for an entry for each of them. Immutable and thread-safe.
 *
 * @param criteria which leads, beside what holds for all of the territory; not {@linkplain Criteria#isEmpty() empty} in a
 *     plan
 * @param priority its own priority, the highest wins; the territory's if it is empty
 */
public record TerritoryEntry(Criteria criteria, OptionalInt priority) {

    /**
     * Makes an entry.
     *
     * @param criteria which leads
     * @param priority its own priority
     */
    public TerritoryEntry {
        requireNonNull(criteria, "criteria");
        requireNonNull(priority, "priority");
    }
}
