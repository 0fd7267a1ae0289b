package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.InteractionFilter;

/**
 * Points for each interaction of some kind.
 *
 * @param id which rule
 * @param description what its author says about it, or empty
 * @param each which interactions
 * @param worth what one of them is worth, and what all of them together can be
 */
public record InteractionRule(String id, String description, InteractionFilter each, Worth worth)
        implements ScoringRule {

    /**
     * Makes the rule.
     *
     * @param id which rule
     * @param description what its author says about it, or empty
     * @param each which interactions
     * @param worth what they are worth
     */
    public InteractionRule {
        requireNonNull(id, "id");
        requireNonNull(description, "description");
        requireNonNull(each, "each");
        requireNonNull(worth, "worth");
    }

    @Override
    public String words() {
        return description.isEmpty() ? "each " + each + ", " + worth : description;
    }
}
