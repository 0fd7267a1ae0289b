package dev.leadkit.scoring.model;

/** What earns or costs points. Immutable data; the model that a rule becomes part of checks it. */
public sealed interface ScoringRule permits ConditionRule, InteractionRule, CustomRule {

    /**
     * Which rule.
     *
     * @return its identifier, not blank, at most 255 characters, no other rule's of the model
     */
    String id();

    /**
     * What its author says about it.
     *
     * @return a text for people; empty where its own words say enough
     */
    String description();

    /**
     * The rule in words, without any data of leads.
     *
     * @return the description, or else what the rule asks
     */
    String words();
}
