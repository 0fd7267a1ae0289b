package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Rules of one dimension whose sum has limits of its own, such as all rules about mails together. Groups do not nest, and a
 * rule is in one of them at most, so there is no circle and one order: rule, group, dimension, total.
 *
 * @param id which group; no rule's and no other group's identifier
 * @param rules the identifiers of its rules, at least one, each a rule of the same dimension
 * @param limits how low and how high their sum may go
 * @param note why the group is there, or empty
 */
public record RuleGroup(String id, List<String> rules, Limits limits, String note) {

    /**
     * Makes a group; the model that it becomes part of checks it.
     *
     * @param id which group
     * @param rules the identifiers of its rules
     * @param limits how low and how high their sum may go
     * @param note why the group is there, or empty
     */
    public RuleGroup {
        requireNonNull(id, "id");
        rules = List.copyOf(rules);
        requireNonNull(limits, "limits");
        requireNonNull(note, "note");
    }
}
