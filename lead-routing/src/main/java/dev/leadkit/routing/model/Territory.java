package dev.leadkit.routing.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Condition;

/**
 * A part of the market. A lead falls into the first territory of a plan whose condition is true; unknown is not true.
 *
 * @param id its identifier, which reps name; not blank and not {@link Rep#EVERYWHERE}
 * @param when which leads fall into it
 */
public record Territory(String id, Condition when) {

    /**
     * Makes a territory.
     *
     * @param id its identifier
     * @param when which leads fall into it
     * @throws IllegalArgumentException if the identifier is blank or {@link Rep#EVERYWHERE}
     */
    public Territory {
        requireNonNull(when, "when");
        if (id.isBlank() || id.equals(Rep.EVERYWHERE)) {
            throw new IllegalArgumentException("territory id must be a text other than \"*\", was \"" + id + "\"");
        }
    }
}
