package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Points;

/**
 * Points for each interaction of some kind.
 *
 * @param id which rule
 * @param description what its author says about it, or empty
 * @param each which interactions
 * @param worth what one of them is worth, and what all of them together can be
 * @param note why the rule is there, or empty
 */
public record InteractionRule(String id, String description, InteractionFilter each, Worth worth, String note)
        implements ScoringRule {

    /**
     * Makes the rule.
     *
     * @param id which rule
     * @param description what its author says about it, or empty
     * @param each which interactions
     * @param worth what they are worth
     * @param note why the rule is there, or empty
     */
    public InteractionRule {
        requireNonNull(id, "id");
        requireNonNull(description, "description");
        requireNonNull(each, "each");
        requireNonNull(worth, "worth");
        requireNonNull(note, "note");
    }

    /**
     * Makes the rule without a note.
     *
     * @param id which rule
     * @param description what its author says about it, or empty
     * @param each which interactions
     * @param worth what they are worth
     */
    public InteractionRule(String id, String description, InteractionFilter each, Worth worth) {
        this(id, description, each, worth, "");
    }

    @Override
    public InteractionRule withWords(String words, String reason) {
        return new InteractionRule(id, words, each, worth, reason);
    }

    @Override
    public Points reach() {
        long one = worth.points().units();
        boolean limited = (one < 0 ? worth.limits().floor() : worth.limits().cap()).isPresent();
        int times = worth.most().orElse(limited ? LeadHistory.MOST_EVENTS : 1);
        return new Points(Math.abs(worth.limits().clamp(one * times)));
    }

    @Override
    public String words() {
        return description.isEmpty() ? "each " + each + ", " + worth : description;
    }
}
