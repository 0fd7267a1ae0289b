package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Points;
import java.util.List;

/**
 * What a custom rule gives.
 *
 * @param points how much; may be negative; zero where the rule does not apply
 * @param evidence why, in sentences for an explanation; must not be personal data; may be empty
 */
public record RuleResult(Points points, List<String> evidence) {

    /** The rule does not apply. */
    public static final RuleResult NOTHING = new RuleResult(Points.ZERO, List.of());

    /**
     * Makes a result.
     *
     * @param points how much
     * @param evidence why
     */
    public RuleResult {
        requireNonNull(points, "points");
        evidence = List.copyOf(evidence);
    }

    /**
     * Points with their reasons.
     *
     * @param points how much
     * @param evidence why, each a sentence
     * @return the result
     */
    public static RuleResult of(Points points, String... evidence) {
        return new RuleResult(points, List.of(evidence));
    }
}
