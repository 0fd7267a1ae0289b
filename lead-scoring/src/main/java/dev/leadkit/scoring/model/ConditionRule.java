package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Condition;
import dev.leadkit.lead.Points;
import java.util.List;

/**
 * Points for a lead of which a condition is true; false and unknown earn nothing.
 *
 * @param id which rule
 * @param description what its author says about it, or empty
 * @param when the condition; a model refuses one that asks for the lead's score or grade, which would feed on itself
 * @param points the points; may be negative
 * @param note why the rule is there, or empty
 */
public record ConditionRule(String id, String description, Condition when, Points points, String note)
        implements ScoringRule {

    /**
     * Makes the rule.
     *
     * @param id which rule
     * @param description what its author says about it, or empty
     * @param when the condition
     * @param points the points
     * @param note why the rule is there, or empty
     */
    public ConditionRule {
        requireNonNull(id, "id");
        requireNonNull(description, "description");
        requireNonNull(when, "when");
        requireNonNull(points, "points");
        requireNonNull(note, "note");
    }

    /**
     * Makes the rule without a note.
     *
     * @param id which rule
     * @param description what its author says about it, or empty
     * @param when the condition
     * @param points the points
     */
    public ConditionRule(String id, String description, Condition when, Points points) {
        this(id, description, when, points, "");
    }

    @Override
    public ConditionRule withWords(String words, String reason) {
        return new ConditionRule(id, words, when, points, reason);
    }

    @Override
    public List<Case> cases() {
        return List.of(new Case(when, points));
    }

    @Override
    public String words() {
        return description.isEmpty() ? when.toString() : description;
    }
}
