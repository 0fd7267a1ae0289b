package dev.leadkit.scoring.model;

import dev.leadkit.lead.Points;
import java.util.List;

/** What earns or costs points. Immutable data; the model that a rule becomes part of checks it. */
public sealed interface ScoringRule permits ConditionRule, NumberRule, InteractionRule, CustomRule {

    /**
     * Which rule.
     *
     * @return its identifier, not blank, at most 255 characters, no other rule's, group's or disqualifier's of the model
     */
    String id();

    /**
     * What its author says about it, in place of the rule's own words.
     *
     * @return a text for people; empty where its own words say enough
     */
    String description();

    /**
     * Why the rule is there, such as the count and the lift that its points were learned from; shown to those who keep the
     * model, not in explanations.
     *
     * @return a text of at most {@value ScoringModel#LONGEST_NOTE} characters; empty for none
     */
    String note();

    /**
     * The same rule with another note.
     *
     * @param text the note, or empty
     * @return the new rule
     */
    default ScoringRule withNote(String text) {
        return withWords(description(), text);
    }

    /**
     * The same rule in other words.
     *
     * @param description what to say about it, or empty
     * @param note the note, or empty
     * @return the new rule
     */
    ScoringRule withWords(String description, String note);

    /**
     * The rule as conditions with points, for an index. At most one of the conditions is true of a lead.
     *
     * @return the cases of a condition or number rule; empty for the other kinds, which are no matter of conditions
     */
    default List<Case> cases() {
        return List.of();
    }

    /**
     * How much hangs on the rule: the greatest magnitude of points that it can give, as far as it says. Of a rule about each
     * interaction that is all that its own limits and {@code most} allow, or one interaction where it has neither.
     *
     * @return the points, not negative; zero for a custom rule: what hangs on its code,
     *     {@link Rule#reach()} says
     */
    default Points reach() {
        long most = cases().stream()
                .mapToLong(each -> Math.abs(each.points().units()))
                .max()
                .orElse(0);
        return new Points(most);
    }

    /**
     * The rule in words, without any data of leads.
     *
     * @return the description, or else what the rule asks
     */
    String words();
}
