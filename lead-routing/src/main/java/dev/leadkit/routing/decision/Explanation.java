package dev.leadkit.routing.decision;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.util.List;
import java.util.Optional;

/**
 * What {@code Router.route} would decide now, with a word on every rep.
 *
 * @param lead which lead
 * @param taker who would take the lead, or has it; empty if it would be queued
 * @param reason why, as in the decision
 * @param reps every rep of the plan, in the order of their identifiers
 * @param trail what it was made from
 */
public record Explanation(LeadId lead, Optional<RepId> taker, String reason, List<RepVerdict> reps, Trail trail) {

    /**
     * Makes an explanation.
     *
     * @param lead which lead
     * @param taker who would take it
     * @param reason why
     * @param reps every rep
     * @param trail what it was made from
     */
    public Explanation {
        reps = List.copyOf(reps);
    }

    /**
     * Makes an explanation.
     *
     * @param lead which lead
     * @param taker who would take it
     * @param why why, without counts and notes
     * @param reps every rep
     * @param trail what it was made from
     * @return the explanation
     */
    public static Explanation of(LeadId lead, Optional<RepId> taker, String why, List<RepVerdict> reps, Trail trail) {
        return new Explanation(lead, taker, trail.under(why), reps, trail);
    }
}
