package dev.leadkit.scoring.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.scoring.model.ScoringRule;

/**
 * One rule of a model and what it found in a lead.
 *
 * @param dimension the dimension that the rule counts in
 * @param rule the rule; {@link ScoringRule#words()} says what it asks
 * @param finding what it found
 */
public record Reason(String dimension, ScoringRule rule, Finding finding) {

    /**
     * Makes a reason.
     *
     * @param dimension the rule's dimension
     * @param rule the rule
     * @param finding what it found
     */
    public Reason {
        requireNonNull(dimension, "dimension");
        requireNonNull(rule, "rule");
        requireNonNull(finding, "finding");
    }
}
