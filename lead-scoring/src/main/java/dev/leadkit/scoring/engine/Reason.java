package dev.leadkit.scoring.engine;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.ScoringRule;

/**
 * One rule of a model and what it found in a lead.
 *
 * @param dimension the dimension that the rule counts in
 * @param rule the rule; {@link ScoringRule#words()} says what it asks
 * @param finding what it found
 * @param reach how much hangs on the rule: {@link ScoringRule#reach()}, or what the code of a custom rule says of itself;
 *     so much of the confidence goes where the rule could not be judged
 */
public record Reason(String dimension, ScoringRule rule, Finding finding, Points reach) {

    /**
     * Makes a reason.
     *
     * @param dimension the rule's dimension
     * @param rule the rule
     * @param finding what it found
     * @param reach how much hangs on it
     */
    public Reason {
        requireNonNull(dimension, "dimension");
        requireNonNull(rule, "rule");
        requireNonNull(finding, "finding");
        requireNonNull(reach, "reach");
    }
}
