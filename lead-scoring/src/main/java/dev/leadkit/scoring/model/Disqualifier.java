package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Condition;

/**
 * A rule that settles a lead's fate whatever else is true of it: where its condition is true, the verdict holds; false and
 * unknown change nothing. It applies after all caps and floors. Of several that hold, the least total and the worst grade
 * count, so their order makes no difference.
 *
 * @param id which one; no rule's identifier
 * @param description what its author says about it, or empty
 * @param when the condition; as for a rule it cannot ask for score or grade
 * @param verdict what becomes of the lead
 * @param note why it is there, or empty
 */
public record Disqualifier(String id, String description, Condition when, Verdict verdict, String note) {

    /**
     * Makes the disqualifier; the model that it becomes part of checks it.
     *
     * @param id which one
     * @param description what its author says about it, or empty
     * @param when the condition
     * @param verdict what becomes of the lead
     * @param note why it is there, or empty
     */
    public Disqualifier {
        requireNonNull(id, "id");
        requireNonNull(description, "description");
        requireNonNull(when, "when");
        requireNonNull(verdict, "verdict");
        requireNonNull(note, "note");
    }

    /**
     * What it asks, in words, without any data of leads.
     *
     * @return the description, or else the condition
     */
    public String words() {
        return description.isEmpty() ? when.toString() : description;
    }
}
