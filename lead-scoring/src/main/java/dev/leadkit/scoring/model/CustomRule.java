package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * Points that code of the host gives. The model only names the code; a {@link RuleRegistry} knows it.
 *
 * @param id which rule
 * @param description what its author says about it, or empty
 * @param custom the name under which the registry knows the code
 * @param with its parameters: texts, numbers, booleans, and lists and maps of them; numbers are kept as
 *     {@link java.math.BigDecimal}, a null member counts as missing
 * @param note why the rule is there, or empty
 */
public record CustomRule(String id, String description, String custom, Map<String, Object> with, String note)
        implements ScoringRule {

    /**
     * Makes the rule.
     *
     * @param id which rule
     * @param description what its author says about it, or empty
     * @param custom the name of the code
     * @param with its parameters; copied
     * @param note why the rule is there, or empty
     * @throws IllegalArgumentException if a parameter is of another kind
     */
    public CustomRule {
        requireNonNull(id, "id");
        requireNonNull(description, "description");
        requireNonNull(custom, "custom");
        with = Parameters.copied(with);
        requireNonNull(note, "note");
    }

    /**
     * Makes the rule without a note.
     *
     * @param id which rule
     * @param description what its author says about it, or empty
     * @param custom the name of the code
     * @param with its parameters; copied
     * @throws IllegalArgumentException if a parameter is of another kind
     */
    public CustomRule(String id, String description, String custom, Map<String, Object> with) {
        this(id, description, custom, with, "");
    }

    @Override
    public CustomRule withWords(String words, String reason) {
        return new CustomRule(id, words, custom, with, reason);
    }

    @Override
    public String words() {
        return description.isEmpty() ? custom + (with.isEmpty() ? "" : " with " + with) : description;
    }
}
