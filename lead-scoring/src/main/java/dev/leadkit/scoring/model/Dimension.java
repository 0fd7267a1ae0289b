package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One side of a lead that is scored for itself, such as its fit or its engagement.
 *
 * @param name its name, not blank, at most 255 characters, no other dimension's
 * @param rules all its rules, at least one, in the order in which a score lists them
 * @param groups which of them have limits together; may be empty
 * @param limits how low and how high the sum of its groups and other rules may go
 */
public record Dimension(String name, List<ScoringRule> rules, List<RuleGroup> groups, Limits limits) {

    /**
     * Makes a dimension; the model that it becomes part of checks it.
     *
     * @param name its name
     * @param rules its rules
     * @param groups which of them have limits together
     * @param limits how low and how high the sum may go
     */
    public Dimension {
        requireNonNull(name, "name");
        rules = List.copyOf(rules);
        groups = List.copyOf(groups);
        requireNonNull(limits, "limits");
    }

    /**
     * Makes a dimension without groups.
     *
     * @param name its name
     * @param rules its rules
     * @param limits how low and how high the sum may go
     */
    public Dimension(String name, List<ScoringRule> rules, Limits limits) {
        this(name, rules, List.of(), limits);
    }
}
